"""Terms and deadlines as data: a value, where it comes from, and for what time. None is invented here.

`data/terms.json` is edited without touching code; values and sources stand in the project's reference material.
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("data") / "terms.json"


class Counted(StrEnum):
    """Which days count."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class Term:
    """So many days, by a source that speaks of a year (`as_of`)."""

    key: str
    days: int
    counted: Counted
    source: str
    source_en: str
    as_of: str

    def ends(self, since: date) -> date | None:
        """The last day of the term; None where working days count, whose start is not known from the data."""
        return since + timedelta(days=self.days) if self.counted is Counted.CALENDAR else None


@cache
def terms() -> dict[str, Term]:
    """All terms by key. Raises ValueError or KeyError for a file that cannot be used."""
    records = json.loads(_FILE.read_text(encoding="utf-8"))["terms"]
    found = {record["key"]: Term(**(record | {"counted": Counted(record["counted"])})) for record in records}
    if len(found) != len(records) or any(term.days <= 0 for term in found.values()):
        raise ValueError("terms.json: a key twice, or a term without days")
    return found


def replacement_days() -> int:
    """How long before the end of the term of use a replacement may be asked for."""
    return terms()["replacement"].days
