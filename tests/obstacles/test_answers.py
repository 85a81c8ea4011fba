"""Answers: by a command, on the page of the number, in time or late, kept for a year."""

from datetime import timedelta

import pytest

from tests.obstacles.reporting import FORM, SAID, number_of, report, rows
from tests.support.registers import Stage
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core.database import record
from webapp.core.errors import NotFound
from webapp.obstacles import actions, queries
from webapp.obstacles.errors import AlreadyAnswered, NothingSaid
from webapp.obstacles.rules import KEPT_FOR, KEPT_UNANSWERED_FOR


def answer(
    stage: Stage, number: str, text: str = "Цену теперь слышно.", language: str = "", replaces: bool = False
) -> None:
    with stage.app.app_context(), record() as database:
        actions.answer(database, number, text, language, replaces)


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


@pytest.mark.parametrize(
    ("form", "language", "marks"),
    [
        (FORM, "", ("", ' lang="ru"')),
        (FORM, "en", (' lang="en"', "")),
        (f"/en{FORM}", "", (' lang="en"', "")),
        (f"/en{FORM}", "ru", ("", ' lang="ru"')),
    ],
)
def test_an_answer_is_said_in_its_own_language(
    stage: Stage, guest: StrictClient, form: str, language: str, marks: tuple[str, str]
) -> None:
    place = guest.post(form, data={"text": SAID}, headers=OUR_PAGE).headers["Location"]
    number = place.partition("?")[0].rpartition("/")[2]
    answer(stage, number, "Ready: Ладья.", language)
    pages = [visitor(stage.app).get(f"{prefix}/obstacle/{number}").text for prefix in ("", "/en")]
    for page, mark in zip(pages, marks, strict=True):
        assert f'<p class="lead"{mark}>Ready: Ладья.</p>' in page


def test_signs_that_are_not_heard_are_words_of_the_language_of_the_answer(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest))
    answer(stage, number, "Бюро № 4")
    assert "Бюро номер 4" in guest.page(f"/obstacle/{number}").main
    answer(stage, number, "Size ≥ 4", "en", replaces=True)
    assert "Size at least 4" in guest.page(f"/obstacle/{number}").main


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


def test_a_report_without_an_answer_is_kept_for_three_years_and_says_so(stage: Stage, guest: StrictClient) -> None:
    told = report(guest, SAID)
    number = number_of(told)
    assert "Без ответа храним сообщение три года, потом удаляем." in told.main
    assert timedelta(days=3 * 365) == KEPT_UNANSWERED_FOR
    stage.clock.pass_time(seconds=KEPT_UNANSWERED_FOR.total_seconds())
    clean_up(stage)
    assert number in numbers(stage)
    stage.clock.pass_time(seconds=1)
    assert guest.page(f"/obstacle/{number}").status == 404
    clean_up(stage)
    assert number not in numbers(stage)


def test_what_is_over_is_over_for_every_read_before_it_is_removed(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest))
    answer(stage, number)
    stage.clock.pass_time(seconds=KEPT_FOR.total_seconds() + 1)
    assert number in numbers(stage)
    asked = guest.page(f"/obstacle/find?number={number}")
    assert (asked.status, "или его уже удалили" in asked.main) == (422, True)
    gone = guest.page(f"/obstacle/{number}")
    assert (gone.status, gone.h1) == (404, "Такого сообщения нет")
    assert "через год после ответа, без ответа через три года" in gone.main
    assert {"/obstacle/find", "/obstacle"} <= {link.address for link in gone.links}
    with stage.app.app_context():
        assert number not in {each.number for each in queries.reports()}


def test_a_report_can_be_removed(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest))
    with stage.app.app_context(), record() as database:
        actions.remove(database, number)
    assert guest.page(f"/obstacle/{number}").status == 404
    with stage.app.app_context(), pytest.raises(NotFound), record() as database:
        actions.remove(database, number)
