"""The whole way in every profile and with every signer: the fake checks each signature by other means than ours."""

import shlex
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.gateways.identity.conftest import IdentityMaker, Keys, certificate, private
from tests.gateways.identity.fake_esia import ADDRESSES, NOW, OID, PERSON, FakeEsia, Refused, serving
from tests.gateways.identity.fake_profiles import OldEsia, SignedOtherwise
from tests.gateways.identity.gost_arithmetic import is_signed, point_of
from tests.gateways.identity.openssl import Pair, gost_pair, holds_for, openssl, public_key
from webapp.gateways.identity.port import Attempt, Identity, NotIdentified, Refusal


@dataclass
class Way:
    """One fake and the settings of the site that speaks to it."""

    esia: FakeEsia
    settings: dict[str, Any]


@pytest.fixture(scope="module")
def gost(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return gost_pair(tmp_path_factory.mktemp("gost"), "site")


def by_arithmetic(pair: Pair) -> Callable[[bytes, bytes], bool]:
    """Checks raw signatures of ГОСТ without OpenSSL; only the digest is its."""
    public = point_of(openssl("pkey", "-pubin", "-outform", "DER", given=public_key(pair.certificate)))
    return lambda signature, said: is_signed(
        openssl("dgst", "-md_gost12_256", "-binary", given=said), signature, public
    )


def streebog(message: bytes) -> bytes:
    return openssl("dgst", "-md_gost12_256", "-binary", given=message)


def gost_hash(pair: Pair) -> str:
    return streebog(openssl("x509", "-in", pair.certificate, "-outform", "DER")).hex().upper()


def command_of(pair: Pair, is_reversed: bool = False) -> str:
    """A program of an operator: signs by ГОСТ as the site does not, perhaps backwards."""
    turn = "[::-1]" if is_reversed else ""
    text = (
        "import subprocess, sys; done = subprocess.run(['openssl', 'dgst', '-md_gost12_256', '-sign', sys.argv[1]],"
        " stdin=sys.stdin, stdout=subprocess.PIPE, check=True, env={'OPENSSL_CONF': sys.argv[2]});"
        f" sys.stdout.buffer.write(done.stdout{turn})"
    )
    configuration = Path("webapp/gateways/identity/gost.cnf").resolve()
    return shlex.join((sys.executable, "-c", text, str(pair.key), str(configuration)))


def raw(keys: Keys, pair: Pair) -> FakeEsia:
    return SignedOtherwise(certificate(keys.client), private(keys.esia), by_arithmetic(pair), gost_hash(pair))


def old(keys: Keys, signer: Path, folder: Path) -> FakeEsia:
    return OldEsia(
        certificate(keys.client),
        private(keys.esia),
        lambda container, message: holds_for(container, message, signer, folder),
    )


WAYS = ("raw RSA", "raw ГОСТ", "raw by a program", "raw by a program, backwards", "v1 RSA", "v1 ГОСТ")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, keys: Keys, gost: Pair, tmp_path: Path) -> Iterator[Way]:
    rsa_files = {"key_file": keys.client[0], "certificate_file": keys.client[1], "certificate_hash": ""}
    gost_files = {"key_file": gost.key, "certificate_file": gost.certificate, "certificate_hash": "", "signer": "gost"}
    by_program = {"signer": "command", "key_file": None, "certificate_hash": gost_hash(gost)}
    made: dict[str, tuple[Callable[[], FakeEsia], dict[str, Any]]] = {
        "raw RSA": (lambda: FakeEsia(certificate(keys.client), private(keys.esia)), rsa_files),
        "raw ГОСТ": (lambda: raw(keys, gost), gost_files),
        "raw by a program": (lambda: raw(keys, gost), by_program | {"signer_command": command_of(gost)}),
        "raw by a program, backwards": (
            lambda: raw(keys, gost),
            by_program | {"signer_command": command_of(gost, True), "signer_reversed": True},
        ),
        "v1 RSA": (lambda: old(keys, keys.client[1], tmp_path), rsa_files | {"profile": "v1-pkcs7"}),
        "v1 ГОСТ": (lambda: old(keys, gost.certificate, tmp_path), gost_files | {"profile": "v1-pkcs7"}),
    }
    fake, settings = made[request.param]
    with serving(fake()) as esia:
        yield Way(esia, settings | {"base_url": esia.address, "issuer": f"{esia.address}/"})


def test_a_person_is_identified_in_every_profile(identity_with: IdentityMaker, way: Way) -> None:
    identity: Identity = identity_with(**way.settings)
    beginning = identity.begin()
    found = identity.finish(beginning.attempt, way.esia.agreed(beginning.address))
    assert (found.oid, found.snils, found.region) == (str(OID), "000-000-600 01", "Псковская область")
    assert [request.path for request in way.esia.asked] == [way.esia.token_path, PERSON, ADDRESSES]


