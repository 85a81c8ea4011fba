"""The report says what the last run found, and says what it did not find out."""

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from a11y_tests import steady
from a11y_tests.report import goals, journeys, steadiness, writing
from a11y_tests.screen_reader import journey_file, record
from a11y_tests.screen_reader.accepted import Accepted
from a11y_tests.screen_reader.measures import Measures
from a11y_tests.screen_reader.record import Deed, Record, Walked
from a11y_tests.section import Section

TEXT = """\
путь: цена трости
клавиш не больше 11
клавиш не больше 14, потому что в меню появилась ссылка
слов не больше 110
открыть: {site}/
слышно: Дом
"""
WAY = journey_file.parse(TEXT, "price", "price.journey")
BEFORE = Accepted(10, 100, 60, 35, 30, most_keys=11, most_words=110, day=date(2026, 11, 1))
GOOD = Walked("", 0, (Deed("открыть: {site}/", ("Дом <b>",), "⠙", 0.5), Deed("нажать: H", (), "", 0.1)))
BAD = Walked("price.journey:5: тишина", 0, ())
WALK = Record(
    "price", "цена трости", "firefox", WAY.digest, "2026-11-22T06:00:00+00:00", Measures(12, 95, 50, 30, 30), (GOOD,)
)
BOTH = [("price", "firefox"), ("price", "chromium")]


def told(*walks: Record, expected: list[tuple[str, str]] | None = None) -> Section:
    kept = {(walk.name, walk.browser): walk for walk in walks}
    return journeys.told({"price": WAY}, expected or BOTH, kept, {"price": BEFORE})


def test_a_journey_is_told_with_its_change_since_it_was_accepted() -> None:
    section = told(WALK)
    assert section.rows[0][:7] == (
        "Цена трости, Firefox",
        "пройден",
        "12, на 2 больше",
        "95, на 5 меньше",
        "50, на 10 меньше",
        "30, на 5 меньше",
        "30",
    )
    assert section.addresses == {"Цена трости, Firefox": "journeys/price.firefox.html"}


def test_what_is_missing_is_said_and_not_filled_in() -> None:
    section = told(WALK)
    assert section.lines[0] == "Пройдено: 1. Должно быть: 2. Прогон неполный, нет записей: 1."
    assert section.rows[1] == ("Цена трости, Chromium", "записи нет: не пройден", *["нет"] * 7)
    assert told().lines[0] == "Пройдено: 0. Должно быть: 2. Прогон неполный, нет записей: 2."


def test_a_walk_of_another_text_is_none() -> None:
    section = told(replace(WALK, digest="прежний"), expected=BOTH[:1])
    assert section.rows[0][1] == "записан по прежнему тексту пути, пройдите снова"
    assert section.lines[0].endswith("нет записей: 1.")


def test_a_second_attempt_and_a_failure_are_told() -> None:
    section = told(replace(WALK, attempts=(BAD, GOOD)), expected=BOTH[:1])
    assert "Со второй попытки: Цена трости, Firefox." in section.lines
    assert section.rows[0][-2] == "1"
    failed = told(replace(WALK, attempts=(BAD, BAD)), expected=BOTH[:1])
    assert (failed.lines[0], failed.rows[0][1]) == ("Пройдено: 0. Должно быть: 1.", "не пройден")


def test_a_shorter_way_is_offered_and_a_reason_is_told() -> None:
    section = told(WALK)
    assert "Стало короче: цена трости. Принять: make report-accept." in section.lines
    assert "цена трости: клавиш не больше 14, потому что в меню появилась ссылка." in section.lines
    longer = told(replace(WALK, measures=Measures(10, 100, 60, 35, 30)))
    assert not any(line.startswith("Стало короче") for line in longer.lines)


def test_budgets_are_compared_in_firefox_only() -> None:
    row = told(replace(WALK, browser="chromium"), expected=BOTH[1:]).rows[0]
    assert row[1:4] == ("пройден", "12", "95")


def test_a_row_must_fit_its_table() -> None:
    with pytest.raises(ValueError, match="2 columns, 1 cells"):
        Section("Цены", (), ("Путь", "Цена"), (("первый",),))


def test_the_report_is_written_as_tables_lists_and_text(tmp_path: Path) -> None:
    record.write(WALK, tmp_path / journeys.FOLDER)
    writing.write(tmp_path, [told(WALK), Section("Plain words", ("Не проверено & ждёт.",), ("page",), (("home",),))])
    table, lists, plain = ((tmp_path / name).read_text() for name in ("index.html", "lists.html", "index.txt"))
    assert '<th scope="row"><a href="journeys/price.firefox.html">Цена трости, Firefox</a></th>' in table
    assert "<li>Клавиш: 12, на 2 больше</li>" in lists and "<table>" not in lists
    assert "\nЦена трости, Firefox. Исход: пройден; Клавиш: 12, на 2 больше; " in plain
    assert all("Не проверено &amp; ждёт." in page for page in (table, lists))
    assert '<h2 lang="en">Plain words</h2>' in table and '<th scope="row" lang="en">home</th>' in table
    heard = (tmp_path / "journeys" / "price.firefox.html").read_text()
    assert "<li>Дом &lt;b&gt;</li>" in heard and "<p>Тишина.</p>" in heard


def test_no_steady_runs_are_said_and_a_failed_one_is_told(tmp_path: Path) -> None:
    assert steadiness.sections(tmp_path)[0].lines == ("Не проверено: make a11y-steady не запускали.",)
    good, bad = ((sys.executable, "-c", f"print('3 passed'); raise SystemExit({code})") for code in (0, 1))
    assert steady.main(2, good, tmp_path) == 0
    assert steadiness.sections(tmp_path)[0].lines == ("Без сбоев: 2. Всего прогонов: 2.",)
    assert steady.main(1, bad, tmp_path) == 1
    assert steadiness.sections(tmp_path)[0].rows[0][1:3] == ("со сбоем", "3")


def test_a_run_that_walked_nothing_is_not_clean(tmp_path: Path) -> None:
    assert steady.main(1, (sys.executable, "-c", "print('no tests ran')"), tmp_path) == 1
    assert steady.main(0, (sys.executable, "-c", ""), tmp_path) == 1


def test_goals_that_nobody_measured_are_not_kept(tmp_path: Path) -> None:
    section = goals.sections(tmp_path)[0]
    assert [row[3] for row in section.rows] == ["не измерено", "достигнута", "достигнута", "не измерено", "не измерено"]
    assert section.lines[0].startswith("Не достигнуто или не измерено: Вес страниц; Клавиш от заголовка до ответа")


@pytest.mark.parametrize(("value", "told", "end"), [(9.2, "10", "достигнута"), (14.1, "15", "не достигнута")])
def test_a_weight_is_told_with_its_goal(value: float, told: str, end: str, tmp_path: Path) -> None:
    measure = {"group": "first visit", "name": "home: HTML and CSS", "value": value, "goal": {"good": 14}}
    (tmp_path / goals.BENCH).write_text(json.dumps({"measures": [measure, {"group": "other"}]}))
    row = goals.sections(tmp_path)[0].rows[0]
    assert row == ("HTML и CSS страницы, сжатые: главная", "не больше 14 килобайт", told, end)
