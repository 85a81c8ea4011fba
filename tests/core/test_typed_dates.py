"""Dates as people type, paste and dictate them (U15, U33)."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as some

from tests.support.pasted import DATES, YEARS
from webapp.core.typed import FIRST_YEAR, LAST_YEAR, Refusal, day_of, line

DAY = date(2007, 3, 27)


@pytest.mark.parametrize(
    "typed",
    [
        ("27", "3", "2007"),
        ("27", "03", "2007"),
        (" 27 ", "марта", "2007 года"),
        ("27.", "Март", "2007 г."),
        ("27", "мар", "2007"),
        ("27", "March", "2007"),
        ("27 марта 2007 года", "", ""),
        ("27.03.2007", "", ""),
        ("27/3/2007", "", ""),
        ("27-03-2007", " ", ""),
        ("2007-03-27", "", ""),
        ("27\u00a0марта\u00a02007\u00a0г.", "", ""),
        ("\u200e27 March 2007", "", ""),
    ],
)
def test_a_date_in_any_of_its_forms(typed: tuple[str, str, str]) -> None:
    assert day_of(*typed) == DAY


def test_a_date_as_it_is_pasted_and_dictated_into_a_page() -> None:
    assert {why: day_of(text, "", "") for why, text in DATES.items()} == dict.fromkeys(DATES, DAY)
    assert {why: day_of("27", "марта", text) for why, text in YEARS.items()} == dict.fromkeys(YEARS, DAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (("may 5th nineteen ninety nine", "", ""), date(1999, 5, 5)),
        (("May 5th, nineteen ninety-nine.", "", ""), date(1999, 5, 5)),
        (("fifth of May twenty oh five", "", ""), date(2005, 5, 5)),
        (("the twentieth of May, twenty twenty", "", ""), date(2020, 5, 20)),
        (("May twenty first nineteen oh one", "", ""), date(1901, 5, 21)),
        (("5", "May", "nineteen eleven"), date(1911, 5, 5)),
        (("5", "May", "twenty o five"), date(2005, 5, 5)),
        (("5", "May", "nineteen hundred"), date(1900, 5, 5)),
        (("5", "May", "Twenty twenty-six"), date(2026, 5, 5)),
    ],
)
def test_a_year_is_said_in_two_numbers(typed: tuple[str, str, str], day: date) -> None:
    assert day_of(*typed) == day


@pytest.mark.parametrize(
    ("typed", "code", "parts"),
    [
        (("", " ", ""), "empty", ("day", "month", "year")),
        (("27", "", ""), "missing", ("month", "year")),
        (("27", "3", ""), "missing", ("year",)),
        (("", "3", "2007"), "missing", ("day",)),
        (("32", "3", "2007"), "day", ("day",)),
        (("0", "3", "2007"), "day", ("day",)),
        (("вторник", "3", "2007"), "day", ("day",)),
        (("тридцать два", "3", "2007"), "day", ("day",)),
        (("27", "3", "седьмого"), "year", ("year",)),
        (("²", "3", "2007"), "day", ("day",)),
        (("27", "13", "2007"), "month", ("month",)),
        (("27", "ма", "2007"), "month", ("month",)),
        (("27", "ию", "2007"), "month", ("month",)),
        (("27", "брюмер", "2007"), "month", ("month",)),
        (("27", "3", "07"), "year", ("year",)),
        (("27", "3", "twenty five"), "year", ("year",)),
        (("27", "3", "eighteen ninety nine"), "year", ("year",)),
        (("27", "3", "19 9"), "year", ("year",)),
        (("27", "3", "2101"), "year", ("year",)),
        (("27", "3", "20077"), "year", ("year",)),
        (("31", "2", "2007"), "no_such_day", ("day", "month")),
        (("29", "2", "2007"), "no_such_day", ("day", "month")),
    ],
)
def test_what_is_no_date_is_refused_with_its_parts(
    typed: tuple[str, str, str], code: str, parts: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as refused:
        day_of(*typed)
    assert (refused.value.code, refused.value.parts) == (code, parts)


@given(day=some.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), language=some.sampled_from(["ru", "en"]))
def test_every_date_is_read_back_from_how_it_is_said(day: date, language: str) -> None:
    assert day_of(str(day.day), str(day.month), str(day.year)) == day
    assert day_of(day.isoformat(), "", "") == day
    assert day_of(format_date(day, "d MMMM y", language), "", "") == day


@given(typed=some.tuples(some.text(max_size=20), some.text(max_size=20), some.text(max_size=20)))
@example(typed=("٣", "٣", "٢٠٠٧"))
@example(typed=("9" * 20, "9" * 20, "9" * 20))
def test_anything_typed_is_a_date_or_a_refusal(typed: tuple[str, str, str]) -> None:
    try:
        found: date | str = day_of(*typed)
    except Refusal as refusal:
        found = refusal.code
    known = {"empty", "missing", "day", "month", "year", "no_such_day"}
    assert FIRST_YEAR <= found.year <= LAST_YEAR if isinstance(found, date) else found in known


@given(text=some.text(max_size=60))
def test_a_line_loses_only_what_is_not_seen(text: str) -> None:
    cleaned = line(text)
    assert cleaned == cleaned.strip()
    assert line(cleaned) == cleaned


def test_a_whole_date_in_the_first_field_counts_whatever_stands_in_the_others() -> None:
    assert day_of("30 июня 2026 года", "6", "2025") == date(2026, 6, 30)
    assert day_of("30.06.2026", "февраля", "") == date(2026, 6, 30)
