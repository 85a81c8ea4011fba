"""The one shape in which every engine and every check reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, order=True)
class Finding:
    """One fault, or one doubt, at one place of a page.

    `certain` is False where an engine could not decide: a person must, and write it down.
    """

    engine: str
    rule: str
    target: str
    message: str
    certain: bool = True


def from_rows(engine: str, rows: Iterable[dict[str, Any]]) -> list[Finding]:
    """Turn the plain objects that a page script returned into findings."""
    return [
        Finding(engine, str(row["rule"]), str(row["target"]), str(row["message"]), bool(row.get("certain", True)))
        for row in rows
    ]
