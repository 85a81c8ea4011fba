"""What the rules of words let pass, each with a written reason, kept as data in allowed.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from a11y_tests.disagreements import SHORTEST_REASON, BadEntry

ALLOWED = Path(__file__).resolve().parent / "allowed.toml"


@dataclass(frozen=True)
class Allowed:
    """One decision: this rule lets pass whatever matches, for this reason."""

    rule: str
    pattern: re.Pattern[str]
    reason: str


def entry_of(row: Mapping[str, str]) -> Allowed:
    """The decision of a row. Raises BadEntry for one without a reason or with a pattern that covers everything."""
    if set(row) != {"rule", "pattern", "reason"}:
        raise BadEntry(f"an entry has {sorted(row)}, it must have pattern, reason, rule")
    if len(row["reason"].strip()) < SHORTEST_REASON:
        raise BadEntry(f"{row['rule']} {row['pattern']}: write the reason in a sentence")
    pattern = re.compile(row["pattern"])
    if pattern.fullmatch("") or pattern.fullmatch("x"):
        raise BadEntry(f"{row['rule']} {row['pattern']}: a pattern that covers everything switches the rule off")
    return Allowed(row["rule"], pattern, row["reason"])


@cache
def load(path: Path = ALLOWED) -> tuple[Allowed, ...]:
    """The decisions of a file; refuses one without a reason or with a pattern that covers everything."""
    return tuple(entry_of(row) for row in tomllib.loads(path.read_text(encoding="utf-8")).get("entry", []))


def covers(rule: str, fragment: str, entries: Iterable[Allowed]) -> bool:
    """Whether a decision is about this rule and the whole of what it found."""
    return any(entry.rule == rule and entry.pattern.fullmatch(fragment) for entry in entries)


def unused(found: Iterable[tuple[str, str]], entries: Iterable[Allowed]) -> list[Allowed]:
    """Decisions that covered nothing of what was found (rule, fragment): their reason is gone, so must they be."""
    seen = set(found)
    return [
        entry
        for entry in entries
        if not any(rule == entry.rule and entry.pattern.fullmatch(fragment) for rule, fragment in seen)
    ]
