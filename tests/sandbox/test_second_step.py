"""The second step: a code that the page itself shows, taken however it is typed, lost after five wrong ones."""

import re

import pytest

from tests.sandbox.esia_site import OWN_PAGE, EsiaSite, told
from tests.sandbox.visitor import SandboxVisitor
from tests.support.form_rules import faults_of_refusal
from tests.support.forms import Deed, Press
from tests.support.page import Page
from webapp.sandbox.esia.second_step import digits_of
from webapp.sandbox.world import World

QUESTION = "Какой код в сообщении?"


def asked(site: EsiaSite, browser: SandboxVisitor) -> Page:
    """The page that asks for the code."""
    choosing = browser.page(site.authorise(browser).headers["Location"])
    return choosing.submit(button="Войти: Щукин Павел Андреевич")


def shown(page: Page) -> str:
    """The code that the page shows."""
    found = re.search(r"Код из сообщения: (\d{3}-\d{3})", page.main)
    assert found is not None
    return found[1]


def wrong(page: Page) -> str:
    """Six digits that are not the code."""
    return "111111" if shown(page) == "000-000" else "000000"


def test_the_code_is_on_the_page_and_signs_the_person_in(site: EsiaSite, browser: SandboxVisitor) -> None:
    page = asked(site, browser)
    assert (page.status, page.h1) == (200, QUESTION)
    consent = page.submit({QUESTION: shown(page)}, button="Продолжить")
    assert consent.h1.startswith("Разрешить сайту")
    assert "Вы вошли: Щукин Павел Андреевич." in consent.main


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("482915", "482915"),
        ("482 915", "482915"),
        ("482-915", "482915"),
        ("482 – 915.", "482915"),
        ("4 8 2 9 1 5", "482915"),
        ("４８２９１５", "482915"),
        ("код 482915", "482915"),
        ("четыре восемь два девять один пять", "482915"),
        ("четыреста восемьдесят два девятьсот пятнадцать", "482915"),
        ("сорок восемь двадцать девять пятнадцать", "482915"),
        ("ноль ноль семь ноль один два", "007012"),
        ("\u00a0482\u202f915\n", "482915"),
        ("привет", ""),
        ("", ""),
    ],
)
def test_a_code_may_be_typed_pasted_or_dictated(typed: str, digits: str) -> None:
    assert digits_of(typed) == digits


@pytest.mark.parametrize("typed", ["", "48", "привет", "<b>", "1234567"])
def test_what_is_no_code_is_asked_for_again_and_costs_nothing(
    site: EsiaSite, browser: SandboxVisitor, typed: str
) -> None:
    page = asked(site, browser)
    code = shown(page)
    for _ in range(6):
        page = page.submit({QUESTION: typed}, button="Продолжить")
    deed = Deed("wrong", "second_step.check", Press("", "Продолжить"), frozenset(), refused={QUESTION: typed})
    assert list(faults_of_refusal(deed, page)) == []
    assert "Введите шесть цифр из сообщения" in page.main
    assert page.submit({QUESTION: code}, button="Продолжить").h1.startswith("Разрешить")


def test_a_wrong_code_says_how_many_tries_are_left(site: EsiaSite, browser: SandboxVisitor) -> None:
    page = asked(site, browser)
    again = page.submit({QUESTION: wrong(page)}, button="Продолжить")
    deed = Deed("wrong", "second_step.check", Press("", ""), frozenset(), refused={QUESTION: wrong(page)})
    assert list(faults_of_refusal(deed, again)) == []
    assert "Код не подошёл. Осталось попыток: 4" in again.main
    assert shown(again) == shown(page)


def test_five_wrong_codes_end_the_sign_in(site: EsiaSite, browser: SandboxVisitor) -> None:
    page = asked(site, browser)
    address, sent = page.address, {"code": wrong(page)}
    answers = [browser.post(address, data=sent, headers=OWN_PAGE) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [422] * 4 + [302]
    assert told(answers[-1])["error"] == "access_denied"
    assert told(answers[-1])["error_description"].startswith("ESIA-007046: ")
    over = browser.page(address)
    assert (over.status, over.h1) == (404, "Этот вход уже закончен или прерван")


def test_nobody_goes_past_the_code(site: EsiaSite, browser: SandboxVisitor) -> None:
    address = asked(site, browser).address.replace("/code", "/consent")
    sent = {"person": "two-steps", "decision": "allow"}
    for answer in (browser.get(address), browser.post(address, data=sent, headers=OWN_PAGE)):
        assert answer.headers["Location"].startswith("/sign-in?request=")


def test_tokens_say_by_which_ways(site: EsiaSite, browser: SandboxVisitor) -> None:
    page = asked(site, browser)
    page.submit({QUESTION: shown(page)}, button="Продолжить")
    address = page.address.replace("/code", "/consent")
    back = browser.post(address, data={"person": "two-steps", "decision": "allow"}, headers=OWN_PAGE)
    identity = site.decoded(site.redeem(site.exchange(told(back)["code"])).get_json()["id_token"])[1]
    assert (identity["amr"], identity["urn:esia:amd"]) == ("PWD,OTP", "PWD,OTP")
    again = site.authorise(browser)  # the session remembers the code
    assert again.headers["Location"].startswith("/consent?")


def test_everybody_can_be_asked_for_a_code(site: EsiaSite, browser: SandboxVisitor, here: World) -> None:
    site.code_for("blind-woman", browser)
    page = browser.page("/control").submit(button="Спрашивать код у всех")
    assert "Сейчас код спрашивают у всех." in page.main
    arrived = site.authorise(browser).headers["Location"]
    assert arrived.startswith("/sign-in?")  # who came in by a password alone must come in anew
    answer = browser.post(arrived, data={"person": "blind-woman"}, headers=OWN_PAGE)
    assert answer.headers["Location"].startswith("/code?")
    browser.page("/control").submit(button="Спрашивать код только у некоторых")
    assert site.authorise(browser).headers["Location"].startswith("/consent?")
    assert here.asks_everybody_for_codes() is False
    assert browser.post("/control", data={"second_step": "dance"}, headers=OWN_PAGE).status_code == 400


def test_back_after_the_code_goes_on(site: EsiaSite, browser: SandboxVisitor) -> None:
    page = asked(site, browser)
    page.submit({QUESTION: shown(page)}, button="Продолжить")
    assert browser.page(page.address).h1.startswith("Разрешить сайту")
