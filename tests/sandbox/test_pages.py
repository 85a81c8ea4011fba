"""Every door of the sandbox: declared, with headers, proved, plain about errors. The visitor checks each page."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.sandbox.esia_site import EsiaSite
from tests.sandbox.visitor import NOTICE, POLICY, SandboxVisitor, visitor_of
from tests.support.strict_client import BadPage
from webapp.core.access import Proof, UndeclaredAccess, declaration_of, public, verify
from webapp.core.security_headers import CONTENT_SECURITY_POLICY
from webapp.sandbox.failures import System
from webapp.sandbox.world import World

FORMS = ("/control", "/control/refusal", "/sign-in?request={}", "/code?request={}", "/consent?request={}")
DOORS = (
    "/ /control /sign-in /consent /nowhere /aas/oauth2/v2/ac /aas/oauth2/v3/te /rs/prns/1 /rs/prns/1/ctts"
    " /rs/prns/1/none /idp/ext/Logout /aas/oauth2/ac /aas/oauth2/te /code /control/refusal /public/esia.zip"
    " /gateway/.well-known/openid-configuration /gateway/auth/authorize /gateway/auth/token /gateway/auth/userinfo"
    " /gateway/auth/jwks /registers/programmes/requests /static/none.css"
).split()
FOREIGN: tuple[dict[str, str], ...] = (
    {},
    {"Origin": "http://127.0.0.1:8000"},
    {"Origin": "null"},
    {"Referer": "https://evil.example/"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
)


def test_every_endpoint_says_whom_it_is_for(sandbox: Flask) -> None:
    verify(sandbox)
    for rule in sandbox.url_map.iter_rules():
        declared = declaration_of(sandbox, rule.endpoint)
        assert declared is not None
        assert "POST" not in (rule.methods or ()) or declared.proof in {Proof.ORIGIN, Proof.KEY}


@pytest.mark.parametrize(
    ("view", "words"), [(lambda: "", "planted: no access declared"), (public()(lambda: ""), "declares no proof")]
)
def test_a_sandbox_with_an_undeclared_door_does_not_start(view: Callable[[], str], words: str) -> None:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/planted", "planted", view, methods=["POST"])
    with pytest.raises(UndeclaredAccess, match=words):
        verify(app)


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("address", FORMS)
def test_a_form_from_elsewhere_changes_nothing(
    site: EsiaSite, browser: SandboxVisitor, here: World, address: str, headers: dict[str, str]
) -> None:
    site.code_for("blind-woman", browser)
    before = len(here.codes), len(here.sessions), here.failure(System.ESIA)
    number = site.authorise(browser).headers["Location"].partition("=")[2]
    sent = {"person": "blind-woman", "decision": "allow", "esia": "slow"}
    answer = browser.post(address.format(number), data=sent, headers=headers)
    assert answer.status_code == 400
    assert "Форму отправили не со страницы песочницы" in answer.text
    assert (len(here.codes), len(here.sessions), here.failure(System.ESIA)) == before


def test_only_pages_of_a_sign_in_let_their_form_lead_to_the_site(site: EsiaSite, browser: SandboxVisitor) -> None:
    sign_in = site.authorise(browser).headers["Location"]
    site.code_for("blind-woman", browser)
    consent = site.authorise(browser).headers["Location"]
    widened = CONTENT_SECURITY_POLICY.replace("form-action 'self'", "form-action 'self' http://127.0.0.1:8000")
    assert widened != CONTENT_SECURITY_POLICY
    assert [browser.get(address).headers[POLICY] for address in (sign_in, consent)] == [widened] * 2
    for address in ("/", "/control", "/sign-in", "/nowhere", "/idp/ext/Logout"):
        assert browser.get(address).headers[POLICY] == CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", DOORS)
def test_any_request_has_a_plain_answer(browser: SandboxVisitor, address: str, method: str) -> None:
    answer = browser.open(address, method=method)
    assert answer.status_code < 500
    assert [name for name, _ in answer.headers if name.lower().startswith("access-control")] == []


@pytest.mark.parametrize(
    "address", ["/?" + "x" * 9000, "/?q=%ff", "/?q=%00", "/%00", "/sign-in?request=%ff", "/rs/prns/%ff"]
)
def test_what_cannot_be_read_is_a_plain_page(browser: SandboxVisitor, address: str) -> None:
    assert browser.page(address).status in {400, 404}


def test_a_form_that_cannot_be_read_is_a_plain_page(browser: SandboxVisitor) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}
    assert browser.post("/control", data={"esia": "a\x00"}, headers=headers).status_code == 400
    assert browser.post("/control", data={"esia": "a" * 300_000}, headers=headers).status_code == 413


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:8001", "localhost.evil.example", ""])
def test_only_its_own_name_is_answered(browser: SandboxVisitor, host: str) -> None:
    answer = browser.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert NOTICE[:-1] in answer.text


def test_a_fault_is_a_page_without_details(
    built: Flask, browser: SandboxVisitor, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken() -> str:
        raise ValueError("000-000-601 01")

    monkeypatch.setitem(built.view_functions, "control.home", public()(broken))
    page = browser.page("/")
    said = capfd.readouterr()
    assert (page.status, page.h1) == (500, "Ошибка песочницы")
    assert "ValueError" in said.err
    assert "000-000" not in page.text + said.err + said.out


def test_the_log_tells_nobody(site: EsiaSite, browser: SandboxVisitor, capfd: pytest.CaptureFixture[str]) -> None:
    code = site.code_for("blind-woman", browser)
    answer = site.redeem(site.exchange(code)).get_json()
    site.read("/rs/prns/1000600001", answer["access_token"])
    said = "".join(capfd.readouterr())
    assert said.count('"event": "request"') >= 5
    for secret in (code, answer["access_token"], "1000600001", "601 01", "blind-woman", "Воронцова"):
        assert secret not in said


def test_a_bad_page_is_found(built: Flask) -> None:
    client = visitor_of(built)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(
            built.view_functions, "control.home", public()(lambda: "<!doctype html><title>x</title><h1>x</h1>")
        )
        with pytest.raises(BadPage, match="does not say that it is the sandbox"):
            client.get("/")
