"""One question, a check, a confirmation: what was typed stays, errors are said, nothing is sent twice."""

import pytest

from tests.support.page import Page
from tests.support.strict_client import StrictClient

QUESTION = "/style-guide/journey/question"
DAY, MONTH, YEAR = "День", "Месяц", "Год"


def answered(client: StrictClient, day: str, month: str = "", year: str = "") -> Page:
    return client.page(QUESTION).submit({DAY: day, MONTH: month, YEAR: year})


def test_from_question_to_confirmation(writer: StrictClient) -> None:
    check = answered(writer, "27", "марта", "2007 года")
    assert check.address == "/style-guide/journey/check"
    assert "27 марта 2007 года" in check.main
    done = check.submit()
    assert done.address == "/style-guide/journey/done"
    assert "27 марта 2007 года" in done.main


def test_back_shows_what_was_answered(writer: StrictClient) -> None:
    question = answered(writer, "3.06.2026").follow("Назад")
    assert [question.value(label) for label in (DAY, MONTH, YEAR)] == ["3", "6", "2026"]


PARTS = {"": DAY, "-month": MONTH, "-year": YEAR}


@pytest.mark.parametrize(
    "typed", [("", "", ""), ("31", "2", "2027"), ("27", "", ""), ("x", "3", "2007"), ("1", "13", "2007")]
)
def test_a_wrong_answer_stays_and_is_explained(writer: StrictClient, typed: tuple[str, str, str]) -> None:
    page = answered(writer, *typed)
    assert page.status == 422
    assert page.title.startswith("Ошибка: ")
    assert tuple(page.value(label) for label in (DAY, MONTH, YEAR)) == typed
    summary = next(link for link in page.links if link.address.startswith("#bought"))
    assert f"Ошибка: {summary.words}" in page.main
    wrong = [part for part, label in PARTS.items() if "Ошибка: " in page.says_of(label)]
    assert summary.address == f"#bought{wrong[0]}"  # the way leads to the first part to mend


def test_signs_that_no_page_may_hold_are_left_out(writer: StrictClient) -> None:
    page = answered(writer, "\x0b4\x071\ufffe", "\x1f3")
    assert (page.status, page.value(DAY), page.value(MONTH)) == (422, "41", "3")


def test_the_summary_takes_the_focus_without_script(writer: StrictClient) -> None:
    page = answered(writer, "")
    groups = [element for element in page.tree.iter() if element.get("autofocus") is not None]
    assert [(group.get("role"), group.get("tabindex")) for group in groups] == [("group", "-1")]


def test_steps_that_are_not_reached_lead_to_the_question(writer: StrictClient) -> None:
    for step in ("check", "done"):
        assert writer.page(f"/style-guide/journey/{step}").address == QUESTION


def test_another_answer_has_to_be_sent_again(writer: StrictClient) -> None:
    answered(writer, "1 мая 2026").submit()
    answered(writer, "2 мая 2026")
    assert writer.page("/style-guide/journey/done").address == QUESTION
