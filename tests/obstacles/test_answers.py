"""Answers: by a command, on the page of the number, in time or late, kept for a year."""

from datetime import timedelta

import pytest

from tests.obstacles.reporting import SAID, number_of, report, rows
from tests.support.registers import Stage
from tests.support.strict_client import StrictClient, visitor
from webapp.core.database import record
from webapp.core.errors import NotFound
from webapp.obstacles import actions
from webapp.obstacles.errors import AlreadyAnswered, NothingSaid
from webapp.obstacles.rules import KEPT_FOR


def answer(stage: Stage, number: str, text: str = "Цену теперь слышно.", replaces: bool = False) -> None:
    with stage.app.app_context(), record() as database:
        actions.answer(database, number, text, replaces)


def clean_up(stage: Stage) -> int:
    with stage.app.app_context(), record() as database:
        return actions.remove_expired(database)


def numbers(stage: Stage) -> set[str]:
    return {row.number for row in rows(stage.app)}


def test_an_answer_is_the_first_thing_on_the_page(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest))
    stage.clock.pass_time(days=2)
    answer(stage, number, "Цену теперь слышно.\n\n<b>Спасибо</b>, что сказали.")
    page = visitor(stage.app).page(f"/obstacle/{number}")
    assert page.title == f"Номер {number}: есть ответ — Ориентир"
    assert page.main.startswith(f"{page.h1} Цену теперь слышно. <b>Спасибо</b>, что сказали. Сообщение получено: ")
    assert "Сообщение получено: 2 марта 2026 года" in page.main
    assert "Ответ дан: 4 марта 2026 года" in page.main
    assert "Последний день этой страницы: 4 марта 2027 года" in page.main
    english = visitor(stage.app).get(f"/en/obstacle/{number}").text
    assert '<p class="lead" lang="ru">Цену теперь слышно.</p>' in english


def test_a_late_answer_is_owned_up_to(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest))
    stage.clock.pass_time(days=10)
    assert "это сегодня" in guest.page(f"/obstacle/{number}").main
    stage.clock.pass_time(days=1)
    late = guest.page(f"/obstacle/{number}")
    assert "Мы опаздываем с ответом. Обещали до 12 марта 2026 года, прошёл 1 день." in late.main
    assert "Позвоните или напишите нам" in late.main


def test_an_answer_is_not_overwritten_by_chance(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest))
    with pytest.raises(NothingSaid):
        answer(stage, number, " \n\u200b")
    answer(stage, number, "Первый.")
    with pytest.raises(AlreadyAnswered):
        answer(stage, number, "Второй.")
    assert "Первый." in guest.page(f"/obstacle/{number}").main
    answer(stage, number, "Второй.", replaces=True)
    assert "Второй." in guest.page(f"/obstacle/{number}").main
    with pytest.raises(NotFound):
        answer(stage, "000-000-000-000")


def test_a_report_goes_a_year_after_its_answer(stage: Stage, guest: StrictClient) -> None:
    answered, waiting = number_of(report(guest)), number_of(report(guest))
    stage.clock.pass_time(days=30)
    answer(stage, answered)
    stage.clock.pass_time(seconds=KEPT_FOR.total_seconds())
    assert guest.page(f"/obstacle/{answered}").status == 200
    clean_up(stage)
    assert answered in numbers(stage)
    stage.clock.pass_time(seconds=1)
    assert guest.page(f"/obstacle/{answered}").status == 404
    assert clean_up(stage) == 1
    assert answered not in numbers(stage)
    assert waiting in numbers(stage)


def test_a_report_without_an_answer_is_never_forgotten(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest, SAID))
    stage.clock.pass_time(days=4000)
    clean_up(stage)
    assert number in numbers(stage)
    assert timedelta(days=4000) > KEPT_FOR


def test_a_report_can_be_removed(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest))
    with stage.app.app_context(), record() as database:
        actions.remove(database, number)
    assert guest.page(f"/obstacle/{number}").status == 404
    with stage.app.app_context(), pytest.raises(NotFound), record() as database:
        actions.remove(database, number)
