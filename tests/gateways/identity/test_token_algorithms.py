"""Tokens of ГОСТ come in by the same door, and no key is used by an algorithm that is not its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc.jwk import RSAKey

from tests.gateways.identity.conftest import IdentityMaker, Keys, certificate, private
from tests.gateways.identity.fake_esia import OID, FakeEsia, signer
from tests.gateways.identity.openssl import Pair, gost_pair, openssl, public_key
from webapp.gateways.identity.port import NotIdentified

RSA, GOST = "RS256", "GOST3410_2012_256"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return gost_pair(tmp_path_factory.mktemp("gost"), "esia")


def signs_by(pair: Pair) -> Callable[[bytes], bytes]:
    return lambda message: openssl("dgst", "-md_gost12_256", "-sign", pair.key, given=message)


@pytest.fixture
def sign_in(esia: FakeEsia, identity_with: IdentityMaker) -> Callable[..., str]:
    """The whole way with chosen settings: whose number, or which refusal."""

    def go(**settings: Any) -> str:
        identity = identity_with(**settings)
        beginning = identity.begin()
        try:
            return identity.finish(beginning.attempt, esia.agreed(beginning.address)).oid
        except NotIdentified as error:
            return error.refusal.value

    return go


SignIn = Callable[..., str]


def speak_gost(esia: FakeEsia, pair: Pair) -> None:
    for token in (esia.access, esia.identity):
        token.header, token.sign = {"alg": GOST}, signs_by(pair)


def test_tokens_of_gost(esia: FakeEsia, pair: Pair, sign_in: SignIn) -> None:
    speak_gost(esia, pair)
    assert sign_in(token_certificates=(pair.certificate,), token_algorithms=(GOST,)) == str(OID)


def test_both_algorithms_and_last_year_s_keys(
    esia: FakeEsia, pair: Pair, keys: Keys, sign_in: SignIn, tmp_path: Path
) -> None:
    files = (gost_pair(tmp_path, "last").certificate, keys.stranger[1], pair.certificate, keys.esia[1])
    esia.access.header, esia.access.sign = {"alg": GOST}, signs_by(pair)
    assert sign_in(token_certificates=files, token_algorithms=(RSA, GOST)) == str(OID)


def test_a_bare_key_of_gost(esia: FakeEsia, pair: Pair, sign_in: SignIn, tmp_path: Path) -> None:
    speak_gost(esia, pair)
    (tmp_path / "key.pem").write_bytes(public_key(pair.certificate))
    assert sign_in(token_certificates=(tmp_path / "key.pem",), token_algorithms=(GOST,)) == str(OID)


@pytest.mark.parametrize("form", ["der", "key", "jwk", "set"])
def test_forms_of_rsa_keys(esia: FakeEsia, keys: Keys, sign_in: SignIn, tmp_path: Path, form: str) -> None:
    known = certificate(keys.esia)
    jwk = RSAKey.import_key(private(keys.esia).public_key())
    content = {
        "der": known.public_bytes(Encoding.DER),
        "key": known.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        "jwk": repr(jwk.as_dict(private=False)).replace("'", '"').encode(),
        "set": repr({"keys": [jwk.as_dict(private=False)]}).replace("'", '"').encode(),
    }
    (tmp_path / "esia").write_bytes(content[form])
    assert sign_in(token_certificates=(tmp_path / "esia",)) == str(OID)


def test_an_algorithm_that_is_not_chosen_is_not_believed(
    esia: FakeEsia, pair: Pair, keys: Keys, sign_in: SignIn
) -> None:
    both = (pair.certificate, keys.esia[1])
    assert sign_in(token_certificates=both, token_algorithms=(GOST,)) == "untrusted"
    speak_gost(esia, pair)
    assert sign_in(token_certificates=both, token_algorithms=(RSA,)) == "untrusted"


@pytest.mark.parametrize("named", [RSA, "none", "", "gost3410_2012_256", "GOST3410_2012_512", "HS256", "ES256"])
def test_a_signature_of_gost_under_another_name(
    esia: FakeEsia, pair: Pair, keys: Keys, sign_in: SignIn, named: str
) -> None:
    speak_gost(esia, pair)
    esia.identity.header = {"alg": named}
    files = (pair.certificate, keys.esia[1])
    assert sign_in(token_certificates=files, token_algorithms=(RSA, GOST)) == "untrusted"


def test_a_signature_of_rsa_under_the_name_of_gost(esia: FakeEsia, pair: Pair, keys: Keys, sign_in: SignIn) -> None:
    esia.access.header = {"alg": GOST}
    esia.access.sign = signer(private(keys.esia))
    files = (pair.certificate, keys.esia[1])
    assert sign_in(token_certificates=files, token_algorithms=(RSA, GOST)) == "untrusted"


@pytest.mark.parametrize(
    "spoil", [lambda made: made[::-1], lambda made: b"", lambda made: bytes(64), lambda made: made[1:]]
)
def test_a_spoilt_signature(esia: FakeEsia, pair: Pair, sign_in: SignIn, spoil: Callable[[bytes], bytes]) -> None:
    speak_gost(esia, pair)
    esia.identity.sign = lambda message: spoil(signs_by(pair)(message))
    assert sign_in(token_certificates=(pair.certificate,), token_algorithms=(GOST,)) == "untrusted"


@pytest.mark.parametrize("header", [{"crit": ["exp"]}, {"b64": False}, {"sbt": "refresh"}, {"kid": ["a"]}], ids=str)
def test_headers_of_gost_are_judged_alike(esia: FakeEsia, pair: Pair, sign_in: SignIn, header: dict[str, Any]) -> None:
    speak_gost(esia, pair)
    esia.identity.header = {"alg": GOST} | header
    assert sign_in(token_certificates=(pair.certificate,), token_algorithms=(GOST,)) == "untrusted"


def test_claims_of_gost_are_judged_alike(esia: FakeEsia, pair: Pair, sign_in: SignIn) -> None:
    speak_gost(esia, pair)
    esia.access.claims = {"iss": "http://esia.gosuslugi.ru/"}
    assert sign_in(token_certificates=(pair.certificate,), token_algorithms=(GOST,)) == "untrusted"


def test_keys_that_fit_no_chosen_algorithm(pair: Pair, keys: Keys, sign_in: SignIn) -> None:
    for files, algorithm in (((pair.certificate,), RSA), ((keys.esia[1],), GOST)):
        with pytest.raises(ValueError, match="ORIENTIR_ESIA_TOKEN_CERTIFICATES: no key of"):
            sign_in(token_certificates=files, token_algorithms=(algorithm,))
