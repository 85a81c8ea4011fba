"""Runs of the journeys one after another, in which a second attempt counts as a failure (`make a11y-steady`)."""

from pathlib import Path

from a11y_tests import steady
from a11y_tests.report.moments import told
from a11y_tests.section import Section

TITLE = "Прогоны подряд без повторных попыток"
COLUMNS = ("Прогон", "Исход", "Тестов прошло", "Секунд")


def sections(report: Path) -> list[Section]:
    """The last such runs; it is said when there were none."""
    runs = steady.read(report / steady.FILE)
    if not runs:
        return [Section(TITLE, ("Не проверено: make a11y-steady не запускали.",))]
    good = sum(run.is_good for run in runs)
    rows = tuple(
        (f"{number}: {told(run.at)}", "без сбоев" if run.is_good else "со сбоем", str(run.passed), str(run.seconds))
        for number, run in enumerate(runs, 1)
    )
    return [Section(TITLE, (f"Без сбоев: {good}. Всего прогонов: {len(runs)}.",), COLUMNS, rows)]
