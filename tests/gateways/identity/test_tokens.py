"""A token is believed only when everything about it is right. Whatever is not: nobody is signed in."""

import hashlib
import hmac
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st
from joserfc.jwk import RSAKey

from tests.gateways.identity.conftest import Keys, certificate, private
from tests.gateways.identity.fake_esia import NOW, OID, PERSON, Changes, FakeEsia, encoded, signer
from tests.gateways.identity.fake_esia import token as made
from webapp.gateways.identity.port import Identified, NotIdentified
from webapp.gateways.identity.token_keys import RsaTokenKey
from webapp.gateways.identity.tokens import SignedTokens, TokenReader

Refused = Callable[[], tuple[str, str]]
SignIn = Callable[[], Identified]
UNTRUSTED = ("untrusted", "")
SECONDS, LEEWAY = int(NOW.timestamp()), 60
BOTH = pytest.mark.parametrize("which", ["access", "identity"])


def of(esia: FakeEsia, which: str) -> Changes:
    return esia.access if which == "access" else esia.identity


def about(**changes: Any) -> dict[str, Any]:
    """The part of an id token about the person, changed."""
    usual = {"oid": OID, "typ": "P", "is_tru": True, "lvl": "PR"} | changes
    return {"urn:esia:sbj": {f"urn:esia:sbj:{name}": value for name, value in usual.items() if value is not None}}


@BOTH
@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "http://esia.gosuslugi.ru/"},
        {"iss": None},
        {"iss": ["http://esia.gosuslugi.ru/"]},
        {"exp": SECONDS - LEEWAY},
        {"exp": None},
        {"exp": str(SECONDS + 3600)},
        {"exp": float("nan")},
        {"exp": float("inf")},
        {"exp": True},
        {"nbf": SECONDS + LEEWAY + 1},
        {"nbf": None},
        {"iat": SECONDS + LEEWAY + 1},
        {"iat": None},
        {"iat": -1},
    ],
    ids=str,
)
def test_claims_of_both_tokens(esia: FakeEsia, refused: Refused, which: str, claims: dict[str, Any]) -> None:
    of(esia, which).claims = claims
    assert refused() == UNTRUSTED
    assert [request.path for request in esia.asked if request.path == PERSON] == []


@pytest.mark.parametrize(
    "claims",
    [
        {"client_id": "STRANGER"},
        {"client_id": None},
        {"client_id": ["ORIENTIR"]},
        {"urn:esia:sbj_id": OID + 1},
        {"urn:esia:sbj_id": None},
        {"urn:esia:sbj_id": f"{OID}/../1"},
        {"urn:esia:sbj_id": float(OID)},
    ],
    ids=str,
)
def test_claims_of_the_access_token(esia: FakeEsia, refused: Refused, claims: dict[str, Any]) -> None:
    esia.access.claims = claims
    assert refused() == UNTRUSTED


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "STRANGER"},
        {"aud": None},
        {"aud": []},
        {"aud": ["ORIENTIR", "STRANGER"]},
        {"aud": {"ORIENTIR": 1}},
        {"sub": OID + 1},
        {"sub": None},
        {"sub": ""},
        {"sub": True},
        {"sub": f" {OID}"},
        {"sub": "١٢٣"},
        {"sub": "1" * 21},
        about(oid=OID + 1),
        about(oid=None),
        about(typ="L"),
        {"urn:esia:sbj": None},
        {"urn:esia:sbj": "P"},
        {"auth_time": SECONDS + LEEWAY + 1},
        {"auth_time": 10**30},
        {"auth_time": -1},
        {"auth_time": None},
    ],
    ids=str,
)
def test_claims_of_the_id_token(esia: FakeEsia, refused: Refused, claims: dict[str, Any]) -> None:
    esia.identity.claims = claims
    assert refused() == UNTRUSTED


def test_all_of_them_may_agree_on_what_is_no_number(esia: FakeEsia, refused: Refused) -> None:
    for odd in ("1/../2", "", "-1", "1e9"):
        esia.access.claims = {"urn:esia:sbj_id": odd}
        esia.identity.claims = {"sub": odd} | about(oid=odd)
        assert refused() == UNTRUSTED


