"""The criteria of WCAG 2.2 as the last whole run showed them (`report/wcag.json`)."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from a11y_tests.report.moments import told
from a11y_tests.section import Section
from a11y_tests.wcag.run import UNCONFIRMED

FILE = "wcag.json"
TITLE = "Критерии WCAG версии 2.2"
LEVELS = ("A", "AA", "AAA")
RESULTS = {
    "proven": "Доказано",
    "part": "Доказано частью",
    "read": "Прочитано разработчиком",
    "flawed": "Есть известное препятствие",
    "absent": "Не касается сайта",
    "not_claimed": "Не заявлено",
    UNCONFIRMED: "Не подтверждено прогоном",
}


def sections(report: Path) -> list[Section]:
    """How many criteria of each level have which result, and which of them the run did not confirm."""
    file = report / FILE
    if not file.exists():
        return [Section(TITLE, ("Не проверено: целого прогона make a11y не было.",))]
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    at = datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat(timespec="seconds")
    unshown = [f"{row['number']} уровня {row['level']}" for row in rows if row["result"] == UNCONFIRMED]
    first = f"Не подтверждено: {'; '.join(unshown)}." if unshown else "Всё, что заявлено, прогон подтвердил."
    counted = Counter((row["result"], row["level"]) for row in rows)
    results = [*RESULTS, *sorted({row["result"] for row in rows} - set(RESULTS))]
    table = tuple(
        (RESULTS.get(result, result), *(str(counted[result, level]) for level in LEVELS))
        for result in results
        if any(counted[result, level] for level in LEVELS)
    )
    how = "Людьми не проверено. Каждый критерий с его доказательствами — в файле wcag.txt рядом."
    columns = ("Итог", *(f"Уровень {level}" for level in LEVELS))
    return [Section(TITLE, (first, f"Записано: {told(at)}.", how), columns, table)]
