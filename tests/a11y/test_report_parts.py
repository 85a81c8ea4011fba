"""Parts of the report that others measured: told with their age, and told to be missing where they are."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from a11y_tests.report import contents, criteria, goals, waiting
from a11y_tests.tree_text import parse
from a11y_tests.wcag import criteria as matrix
from a11y_tests.wcag.run import UNCONFIRMED

MEASURED = datetime(2026, 11, 1, 6, 5, tzinfo=UTC)
WAIT = {"page": "home", "network": "slow 2G", "visit": "first", "heading": 4966.0, "answer": 5013.4, "of_floor": 1.066}
WAITS = {
    "at": MEASURED.isoformat(),
    "networks": {"slow 2G": {"down": 50, "up": 50, "latency": 2000}},
    "waits": [WAIT],
}
LONG = 'RootWebArea\n  link "Перейти"\n' + '  link "Слово"\n' * 10 + '  main\n    heading "Дом" [level 1]\n'


def test_a_measured_wait_is_told_in_whole_numbers(tmp_path: Path) -> None:
    (tmp_path / waiting.FILE).write_text(json.dumps(WAITS))
    section = waiting.sections(tmp_path, MEASURED)[0]
    assert section.rows == (("Медленная связь 2G, первый заход: главная", "4970", "5010", "107"),)
    assert section.lines[:2] == (
        "Измерено: 1 ноября 2026 года, 6:05 по всемирному времени.",
        "Медленная связь 2G: 50 килобит в секунду, задержка 2000 миллисекунд.",
    )


def test_an_old_measurement_is_called_old_and_a_missing_one_missing(tmp_path: Path) -> None:
    assert waiting.sections(tmp_path)[0].lines == ("Не измерено: make bench-2g не запускали.",)
    (tmp_path / waiting.FILE).write_text(json.dumps(WAITS))
    later = waiting.sections(tmp_path, MEASURED.replace(day=10))[0]
    assert "Измерение старое, дней: 9." in later.lines[0]


def test_criteria_are_counted_by_level_and_the_unconfirmed_named(tmp_path: Path) -> None:
    assert criteria.sections(tmp_path)[0].lines == ("Не проверено: целого прогона make a11y не было.",)
    rows = [("1.1.1", "A", "proven"), ("1.2.1", "A", "proven"), ("1.4.6", "AAA", UNCONFIRMED)]
    data = [{"number": number, "level": level, "result": result} for number, level, result in rows]
    (tmp_path / criteria.FILE).write_text(json.dumps(data))
    section = criteria.sections(tmp_path)[0]
    assert section.rows == (("Доказано", "2", "0", "0"), ("Не подтверждено прогоном", "0", "0", "1"))
    assert section.lines[0] == "Не подтверждено: 1.4.6 уровня AAA."


def test_every_result_of_a_criterion_has_a_word() -> None:
    assert {one.result for one in matrix.criteria()} | {UNCONFIRMED} <= set(criteria.RESULTS)


@pytest.mark.parametrize(("stops", "end"), [(10, "не достигнута"), (9, "достигнута")])
def test_the_longest_way_to_a_heading_is_told(stops: int, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = parse(LONG.replace('  link "Слово"\n', "", 10 - stops))
    monkeypatch.setattr(goals, "accepted", lambda: {"home": tree})
    rows = {row[0]: row for row in goals.sections(Path("nowhere"))[0].rows}
    assert rows["Остановок до заголовка, если не пропускать"][2:] == (str(stops + 1), end)
    assert rows["Слов до заголовка страницы, если не пропускать"][2:] == (str(stops + 1), "достигнута")


def test_every_part_answers_for_a_folder_without_any_run(tmp_path: Path) -> None:
    titles = [section.title for part in contents.SECTIONS for section in part(tmp_path)]
    assert {waiting.TITLE, criteria.TITLE, "Readability of pages", "Hardest texts"} <= set(titles)
