"""Terms and deadlines as data: a value, where it comes from, and for what time. None is invented here.

`data/terms.json` is edited without touching code; values and sources stand in the project's reference material.
"""

from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from typing_extensions import TypedDict

NEEDED = ("decision", "clarification", "procurement", "replacement")
"""Terms that pages tell."""
_FILE = Path(__file__).with_name("data") / "terms.json"


class Counted(StrEnum):
    """Which days count."""

    CALENDAR = "calendar"
    WORKING = "working"


class Term(BaseModel):
    """So many days, by a source that speaks of a year (`as_of`)."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    key: str
    days: int = Field(gt=0)
    counted: Counted
    source: str = Field(min_length=1)
    source_en: str = Field(min_length=1)
    as_of: str = Field(pattern=r"^\d{4}$")

    def ends(self, since: date) -> date | None:
        """The last day of the term; None where working days count, whose start is not known from the data."""
        if self.counted is Counted.WORKING or (date.max - since).days < self.days:
            return None
        return since + timedelta(days=self.days)


class _FileForm(TypedDict):
    meta: str
    terms: list[Term]


_FILE_FORM: TypeAdapter[_FileForm] = TypeAdapter(_FileForm)


@cache
def terms() -> dict[str, Term]:
    """All terms by key. Raises ValueError (pydantic's, which names the place) for a file that cannot be used."""
    told = _FILE_FORM.validate_json(_FILE.read_bytes())
    found = {term.key: term for term in told["terms"]}
    if len(found) != len(told["terms"]) or set(found) != set(NEEDED):
        raise ValueError(f"terms.json: each of {', '.join(NEEDED)} is needed once")
    return found


def replacement_days() -> int:
    """How long before the end of the term of use a replacement may be asked for."""
    return terms()["replacement"].days
