"""Terms of the certificate as data: a value, where it comes from, and for what time. None is invented here.

`data/terms.json` is edited without touching code. Sources that differ both stand there, and both are told.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from typing_extensions import TypedDict

_FILE = Path(__file__).with_name("data") / "terms.json"


class Key(StrEnum):
    """What the term is of."""

    FORMED = "formed"
    """From the application to the certificate."""
    VALID = "valid"
    VALID_ABSORBENT = "valid_absorbent"
    """For nappies and other absorbent things."""


class Counted(StrEnum):
    """Which days count; UNKNOWN where the source does not say."""

    CALENDAR = "calendar"
    WORKING = "working"
    UNKNOWN = "unknown"


class Term(BaseModel):
    """So many days or months, by a source that speaks of a year (`as_of`)."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    key: Key
    days: int | None = Field(gt=0)
    months: int | None = Field(gt=0)
    counted: Counted
    source: str = Field(min_length=1)
    source_en: str = Field(min_length=1)
    as_of: str = Field(pattern=r"^\d{4}$")


class _FileForm(TypedDict):
    meta: str
    terms: list[Term]


_FILE_FORM: TypeAdapter[_FileForm] = TypeAdapter(_FileForm)


@cache
def terms() -> tuple[Term, ...]:
    """All terms in the order of the file. Raises ValueError for a file that cannot be used."""
    told = tuple(_FILE_FORM.validate_json(_FILE.read_bytes())["terms"])
    if {term.key for term in told} != set(Key) or any((term.days is None) is (term.months is None) for term in told):
        raise ValueError("terms.json: each term is needed, in days or in months")
    return told
