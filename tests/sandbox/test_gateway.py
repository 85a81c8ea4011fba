"""The gateway is ordinary OpenID Connect: discovery, a secret, PKCE, nonce, one answer with all data."""

import base64
import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from flask import Flask
from joserfc import jwt
from joserfc.jwk import KeySet
from werkzeug.test import TestResponse

from tests.sandbox.esia_site import OWN_PAGE, EsiaSite, told
from tests.sandbox.visitor import SandboxVisitor, visitor_of
from webapp import demo_keys
from webapp.settings import Settings

ALL = "openid fullname snils mobile addresses id_doc kid_fullname kid_birthdate kid_birth_cert_doc"
CODE = "/gateway/auth/token"


class GatewaySite:
    """A site that knows the gateway's address, its own name and its secret, and nothing else."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self.app, self.client_id = app, settings.esia.client_id
        self.issuer = f"{settings.sandbox_url}/gateway"
        self.secret = demo_keys.secret(settings.demo_keys / "esia_gateway_secret")
        self.back = f"{settings.own_url}/sign-in/return"
        self.verifier = "v" * 50

    def get(self, path: str, **headers: str) -> TestResponse:
        return visitor_of(self.app).get(path, headers=headers)

    def known(self) -> dict[str, Any]:
        found: dict[str, Any] = self.get("/gateway/.well-known/openid-configuration").get_json()
        return found

    def asked(self, **chosen: str) -> str:
        """The address that a browser is sent to."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()
        usual = {
            "client_id": self.client_id,
            "redirect_uri": self.back,
            "response_type": "code",
            "scope": ALL,
            "state": "a state",
            "nonce": "a nonce",
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        values = {name: value for name, value in (usual | chosen).items() if value}
        return f"{urlsplit(self.known()['authorization_endpoint']).path}?{urlencode(values)}"

    def code_for(self, slug: str, browser: SandboxVisitor | None = None, **chosen: str) -> str:
        browser = browser or visitor_of(self.app)
        step = browser.get(self.asked(**chosen)).headers["Location"]
        step = browser.post(step, data={"person": slug}, headers=OWN_PAGE).headers["Location"]
        back = browser.post(step, data={"person": slug, "decision": "allow"}, headers=OWN_PAGE)
        return told(back)["code"]

    def redeem(self, code: str, headers: dict[str, str] | None = None, **chosen: str) -> TestResponse:
        usual = {"grant_type": "authorization_code", "code": code, "redirect_uri": self.back}
        usual |= {"code_verifier": self.verifier}
        given = headers if headers is not None else self.basic(self.client_id, self.secret)
        values = {name: value for name, value in (usual | chosen).items() if value}
        return visitor_of(self.app).post(CODE, data=values, headers=given)

    def basic(self, name: str, secret: str) -> dict[str, str]:
        return {"Authorization": "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode()}

    def claims(self, token: str) -> tuple[dict[str, Any], dict[str, Any]]:
        keys = KeySet.import_key_set(self.get(urlsplit(self.known()["jwks_uri"]).path).get_json())
        found = jwt.decode(token, keys, algorithms=["RS256"])
        return dict(found.header), dict(found.claims)

    def info(self, token: str, method: str = "GET") -> TestResponse:
        browser = visitor_of(self.app)
        return browser.open("/gateway/auth/userinfo", method=method, headers={"Authorization": f"Bearer {token}"})


@pytest.fixture
def gateway(sandbox: Flask, settings: Settings) -> GatewaySite:
    return GatewaySite(sandbox, settings)


def test_a_client_finds_everything_by_the_issuer(gateway: GatewaySite) -> None:
    known = gateway.known()
    assert known["issuer"] == gateway.issuer
    for name in ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"):
        assert known[name].startswith(gateway.issuer + "/auth/")
    assert known["token_endpoint_auth_methods_supported"] == ["client_secret_basic", "client_secret_post"]
    [key] = gateway.get(urlsplit(known["jwks_uri"]).path).get_json()["keys"]
    assert {"kty", "n", "e", "kid", "use", "alg"} == set(key)


def test_the_id_token_is_an_ordinary_one(gateway: GatewaySite) -> None:
    header, claims = gateway.claims(gateway.redeem(gateway.code_for("mother")).get_json()["id_token"])
    assert (header["alg"], set(header)) == ("RS256", {"alg", "kid", "typ"})
    assert (claims["iss"], claims["aud"], claims["sub"]) == (gateway.issuer, gateway.client_id, "1000600009")
    assert (claims["nonce"], claims["amr"], claims["exp"] - claims["iat"]) == ("a nonce", ["pwd"], 3600)
    assert claims["auth_time"] <= claims["iat"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_all_data_come_at_once(gateway: GatewaySite, method: str) -> None:
    token = gateway.redeem(gateway.code_for("mother")).get_json()["access_token"]
    said = gateway.info(token, method).get_json()
    info = said["info"]
    assert (said["sub"], info["lastName"], info["snils"]) == ("1000600009", "Белова", "000-000-609 09")
    assert [each["type"] for each in info["contacts"]["elements"]] == ["MBT"]
    assert [each["type"] for each in info["documents"]["elements"]] == ["RF_PASSPORT"]
    assert info["addresses"]["elements"][0]["region"]
    [kid] = info["kids"]["elements"]
    assert (kid["firstName"], kid["documents"]["elements"][0]["type"]) == ("Тимофей", "RF_BRTH_CERT")


def test_no_scope_no_data(gateway: GatewaySite) -> None:
    token = gateway.redeem(gateway.code_for("mother", scope="openid fullname")).get_json()["access_token"]
    info = gateway.info(token).get_json()["info"]
    assert info["lastName"] == "Белова"
    assert not {"snils", "contacts", "addresses", "documents", "kids", "birthDate"} & set(info)


def test_the_secret_may_be_posted(gateway: GatewaySite) -> None:
    proof = {"client_id": gateway.client_id, "client_secret": gateway.secret}
    assert gateway.redeem(gateway.code_for("mother"), {}, **proof).status_code == 200


@pytest.mark.parametrize("how", ["nothing", "wrong basic", "wrong post", "both", "unknown", "bearer"])
def test_who_proves_nothing_is_refused_and_the_code_stays_good(gateway: GatewaySite, how: str) -> None:
    code, own = gateway.code_for("mother"), gateway.client_id
    right = gateway.basic(own, gateway.secret)
    headers, posted = {
        "nothing": ({}, {}),
        "wrong basic": (gateway.basic(own, "wrong"), {}),
        "wrong post": ({}, {"client_id": own, "client_secret": "wrong"}),
        "both": (right, {"client_id": own, "client_secret": gateway.secret}),
        "unknown": (gateway.basic("NOBODY", gateway.secret), {}),
        "bearer": ({"Authorization": "Bearer x"}, {}),
    }[how]
    answer = gateway.redeem(code, headers, **posted)
    assert (answer.status_code, answer.get_json()["error"]) == (401, "invalid_client")
    assert answer.get_json()["error_description"].startswith("ESIA-008010: ")
    assert answer.headers["WWW-Authenticate"].startswith("Basic ")
    assert gateway.redeem(code).status_code == 200


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"code": "forged"}, "invalid_grant"),
        ({"code_verifier": "w" * 50}, "invalid_grant"),
        ({"code_verifier": ""}, "invalid_grant"),
        ({"redirect_uri": "https://evil.example/"}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"code": ""}, "invalid_request"),
    ],
)
def test_a_wrong_exchange_is_refused(gateway: GatewaySite, change: dict[str, str], error: str) -> None:
    values = {"code": gateway.code_for("mother")} | change
    answer = gateway.redeem(values.pop("code"), None, **values)
    assert (answer.status_code, answer.get_json()["error"]) == (400, error)


