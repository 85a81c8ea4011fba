"""Goals of weight and of the journeys in one table: what is wanted, what was measured, whether it is kept."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from a11y_tests.lint.before_heading import MOST_STOPS, MOST_WORDS, heard_before
from a11y_tests.lint.hearing import found_in, words
from a11y_tests.report.journeys import FOLDER
from a11y_tests.screen_reader import journey_file, record, ways
from a11y_tests.section import Section
from a11y_tests.tree_text import Node, accepted

BENCH = "bench.json"
GROUP = "first visit"
PAGES = {"home": "главная", "list": "список изделий", "product": "изделие"}
WEIGHTS = {
    "HTML and CSS": ("HTML и CSS страницы, сжатые", "не больше {} килобайт"),
    "everything": ("страница со скриптом", "не больше {} килобайт"),
    "requests": ("запросов при первом заходе", "не больше {}"),
}
COLUMNS = ("Цель", "Надо", "Измерено", "Итог")
KEPT, MISSED, UNKNOWN = "достигнута", "не достигнута", "не измерено"
TO_THE_ANSWER = ("Клавиш от заголовка до ответа страницы", "не больше 2", UNKNOWN, UNKNOWN)
"""Which line of a page is its answer is written down nowhere; journeys count their keys as a whole."""


def sections(report: Path) -> list[Section]:
    """The table of goals."""
    rows = (*_weights(report / BENCH), *_before_headings(accepted()), TO_THE_ANSWER, _budgets(report / FOLDER))
    missed = [row[0] for row in rows if row[3] != KEPT]
    first = f"Не достигнуто или не измерено: {'; '.join(missed)}." if missed else "Все цели достигнуты."
    how = "Вес измеряет make bench, пути на слух — прогон тестов доступности, слова до заголовка — принятые деревья."
    return [Section("Цели", (first, how), COLUMNS, rows)]


def _weights(file: Path) -> list[tuple[str, ...]]:
    """A row for each kind of weight and page that was measured; one that says so when none was."""
    measures: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["measures"] if file.exists() else []
    taken = [measure for measure in measures if measure["group"] == GROUP]
    if not taken:
        return [("Вес страниц", "не больше 14 килобайт", UNKNOWN, UNKNOWN)]
    return [_weight(measure) for measure in taken]


def _weight(measure: dict[str, Any]) -> tuple[str, ...]:
    page, _, kind = measure["name"].partition(": ")
    name, wanted = WEIGHTS[kind]
    most, value = measure["goal"]["good"], measure["value"]
    # A decimal is heard as two numbers: kilobytes are rounded up, so that a rounded one is never too good.
    whole = -int(-value // 1)
    return (f"{name}: {PAGES[page]}", wanted.format(most), f"{whole}", KEPT if value <= most else MISSED)


def _before_headings(trees: Mapping[str, Node]) -> Iterator[tuple[str, ...]]:
    """The most words and swipe stops that any accepted tree has before its h1, the skip link not used."""
    headed = [tree for tree in trees.values() if any(node.level == 1 for node in found_in(tree, "heading"))]
    heard = [heard_before(tree) for tree in headed]
    counts = {
        "Слов до заголовка страницы, если не пропускать": (
            MOST_WORDS,
            [sum(words(stop.name) for stop in stops) for stops in heard],
        ),
        "Остановок до заголовка, если не пропускать": (MOST_STOPS, [len(stops) for stops in heard]),
    }
    for name, (most, counted) in counts.items():
        highest = max(counted, default=None)
        end = UNKNOWN if highest is None else KEPT if highest <= most else MISSED
        yield (name, f"не больше {most}", UNKNOWN if highest is None else str(highest), end)


def _budgets(folder: Path) -> tuple[str, ...]:
    """How many journeys are walked within their budgets in the browser that budgets are set with."""
    records = record.read(folder)
    good = [
        path.stem
        for path in ways.JOURNEYS
        if (walk := records.get((path.stem, ways.COUNTED)))
        and not walk.failure
        and walk.digest == journey_file.load(path).digest
    ]
    wanted = len(ways.JOURNEYS)
    end = KEPT if len(good) == wanted else MISSED if records else UNKNOWN
    return ("Пути на слух в пределах бюджета клавиш и слов", f"все, {wanted}", str(len(good)), end)
