"""The profile of an ordinary OIDC gateway: the whole way, what it asks, and what it does not believe."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from tests.gateways.identity import fake_people
from tests.gateways.identity.conftest import Keys, private
from tests.gateways.identity.fake_esia import CLIENT, NOW, OID, RETURN_ADDRESS, saying, serving, signer
from tests.gateways.identity.fake_gateway import JWKS, SECRET, TOKEN, USERINFO, FakeGateway
from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity.gateway import GatewayIdentity
from webapp.gateways.identity.port import Attempt, ContactKind, Identified, Identity, NotIdentified

Maker = Callable[..., GatewayIdentity]
UNTRUSTED = ("untrusted", "")


@pytest.fixture
def gateway(keys: Keys) -> Iterator[FakeGateway]:
    with serving(FakeGateway(private(keys.esia))) as fake:
        yield fake


@pytest.fixture
def identity_with(gateway: FakeGateway) -> Maker:
    def make(**chosen: Any) -> GatewayIdentity:
        usual: dict[str, Any] = {
            "profile": "gateway-oidc",
            "base_url": gateway.address,
            "issuer": gateway.address,
            "client_id": CLIENT,
            "client_secret": SecretStr(SECRET),
        }
        return GatewayIdentity(EsiaSettings(**(usual | chosen)), RETURN_ADDRESS, lambda: NOW)

    return make


@pytest.fixture
def sign_in(gateway: FakeGateway, identity_with: Maker) -> Callable[..., Identified]:
    identity = identity_with()

    def go() -> Identified:
        beginning = identity.begin()
        return identity.finish(beginning.attempt, gateway.agreed(beginning.address))

    return go


@pytest.fixture
def refused(sign_in: Callable[..., Identified]) -> Callable[[], tuple[str, str]]:
    def go() -> tuple[str, str]:
        with capture_logs(), pytest.raises(NotIdentified) as caught:
            sign_in()
        assert (caught.value.__cause__, caught.value.__context__) == (None, None)
        return caught.value.refusal.value, caught.value.code

    return go


SignIn = Callable[..., Identified]
Refused = Callable[[], tuple[str, str]]


def test_a_person_is_identified(sign_in: SignIn, gateway: FakeGateway) -> None:
    gateway.userinfo["info"] |= {
        "contacts": {"elements": fake_people.CONTACTS},
        "addresses": {"elements": fake_people.ADDRESSES},
        "documents": {"elements": fake_people.DOCUMENTS},
        "kids": [fake_people.KIDS[0] | {"documents": {"elements": fake_people.KID_DOCUMENTS}}],
    }
    found = sign_in()
    assert (found.oid, found.last_name, found.snils, found.birth_date) == (
        str(OID),
        "Воронцова",
        "000-000-600 01",
        date(1961, 3, 9),
    )
    proved_at = NOW - timedelta(minutes=1)
    assert (found.is_confirmed, found.proved_at, found.signed_in_at) == (True, proved_at, proved_at)
    assert found.region == "Псковская область" and len(found.contacts) == 2
    assert found.document is not None and found.document.division_code == "006-006"
    assert found.children[0].birth_certificate is not None
    assert [request.path for request in gateway.asked] == [TOKEN, JWKS, USERINFO]


def test_it_is_the_port(identity_with: Maker) -> None:
    port: Identity = identity_with()
    assert port.fresh_address("http://127.0.0.1:8000/sign-in/start") is None


def test_an_ordinary_provider_may_be_flat(sign_in: SignIn, gateway: FakeGateway) -> None:
    subject = "f3c1d0f2-0000-4000-8000-00000000000a"
    gateway.claims = {"sub": subject, "auth_time": None}
    gateway.userinfo = {
        "sub": subject,
        "family_name": "Воронцова",
        "given_name": "Анна",
        "birthdate": "1961-03-09",
        "gender": "female",
        "email": "anna@example.test",
        "email_verified": True,
        "phone_number": "+70000000006",
        "address": {"formatted": "Псков", "region": "Псковская область", "postal_code": "000006"},
    }
    found = sign_in()
    assert (found.last_name, found.gender, found.birth_date) == ("Воронцова", "F", date(1961, 3, 9))
    assert [(each.kind, each.is_confirmed) for each in found.contacts] == [
        (ContactKind.EMAIL, True),
        (ContactKind.MOBILE, False),
    ]
    assert (found.region, found.addresses[0].postcode) == ("Псковская область", "000006")
    assert found.oid.startswith("x") and len(found.oid) == 20 and found.oid != sign_in_as(gateway, sign_in, "other")
    assert not found.is_confirmed  # nobody has said so
    assert (found.proved_at, found.signed_in_at, found.is_fresh(NOW)) == (None, NOW, False)


def sign_in_as(gateway: FakeGateway, sign_in: SignIn, subject: str) -> str:
    gateway.claims["sub"] = gateway.userinfo["sub"] = subject
    return sign_in().oid


def test_the_beginning(identity_with: Maker) -> None:
    identity = identity_with(authorise_parameters="provider=esia_oauth&purposes=a+b", scopes="openid fullname")
    beginning = identity.begin()
    asked = parse_qs(urlsplit(beginning.address).query, strict_parsing=True)
    assert set(asked) == set(
        "client_id response_type redirect_uri scope state nonce code_challenge code_challenge_method provider"
        " purposes".split()
    )
    assert (asked["provider"], asked["purposes"], asked["scope"]) == (["esia_oauth"], ["a b"], ["openid fullname"])
    assert beginning.attempt.verifier not in beginning.address and SECRET not in beginning.address
    assert asked["nonce"] != parse_qs(urlsplit(identity.begin().address).query)["nonce"]


def test_a_fresh_proof_is_asked_for(identity_with: Maker, gateway: FakeGateway) -> None:
    identity = identity_with()
    beginning = identity.begin(is_fresh=True)
    asked = dict(parse_qsl(urlsplit(beginning.address).query))
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")
    gateway.claims = {"auth_time": int(NOW.timestamp()) - 660}  # it was not obeyed
    assert not identity.finish(beginning.attempt, gateway.agreed(beginning.address)).is_fresh(NOW)


@pytest.mark.parametrize("way", ["client_secret_basic", "client_secret_post"])
def test_ways_of_showing_the_secret(identity_with: Maker, gateway: FakeGateway, way: str) -> None:
    gateway.authentication = way
    identity = identity_with(client_authentication=way)
    beginning = identity.begin()
    assert identity.finish(beginning.attempt, gateway.agreed(beginning.address)).oid == str(OID)


def test_userinfo_may_be_asked_by_post(identity_with: Maker, gateway: FakeGateway) -> None:
    identity = identity_with(person_method="POST")
    beginning = identity.begin()
    identity.finish(beginning.attempt, gateway.agreed(beginning.address))
    assert [request.method for request in gateway.asked if request.path == USERINFO] == ["POST"]


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": None},
        {"nonce": "another"},
        {"nonce": ["a"]},
        {"iss": "https://elsewhere.example"},
        {"aud": "STRANGER"},
        {"aud": [CLIENT, "STRANGER"]},
        {"aud": [CLIENT, "STRANGER"], "azp": "STRANGER"},
        {"azp": "STRANGER"},
        {"aud": None},
        {"sub": None},
        {"sub": 7},
        {"sub": ""},
        {"sub": "a b"},
        {"sub": "a" * 256},
        {"sub": "another"},
        {"exp": int(NOW.timestamp()) - 60},
        {"exp": None},
        {"iat": None},
        {"iat": int(NOW.timestamp()) + 61},
        {"nbf": int(NOW.timestamp()) + 61},
        {"auth_time": int(NOW.timestamp()) + 61},
        {"auth_time": "now"},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_attempt(refused: Refused, gateway: FakeGateway, claims: dict[str, Any]) -> None:
    gateway.claims = claims
    assert refused() == UNTRUSTED


def test_several_audiences_may_hear_when_we_asked(sign_in: SignIn, gateway: FakeGateway) -> None:
    gateway.claims = {"aud": [CLIENT, "STRANGER"], "azp": CLIENT}
    assert sign_in().oid == str(OID)


@pytest.mark.parametrize(
    "header", [{"alg": "none"}, {"alg": "HS256"}, {"alg": "PS256"}, {"alg": None}, {"kid": 7}, {"crit": ["exp"]}]
)
def test_headers(refused: Refused, gateway: FakeGateway, header: dict[str, Any]) -> None:
    gateway.header = header
    assert refused() == UNTRUSTED


def test_a_stranger_s_key(refused: Refused, gateway: FakeGateway, keys: Keys) -> None:
    gateway.sign = signer(private(keys.stranger))
    assert refused() == UNTRUSTED


@pytest.mark.parametrize("told", [{"id_token": None}, {"id_token": "a.b.c"}, {"token_type": "mac"}])
def test_answers_without_a_token(refused: Refused, gateway: FakeGateway, told: dict[str, Any]) -> None:
    gateway.told = told
    assert refused() == UNTRUSTED


def test_userinfo_of_somebody_else(refused: Refused, gateway: FakeGateway) -> None:
    gateway.userinfo["sub"] = str(OID + 1)
    assert refused() == UNTRUSTED


@pytest.mark.parametrize("path", [TOKEN, USERINFO, JWKS])
@pytest.mark.parametrize("status", [200, 500])
def test_a_gateway_that_does_not_answer(refused: Refused, gateway: FakeGateway, path: str, status: int) -> None:
    gateway.instead[path] = saying("<p>Воронцова", status, "text/html")
    assert refused() == ("unavailable", "")


def test_a_code_opens_once_and_another_verifier_nothing(identity_with: Maker, gateway: FakeGateway) -> None:
    identity = identity_with()
    beginning = identity.begin()
    with pytest.raises(NotIdentified, match="expired"):
        identity.finish(Attempt(beginning.attempt.state, "z" * 64), gateway.agreed(beginning.address))
    with pytest.raises(NotIdentified, match="expired"):
        identity.finish(beginning.attempt, "used")


def test_a_part_that_cannot_be_read_keeps_nobody_out(sign_in: SignIn, gateway: FakeGateway) -> None:
    gateway.userinfo["info"] |= {"contacts": [{"type": "EML", "value": 7}], "addresses": fake_people.ADDRESSES}
    with capture_logs() as logged:
        found = sign_in()
    assert (found.contacts, found.region) == ((), "Псковская область")
    assert [(line["event"], line["part"]) for line in logged] == [("sign_on_without_part", "contacts")]


def test_the_way_out(identity_with: Maker, gateway: FakeGateway) -> None:
    address = identity_with().sign_out_address("http://127.0.0.1:8000/?a=1")
    assert address.startswith(f"{gateway.address}/auth/logout?")
    assert parse_qs(urlsplit(address).query) == {
        "client_id": [CLIENT],
        "post_logout_redirect_uri": ["http://127.0.0.1:8000/?a=1"],
    }


@pytest.mark.parametrize(
    ("chosen", "named"),
    [
        ({"client_secret": SecretStr("")}, "CLIENT_SECRET"),
        ({"token_algorithms": ("GOST3410_2012_256",)}, "TOKEN_ALGORITHMS"),
        ({"authorise_parameters": "state=mine"}, "AUTHORISE_PARAMETERS"),
        ({"authorise_parameters": "words"}, "AUTHORISE_PARAMETERS"),
        ({"authorise_parameters": "a=1&words"}, "AUTHORISE_PARAMETERS"),
        ({"authorise_parameters": "a=1&a=2"}, "AUTHORISE_PARAMETERS"),
    ],
)
def test_settings_that_cannot_be(identity_with: Maker, chosen: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=f"ORIENTIR_ESIA_{named}"):
        identity_with(**chosen)
