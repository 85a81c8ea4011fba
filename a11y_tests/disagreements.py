"""Findings that were judged not to be faults, each with a written reason; and entries that have gone stale."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from a11y_tests.finding import Finding

KNOWN = Path(__file__).resolve().parent / "known_disagreements.toml"
# Shorter than this is an excuse, not a reason.
SHORTEST_REASON = 30
UNSTEADY = "unsteady"


class BadEntry(ValueError):
    """An entry that hides a finding without saying what, or why."""


@dataclass(frozen=True)
class Disagreement:
    """One decision: this rule of this engine is not right at this place, for this reason.

    `unsteady`: the engine finds it in one run and not in another, so that it may cover nothing and is not stale.
    """

    engine: str
    rule: str
    selector: str
    reason: str
    unsteady: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether the decision is about this finding; `*` in the selector stands for anything."""
        same_rule = (finding.engine, finding.rule) == (self.engine, self.rule)
        # Brackets belong to CSS here, not to the pattern.
        pattern = self.selector.replace("[", "[[]")
        return same_rule and fnmatchcase(finding.target, pattern)


def _entry(row: dict[str, Any]) -> Disagreement:
    unsteady = row.pop(UNSTEADY, False)
    expected = {item.name for item in fields(Disagreement)} - {UNSTEADY}
    if set(row) != expected or not isinstance(unsteady, bool):
        raise BadEntry(f"an entry has {sorted(row)}, it must have {sorted(expected)}, {UNSTEADY} is true or left out")
    entry = Disagreement(**{name: value.strip() for name, value in row.items()}, unsteady=unsteady)
    if len(entry.reason) < SHORTEST_REASON:
        raise BadEntry(f"{entry.engine} {entry.rule} at {entry.selector}: write the reason in a sentence")
    if not entry.selector.strip("* "):
        raise BadEntry(f"{entry.engine} {entry.rule}: a selector that covers everything switches the rule off")
    return entry


def load(path: Path = KNOWN) -> list[Disagreement]:
    """The decisions of a file; refuses one without a reason or with a selector that covers everything."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("entry", [])
    return [_entry(row) for row in rows]


def undecided(findings: Iterable[Finding], entries: Iterable[Disagreement]) -> list[Finding]:
    """The findings that no decision covers."""
    known = list(entries)
    return [finding for finding in findings if not any(entry.covers(finding) for entry in known)]


def stale(entries: Iterable[Disagreement], findings: Iterable[Finding]) -> list[Disagreement]:
    """The decisions that covered nothing of a whole run: their reason is gone, so must they be."""
    seen = list(findings)
    return [entry for entry in entries if not entry.unsteady and not any(entry.covers(each) for each in seen)]
