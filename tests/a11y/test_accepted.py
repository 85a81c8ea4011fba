"""A way that became longer says why, or the run fails: the budgets of the project, and each way round them planted."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from a11y_tests.report.__main__ import accept
from a11y_tests.report.journeys import FOLDER
from a11y_tests.screen_reader import accepted, journey_file, record, ways
from a11y_tests.screen_reader.accepted import Accepted, anew, raised_silently, too_wide
from a11y_tests.screen_reader.journey import Journey
from a11y_tests.screen_reader.measures import Measures
from a11y_tests.screen_reader.record import Record, Walked

DAY, LATER = date(2026, 11, 1), date(2026, 11, 22)
BEFORE = Accepted(10, 100, 60, 35, 30, most_keys=11, most_words=110, day=DAY)
BUDGETS = "клавиш не больше 11\nслов не больше 110\n"


def journey(budgets: str = BUDGETS) -> Journey:
    text = f"путь: цена\n{budgets}открыть: {{site}}/\nслышно: Дом\n"
    return journey_file.parse(text, "price", "price.journey")


def walked(way: Journey, keys: int = 10, words: int = 100, failure: str = "") -> Record:
    cost = Measures(keys, words, words // 2, words // 3, words // 4)
    return Record(way.name, way.title, "firefox", way.digest, "2026-11-22", cost, (Walked(failure, 0, ()),))


def test_every_journey_of_the_project_is_accepted_and_no_budget_rose_without_a_reason() -> None:
    journeys, before = [journey_file.load(path) for path in ways.JOURNEYS], accepted.load()
    assert {each.name for each in journeys} == set(before), "walk them, then `make report-accept`"
    assert [fault for each in journeys for fault in raised_silently(each, before[each.name])] == []
    assert [fault for each in journeys for fault in too_wide(each, before[each.name])] == []


def test_a_budget_raised_with_a_reason_is_no_fault() -> None:
    way = journey(f"{BUDGETS}клавиш не больше 14, потому что в меню появилась ссылка\n")
    assert raised_silently(way, BEFORE) == []
    assert (way.keys, way.words) == (14, 110)


@pytest.mark.parametrize(
    ("budgets", "told"),
    [
        ("клавиш не больше 14\nслов не больше 110\n", "клавиш: было не больше 11, стало 14"),
        ("клавиш не больше 11\nслов не больше 150\n", "слов: было не больше 110, стало 150"),
        (
            "клавиш не больше 9\nклавиш не больше 14, потому что так вышло\nслов не больше 110\n",
            "клавиш: было не больше 11, стало 14",
        ),
    ],
    ids=["keys", "words", "an old reason made wider"],
)
def test_a_budget_raised_in_place_is_found(budgets: str, told: str) -> None:
    assert [told in fault for fault in raised_silently(journey(budgets), BEFORE)] == [True]


def test_a_lowered_budget_is_no_fault() -> None:
    assert raised_silently(journey("клавиш не больше 8\nслов не больше 90\n"), BEFORE) == []


@pytest.mark.parametrize(("keys", "words", "faults"), [(10, 100, 0), (8, 100, 1), (9, 80, 1), (5, 50, 2)])
def test_a_budget_wide_enough_to_hide_a_rise_is_found(keys: int, words: int, faults: int) -> None:
    assert len(too_wide(journey(), replace(BEFORE, keys=keys, words=words))) == faults


def test_what_fell_is_accepted_with_its_day() -> None:
    after = anew(journey(), walked(journey(), keys=9, words=80), BEFORE, LATER)
    assert after == Accepted(9, 80, 40, 26, 20, most_keys=11, most_words=110, day=LATER)


def test_what_rose_without_a_reason_is_not_accepted() -> None:
    assert anew(journey(), walked(journey(), keys=11, words=104), BEFORE, LATER) == BEFORE


def test_what_rose_with_a_reason_is_accepted() -> None:
    way = journey(f"{BUDGETS}слов не больше 130, потому что назван изготовитель\n")
    after = anew(way, walked(way, keys=11, words=125), BEFORE, LATER)
    assert (after.keys, after.words, after.most_keys, after.most_words) == (10, 125, 11, 130)


def test_a_new_journey_is_accepted_as_it_is() -> None:
    assert anew(journey(), walked(journey()), None, DAY) == replace(
        BEFORE, seconds=50, practised_seconds=33, braille_lines=25
    )


def test_what_was_not_walked_is_not_accepted() -> None:
    with pytest.raises(ValueError, match="не пройден по нынешнему тексту"):
        anew(journey(), walked(journey(), failure="тишина"), BEFORE, LATER)
    with pytest.raises(ValueError, match="не пройден по нынешнему тексту"):
        anew(journey(), replace(walked(journey()), digest="другой"), BEFORE, LATER)


def test_a_walk_by_a_budget_raised_in_place_is_not_accepted() -> None:
    way = journey("клавиш не больше 14\nслов не больше 110\n")
    with pytest.raises(ValueError, match="было не больше 11, стало 14"):
        anew(way, walked(way, keys=14), BEFORE, LATER)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    both = {"price": BEFORE, "help": replace(BEFORE, keys=3)}
    accepted.save(both, tmp_path / "accepted.toml")
    assert accepted.load(tmp_path / "accepted.toml") == both
    assert accepted.load(tmp_path / "absent.toml") == {}


def test_accepting_a_run_keeps_what_was_not_walked_and_says_so(tmp_path: Path) -> None:
    first, second = (journey_file.load(path) for path in ways.JOURNEYS[:2])
    file = tmp_path / "accepted.toml"
    accepted.save({second.name: replace(BEFORE, most_keys=second.keys, most_words=second.words)}, file)
    record.write(walked(first), tmp_path / FOLDER)
    refused = accept(tmp_path, file)
    assert len(refused) == len(ways.JOURNEYS) - 1
    assert f"{second.name}: записи нет, пройдите его" in refused
    assert {name: values.keys for name, values in accepted.load(file).items()} == {first.name: 10, second.name: 10}