@BOTH
@pytest.mark.parametrize("kind", ["access", "id", "refresh", 1, None, ["id", "access"]], ids=str)
def test_one_kind_of_token_is_not_another(esia: FakeEsia, refused: Refused, which: str, kind: object) -> None:
    if kind == {"access": "access", "identity": "id"}[which]:
        kind = ""
    of(esia, which).header = {"sbt": kind}
    assert refused() == UNTRUSTED


@BOTH
@pytest.mark.parametrize(
    "header",
    [
        {"alg": None},
        {"alg": ["RS256"]},
        {"alg": {"RS256": 1}},
        {"alg": "rs256"},
        {"alg": "GOST3410_2012_256"},
        {"crit": ["exp"]},
        {"crit": ["sbt"], "sbt": None},
        {"crit": 5},
        {"crit": [["sbt"]]},
        {"b64": False, "crit": ["b64"]},
    ],
    ids=str,
)
def test_headers(esia: FakeEsia, refused: Refused, which: str, header: dict[str, Any]) -> None:
    of(esia, which).header = header
    assert refused() == UNTRUSTED


@BOTH
def test_a_stranger_s_signature(esia: FakeEsia, refused: Refused, keys: Keys, which: str) -> None:
    of(esia, which).sign = signer(private(keys.client))
    assert refused() == UNTRUSTED


@BOTH
def test_a_key_that_the_token_brings_along(esia: FakeEsia, refused: Refused, keys: Keys, which: str) -> None:
    of(esia, which).sign = signer(private(keys.client))
    jwk = RSAKey.import_key(private(keys.client).public_key()).as_dict()
    of(esia, which).header = {"jwk": jwk, "jku": "http://127.0.0.1/keys", "kid": "client"}
    assert refused() == UNTRUSTED


@BOTH
@pytest.mark.parametrize("signature", [b"", b"\0" * 256, b"\0" * 255])
@pytest.mark.parametrize("algorithm", ["none", "None", "RS256"])
def test_no_signature(esia: FakeEsia, refused: Refused, which: str, algorithm: str, signature: bytes) -> None:
    of(esia, which).header = {"alg": algorithm}
    of(esia, which).sign = lambda message: signature
    assert refused() == UNTRUSTED


@BOTH
@pytest.mark.parametrize("encoding", [(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), None])
def test_a_public_key_used_as_a_secret(
    esia: FakeEsia, refused: Refused, keys: Keys, which: str, encoding: tuple[Encoding, PublicFormat] | None
) -> None:
    known = certificate(keys.esia)
    secret = known.public_key().public_bytes(*encoding) if encoding else known.public_bytes(Encoding.PEM)
    of(esia, which).header = {"alg": "HS256"}
    of(esia, which).sign = lambda message: hmac.digest(secret, message, hashlib.sha256)
    assert refused() == UNTRUSTED


@BOTH
@pytest.mark.parametrize("algorithm", ["PS256", "RS384", "RS512"])
def test_esia_s_own_key_with_another_algorithm(
    esia: FakeEsia, refused: Refused, keys: Keys, which: str, algorithm: str
) -> None:
    key = private(keys.esia)
    size = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}[algorithm[2:]]
    padded = padding.PSS(padding.MGF1(size), 32) if algorithm == "PS256" else padding.PKCS1v15()
    of(esia, which).header = {"alg": algorithm}
    of(esia, which).sign = lambda message: key.sign(message, padded, size)
    assert refused() == UNTRUSTED


ODD_HEADERS = [f"{encoded(header)}.e30.e30" for header in (b'["alg"]', b'"alg"', b"7", b"{", b"\xff", b"[" * 300)]