def test_a_code_is_good_once_and_here_only(gateway: GatewaySite, site: EsiaSite) -> None:
    code = gateway.code_for("mother")
    assert site.redeem(site.exchange(code)).get_json()["error"] == "invalid_grant"
    assert [gateway.redeem(code).status_code for _ in range(2)] == [200, 400]
    assert gateway.redeem(site.code_for("mother")).get_json()["error"] == "invalid_grant"


def test_its_tokens_open_nothing_of_esias_own_and_the_other_way_round(gateway: GatewaySite, site: EsiaSite) -> None:
    theirs = gateway.redeem(gateway.code_for("blind-woman")).get_json()["access_token"]
    ours = site.tokens("blind-woman")["access_token"]
    assert site.read("/rs/prns/1000600001", theirs).status_code == 401
    assert gateway.info(ours).status_code == 401
    gateway_clock = site.clock
    gateway_clock.move(timedelta(hours=2))
    assert gateway.info(theirs).status_code == 401


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "fullname"}, "invalid_scope"),
        ({"scope": "openid everything"}, "invalid_scope"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"prompt": "dance"}, "invalid_request"),
        ({"prompt": "none login"}, "invalid_request"),
        ({"max_age": "-1"}, "invalid_request"),
        ({"max_age": "soon"}, "invalid_request"),
        ({"prompt": "none"}, "login_required"),
    ],
)
def test_a_wrong_request_is_told_to_the_site(
    gateway: GatewaySite, browser: SandboxVisitor, change: dict[str, str], error: str
) -> None:
    back = browser.get(gateway.asked(**change))
    assert back.headers["Location"].startswith(gateway.back)
    assert (told(back)["error"], told(back)["state"]) == (error, "a state")


@pytest.mark.parametrize("change", [{"client_id": "NOBODY"}, {"redirect_uri": "https://evil.example/"}])
def test_nobody_is_sent_to_an_unknown_site(
    gateway: GatewaySite, browser: SandboxVisitor, change: dict[str, str]
) -> None:
    assert browser.page(gateway.asked(**change)).h1 == "Сайт не может войти через эту ЕСИА"


def test_who_is_signed_in_is_asked_anew_only_where_the_site_wants_it(
    gateway: GatewaySite, site: EsiaSite, new_browser: Callable[[], SandboxVisitor]
) -> None:
    browser = new_browser()
    gateway.code_for("mother", browser)
    site.clock.move(timedelta(minutes=10))

    def step(**chosen: str) -> str:
        return urlsplit(browser.get(gateway.asked(**chosen)).headers["Location"]).path

    assert [step(), step(max_age="700"), step(prompt="consent")] == ["/consent"] * 3
    assert [step(max_age="500"), step(max_age="0"), step(prompt="login")] == ["/sign-in"] * 3
    assert told(browser.get(gateway.asked(prompt="none")))["error"] == "consent_required"


def test_a_fresh_sign_in_has_a_fresh_time(gateway: GatewaySite, site: EsiaSite, browser: SandboxVisitor) -> None:
    gateway.code_for("mother", browser)
    site.clock.move(timedelta(minutes=10))
    address = browser.get(gateway.asked(prompt="login")).headers["Location"]
    consent = address.replace("/sign-in", "/consent")
    sent = {"person": "mother", "decision": "allow"}
    assert browser.post(consent, data=sent, headers=OWN_PAGE).headers["Location"] == address  # not past the sign-in
    browser.post(address, data={"person": "mother"}, headers=OWN_PAGE)
    code = told(browser.post(consent, data=sent, headers=OWN_PAGE))["code"]
    claims = gateway.claims(gateway.redeem(code).get_json()["id_token"])[1]
    assert claims["iat"] - claims["auth_time"] < 5
