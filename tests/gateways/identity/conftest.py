"""Keys of both sides, a fake ЕСИА that listens, and the site's identity that speaks to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from tests.gateways.identity.fake_esia import CLIENT, NOW, RETURN_ADDRESS, SCOPES, FakeEsia, serving
from webapp.demo_keys import signing_pair
from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity.http import EsiaIdentity
from webapp.gateways.identity.port import Identified, NotIdentified


@dataclass(frozen=True)
class Keys:
    """Files of the site's pair, of ЕСИА's, and of a stranger's."""

    client: tuple[Path, Path]
    esia: tuple[Path, Path]
    stranger: tuple[Path, Path]


@cache  # reading a private key checks it, which takes a while
def private(pair: tuple[Path, Path]) -> rsa.RSAPrivateKey:
    key = load_pem_private_key(pair[0].read_bytes(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return key


def certificate(pair: tuple[Path, Path]) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pair[1].read_bytes())


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    folder = tmp_path_factory.mktemp("keys")
    return Keys(*(signing_pair(folder, name) for name in ("client", "esia", "stranger")))


@pytest.fixture(scope="session")
def listening(keys: Keys) -> Iterator[FakeEsia]:
    """One fake for all tests; each gets it from `esia`, as new."""
    with serving(FakeEsia(certificate(keys.client), private(keys.esia))) as fake:
        yield fake


@pytest.fixture
def esia(listening: FakeEsia) -> FakeEsia:
    listening.reset()
    return listening


IdentityMaker = Callable[..., EsiaIdentity]


@pytest.fixture(scope="session")
def identity_with(listening: FakeEsia, keys: Keys) -> IdentityMaker:
    """The site's side with chosen settings: `identity_with(timeout_seconds=1)`."""

    def make(**chosen: Any) -> EsiaIdentity:
        usual: dict[str, Any] = {
            "base_url": listening.address,
            "issuer": f"{listening.address}/",
            "client_id": CLIENT,
            "scopes": SCOPES,
            "key_file": keys.client[0],
            "certificate_hash": sha256(certificate(keys.client).public_bytes(Encoding.DER)).hexdigest().upper(),
            "token_certificates": (keys.stranger[1], keys.esia[1]),
        }
        return EsiaIdentity(EsiaSettings(**(usual | chosen)), RETURN_ADDRESS, lambda: NOW)

    return make


@pytest.fixture(scope="session")
def identity(identity_with: IdentityMaker) -> EsiaIdentity:
    """The site's side; it keeps nothing, so all tests may share it."""
    return identity_with()


@pytest.fixture
def sign_in(esia: FakeEsia, identity: EsiaIdentity) -> Callable[[], Identified]:
    """The whole way of one person through the sign-on."""

    def go() -> Identified:
        beginning = identity.begin()
        return identity.finish(beginning.attempt, esia.agreed(beginning.address))

    return go


@pytest.fixture
def refused(sign_in: Callable[[], Identified]) -> Callable[[], tuple[str, str]]:
    """The same way, where it must end in a refusal: which one, and ЕСИА's number."""

    def go() -> tuple[str, str]:
        with pytest.raises(NotIdentified) as caught:
            sign_in()
        return caught.value.refusal.value, caught.value.code

    return go