@BOTH
def test_claims_without_end(esia: FakeEsia, refused: Refused, keys: Keys, which: str) -> None:
    parts = (b'{"sbt": "access", "alg": "RS256"}', b'{"iss":' + b"[" * 90_000)
    head = ".".join(encoded(part) for part in parts)
    name = {"access": "access_token", "identity": "id_token"}[which]
    esia.told = {name: f"{head}.{encoded(signer(private(keys.esia))(head.encode()))}"}
    assert refused() == UNTRUSTED


@pytest.mark.parametrize("name", ["access_token", "id_token"])
@pytest.mark.parametrize("value", [None, "", 7, ["a"], "a", "a.b", "a.b.c", "....", "ы.ы.ы", "e30.e30.", *ODD_HEADERS])
def test_what_is_no_token(esia: FakeEsia, refused: Refused, name: str, value: object) -> None:
    esia.told = {name: value}
    assert refused() == UNTRUSTED


def test_tokens_in_each_other_s_place(esia: FakeEsia, refused: Refused) -> None:
    access = esia.token(esia.access, "access", esia.access_claims())
    identity = esia.token(esia.identity, "id", esia.id_claims())
    esia.told = {"access_token": identity, "id_token": access}
    assert refused() == UNTRUSTED


@pytest.mark.parametrize(
    "told", [{"state": None}, {"state": "another"}, {"state": ["a"]}, {"token_type": "mac"}, {"token_type": None}]
)
def test_an_answer_to_another_question(esia: FakeEsia, refused: Refused, told: dict[str, Any]) -> None:
    esia.told = told
    assert refused() == UNTRUSTED


@pytest.mark.parametrize("expires_in", [3600, "3600", 1, "1", 0, "", None])
def test_the_time_of_a_token_may_be_a_number_or_a_text(esia: FakeEsia, sign_in: SignIn, expires_in: object) -> None:
    esia.told = {"expires_in": expires_in, "token_type": "bearer"}
    assert sign_in().oid == str(OID)


@pytest.mark.parametrize("expires_in", ["soon", [1], {"a": 1}, float("inf"), float("nan"), -100])
def test_a_time_that_is_none(esia: FakeEsia, refused: Refused, expires_in: object) -> None:
    esia.told = {"expires_in": expires_in}
    assert refused() == ("unavailable", "")


def test_clocks_may_differ_a_little(esia: FakeEsia, sign_in: SignIn) -> None:
    early, late = SECONDS + LEEWAY, SECONDS - LEEWAY + 1
    esia.access.claims = {"nbf": early, "iat": early, "exp": late}
    esia.identity.claims = {"nbf": early, "iat": early, "exp": late, "auth_time": early}
    assert sign_in().signed_in_at == NOW + timedelta(seconds=LEEWAY)


def test_numbers_of_people_may_be_texts(esia: FakeEsia, sign_in: SignIn) -> None:
    esia.access.claims = {"urn:esia:sbj_id": str(OID)}
    esia.identity.claims = {"sub": str(OID), "aud": ["ORIENTIR"]}
    assert sign_in().oid == str(OID)


def test_any_of_the_known_keys_may_have_signed(esia: FakeEsia, sign_in: SignIn, keys: Keys) -> None:
    esia.access.sign = signer(private(keys.stranger))  # known in these settings, as last year's key would be
    assert sign_in().oid == str(OID)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["alg", "sbt", "typ", "crit", "b64", "kid", "jwk", "x5c", "iss", "exp", "aud", "sub"])
PARTS = st.one_of(JSON, st.dictionaries(NAMES, JSON | st.just("RS256") | st.just("access"), max_size=6))


@given(header=PARTS, claims=PARTS)
def test_whatever_a_signed_token_holds_is_refused_in_order(keys: Keys, header: Any, claims: Any) -> None:
    known = RsaTokenKey(RSAKey.import_key(private(keys.esia).public_key()))
    reader = TokenReader(SignedTokens(lambda _kid: [known], "issuer", LEEWAY), "ORIENTIR")
    signed = made(header, claims, signer(private(keys.esia)))
    with pytest.raises(NotIdentified, match="untrusted"):
        reader.subject(signed, signed, NOW)
