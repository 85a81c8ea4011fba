"""Sign-out ends the session and leads only to registered sites; the next sign-in asks who you are."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest

from tests.sandbox.esia_site import EsiaSite
from tests.sandbox.visitor import SandboxVisitor

OUT = "/idp/ext/Logout"


def leave(browser: SandboxVisitor, client_id: str, back: str) -> tuple[int, str | None]:
    answer = browser.get(f"{OUT}?{urlencode({'client_id': client_id, 'redirect_url': back})}")
    return answer.status_code, answer.headers.get("Location")


def next_step(site: EsiaSite, browser: SandboxVisitor) -> str:
    return site.authorise(browser).headers["Location"].partition("?")[0]


@pytest.mark.parametrize("path", ["/", "/signed-out?x=1", "/sign-in/return"])
def test_who_signs_out_returns_to_the_site_and_is_not_signed_in_again(
    site: EsiaSite, browser: SandboxVisitor, path: str
) -> None:
    site.code_for("blind-woman", browser)
    assert next_step(site, browser) == "/consent"
    back = f"http://127.0.0.1:8000{path}"
    assert leave(browser, "ORIENTIR", back) == (302, back)
    assert browser.get_cookie("orientir_sandbox") is None
    assert next_step(site, browser) == "/sign-in"


@pytest.mark.parametrize(
    ("client_id", "back"),
    [
        ("ORIENTIR", "https://evil.example/"),
        ("ORIENTIR", "http://127.0.0.1:8000@evil.example/"),
        ("ORIENTIR", "http://127.0.0.1:8000.evil.example/"),
        ("ORIENTIR", "http://127.0.0.1:9000/"),
        ("ORIENTIR", "https://127.0.0.1:8000/"),
        ("ORIENTIR", "//evil.example"),
        ("ORIENTIR", "/"),
        ("ORIENTIR", "http://127.0.0.1:8000\\@evil.example/"),
        ("ORIENTIR", "http://127.0.0.1:port/"),
        ("ORIENTIR", "javascript:alert(1)"),
        ("ORIENTIR", "http://127.0.0.1:8000/\r\nSet-Cookie: a=b"),
        ("ORIENTIR", "http://127.0.0.1:8000/\t"),
        ("ORIENTIR", "http://127.0.0.1\n:8000/"),
        ("UNKNOWN", "http://127.0.0.1:8000/"),
    ],
)
def test_nobody_is_led_to_a_stranger(site: EsiaSite, browser: SandboxVisitor, client_id: str, back: str) -> None:
    site.code_for("blind-woman", browser)
    assert leave(browser, client_id, back) == (400, None)
    assert next_step(site, browser) == "/sign-in"


def test_without_an_address_a_page_says_that_it_is_done(browser: SandboxVisitor) -> None:
    page = browser.page(f"{OUT}?client_id=ORIENTIR")
    assert (page.status, page.h1) == (200, "Вы вышли из ЕСИА")


def test_the_cookie_is_its_own_and_changes_with_the_person(site: EsiaSite, browser: SandboxVisitor) -> None:
    site.code_for("blind-woman", browser)
    first = browser.get_cookie("orientir_sandbox")
    site.authorise(browser)
    consent = browser.page(site.authorise(browser).headers["Location"])
    consent.follow("Войти другим человеком").submit(button="Войти: Лебедев Пётр Ильич")
    second = browser.get_cookie("orientir_sandbox")
    assert first is not None and second is not None
    assert (second.http_only, second.same_site, second.path, len(second.value) >= 43) == (True, "Lax", "/", True)
    assert first.value != second.value
    browser.set_cookie("orientir_sandbox", first.value)
    assert next_step(site, browser) == "/sign-in"


def test_a_session_is_over_after_half_a_day(site: EsiaSite, browser: SandboxVisitor) -> None:
    site.code_for("blind-woman", browser)
    site.clock.move(timedelta(hours=12, seconds=5))
    assert next_step(site, browser) == "/sign-in"


@pytest.mark.parametrize("forged", ["", "x", "x" * 3000, "ы", "%00"])
def test_a_forged_cookie_is_nobodys(site: EsiaSite, browser: SandboxVisitor, forged: str) -> None:
    browser.set_cookie("orientir_sandbox", forged)
    assert next_step(site, browser) == "/sign-in"