def test_a_stranger_s_signature_opens_nothing(identity_with: IdentityMaker, way: Way, keys: Keys) -> None:
    way.esia.client = certificate(keys.stranger)
    if isinstance(way.esia, OldEsia | SignedOtherwise):
        way.esia.verifier = lambda signature, message: False
    identity = identity_with(**way.settings)
    with pytest.raises(Refused, match="007053"):
        way.esia.agreed(identity.begin().address)
    way.esia.codes["known"] = ""
    with pytest.raises(NotIdentified) as caught:
        identity.finish(Attempt("state", "z" * 64), "known")
    assert (caught.value.refusal, caught.value.code) == (Refusal.MISCONFIGURED, "ESIA-007053")


def test_every_beginning_is_signed_anew(identity_with: IdentityMaker, way: Way) -> None:
    identity = identity_with(**way.settings)
    asked = [dict(parse_qsl(urlsplit(identity.begin().address).query)) for _ in range(2)]
    assert asked[0]["client_secret"] != asked[1]["client_secret"]
    assert all("access_type" in each and each["client_id"] == "ORIENTIR" for each in asked)


def test_the_old_protocol_names_each_parameter_once(identity_with: IdentityMaker, keys: Keys, tmp_path: Path) -> None:
    files = {"key_file": keys.client[0], "certificate_file": keys.client[1], "profile": "v1-pkcs7"}
    with serving(old(keys, keys.client[1], tmp_path)) as esia:
        identity = identity_with(**files, base_url=esia.address, issuer=f"{esia.address}/")
        beginning = identity.begin()
        identity.finish(beginning.attempt, esia.agreed(beginning.address))
        names = [name for name, _ in parse_qsl(urlsplit(beginning.address).query, keep_blank_values=True)]
        form = esia.asked[0].form
    common = {"client_id", "client_secret", "scope", "timestamp", "state", "redirect_uri"}
    assert sorted(names) == sorted(common | {"response_type", "access_type"})
    assert set(form) == common | {"code", "grant_type", "token_type"}
    assert all(len(form.getlist(name)) == 1 for name in form)


def test_pkce_may_be_chosen_for_the_old_protocol(identity_with: IdentityMaker, keys: Keys, tmp_path: Path) -> None:
    files = {"key_file": keys.client[0], "certificate_file": keys.client[1], "profile": "v1-pkcs7", "pkce": True}
    fake = old(keys, keys.client[1], tmp_path)
    fake.has_pkce = True
    with serving(fake) as esia:
        identity = identity_with(**files, base_url=esia.address, issuer=f"{esia.address}/")
        beginning = identity.begin()
        assert identity.finish(beginning.attempt, esia.agreed(beginning.address)).oid == str(OID)
        assert esia.asked[0].form["code_verifier"] == beginning.attempt.verifier


def test_addresses_of_the_settings_take_the_place_of_the_profile_s(
    identity_with: IdentityMaker, esia: FakeEsia
) -> None:
    address = identity_with(authorise_path="/elsewhere", sign_out_path="/out").begin().address
    assert urlsplit(address).path == "/elsewhere"
    assert identity_with(sign_out_path="/out").sign_out_address("http://a/").startswith(f"{esia.address}/out?")


def test_the_hash_of_a_certificate_is_computed_where_none_is_given(identity_with: IdentityMaker, keys: Keys) -> None:
    computed = identity_with(certificate_hash="", certificate_file=keys.client[1]).begin().address
    expected = sha256(certificate(keys.client).public_bytes(Encoding.DER)).hexdigest().upper()
    assert dict(parse_qsl(urlsplit(computed).query))["client_certificate_hash"] == expected
    with pytest.raises(ValueError, match="ORIENTIR_ESIA_CERTIFICATE_HASH or ORIENTIR_ESIA_CERTIFICATE_FILE"):
        identity_with(certificate_hash="")


def test_whoever_must_prove_themselves_anew_is_led_out_of_esia_first(
    identity_with: IdentityMaker, esia: FakeEsia
) -> None:
    identity = identity_with()
    start = "http://127.0.0.1:8000/sign-in/start"
    address = identity.fresh_address(start)
    assert address == identity.sign_out_address(start) and "redirect_url=" in address
    beginning = identity.begin(is_fresh=True)
    esia.identity.claims = {"auth_time": int(NOW.timestamp()) - 30}
    assert identity.finish(beginning.attempt, esia.agreed(beginning.address)).is_fresh(NOW)
