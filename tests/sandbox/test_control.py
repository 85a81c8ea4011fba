"""The control page: says how things stand, moves the common clock, switches failures, puts everything back."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.sandbox.esia_site import OWN_PAGE, EsiaSite
from tests.sandbox.register import RegisterClient
from tests.sandbox.visitor import SandboxVisitor
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.world import World


def test_home_says_what_this_is_and_who_lives_here(browser: SandboxVisitor) -> None:
    home = browser.page("/")
    assert home.h1 == "Песочница государственных систем"
    assert home.headings(3)[0] == "Воронцова Анна Сергеевна"
    assert len(home.headings(3)) == 24
    assert "Страховой номер: 000-000-601-01" in home.main
    assert "Страховой номер: нет" in home.main
    assert home.follow("Управление: часы").h1 == "Управление песочницей"


@pytest.mark.parametrize(("button", "days"), [("Вперёд на день", 1), ("Вперёд на 30 дней", 30), ("Вперёд на год", 365)])
def test_the_clock_is_moved_for_everybody(browser: SandboxVisitor, site: EsiaSite, button: str, days: int) -> None:
    moved = browser.page("/control").submit(button=button)
    assert moved.title == "Часы переведены. Управление песочницей — песочница"
    assert "Часы переведены." in moved.main
    assert site.clock.shift() == timedelta(days=days)
    twice = moved.submit(button=button)
    assert site.clock.shift() == timedelta(days=2 * days)
    back = twice.submit(button="Вернуть настоящее время")
    assert site.clock.shift() == timedelta()
    assert "Часы идут по настоящему времени" in back.main


def test_the_clock_is_told_in_moscow_time(browser: SandboxVisitor, site: EsiaSite) -> None:
    site.clock.move(datetime(2027, 3, 8, 21, 5, 30, tzinfo=UTC) - datetime.now(UTC))
    assert "На часах: 9 марта 2027 года, 0:05." in browser.page("/control").main


def test_the_clock_does_not_leave_the_calendar(browser: SandboxVisitor, site: EsiaSite) -> None:
    site.clock.move(timedelta(days=365 * 100))
    assert browser.post("/control", data={"clock": "year"}, headers=OWN_PAGE).status_code == 400
    assert browser.page("/control").status == 200


def test_failures_are_chosen_by_words(browser: SandboxVisitor, here: World) -> None:
    page = browser.page("/control")
    changed = page.submit({"Отказ: подпись сайта не принята": ""}, button="Отвечать так")
    assert changed.title.startswith("Ответы систем изменены. ")
    assert changed.address.endswith("#failures")
    assert (here.failure(System.ESIA), here.failure(System.PROGRAMMES)) == (Failure.REFUSE, Failure.USUAL)
    again = changed.submit({"Поздно: ответ готов": ""}, button="Отвечать так")  # the other choice stands
    assert (here.failure(System.ESIA), here.failure(System.PROGRAMMES)) == (Failure.REFUSE, Failure.LATE)
    assert again.status == 200


def test_everything_is_put_back(browser: SandboxVisitor, here: World, site: EsiaSite, register: RegisterClient) -> None:
    site.code_for("blind-woman", browser)
    number = register.ask("000-000-601 01")
    browser.page("/control").submit(button="Вперёд на год").submit(button="Отвечать так")
    here.switch(System.ESIA, Failure.HTML)
    page = browser.page("/control").submit(button="Начать всё заново")
    assert page.title.startswith("Всё начато заново. ")
    assert "Пока никто не спрашивал." in page.main
    assert (here.failure(System.ESIA), site.clock.shift()) == (Failure.USUAL, timedelta())
    assert register.hear(number).status_code == 404
    assert site.authorise(browser).headers["Location"].startswith("/sign-in")


def test_the_page_tells_what_programs_were_answered(
    browser: SandboxVisitor, site: EsiaSite, register: RegisterClient
) -> None:
    code = site.code_for("blind-woman")
    for _ in range(2):
        site.redeem(site.exchange(code))
    token = site.tokens("mother", scope="openid fullname kid_fullname kid_birth_cert_doc")["access_token"]
    for path in ("", "/kids", "/kids/1000600051", "/kids/1000600051/docs"):
        site.read(f"/rs/prns/1000600009{path}", token)
    register.attachments("000-000-601 01")
    told = browser.page("/control").main
    for words in (
        "ЕСИА, обмен кода: 200, ",
        "ЕСИА, обмен кода: ESIA-007011, ",
        "ЕСИА, данные человека: 200, ",
        "ЕСИА, список данных: 200, ",
        "ЕСИА, одна запись: 200, ",
        "ЕСИА, документы ребёнка: 200, ",
        "Реестр программ реабилитации, запрос: 202, ",
        "Реестр программ реабилитации, ответ на запрос: 200, ",
    ):
        assert words in told


@pytest.mark.parametrize(
    "sent",
    [{}, {"esia": "explode"}, {"clock": "week"}, {"clock": ""}, {"esia": "slow", "programmes": ""}, {"other": "slow"}],
)
def test_what_it_does_not_know_changes_nothing(
    browser: SandboxVisitor, here: World, site: EsiaSite, sent: dict[str, str]
) -> None:
    assert browser.post("/control", data=sent, headers=OWN_PAGE).status_code == 400
    assert (here.failure(System.ESIA), site.clock.shift()) == (Failure.USUAL, timedelta())


@pytest.mark.parametrize("done", ["", "nothing", "clock<script>"])
def test_the_title_says_only_what_it_knows(browser: SandboxVisitor, done: str) -> None:
    page = browser.page(f"/control?done={done}")
    assert page.title == "Управление песочницей — песочница"
