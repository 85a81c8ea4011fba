"""Rows of reading settings in which every two answers of two different settings meet at least once.

All combinations would be tens of thousands; faults come from two settings that do not bear one another.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from webapp.core.reading import CHOICES, Reading

Pair = frozenset[tuple[str, str]]


def rows(choices: Mapping[str, Sequence[str]] = CHOICES) -> list[dict[str, str]]:
    """A short list of rows, the same in every run: each row begins with a pair not met yet."""
    lacking = pairs(choices)
    found = []
    while lacking:
        row = dict(min(sorted(map(sorted, lacking))))
        for name in sorted(choices, key=lambda each: -len(choices[each])):
            if name not in row:
                row[name] = _best(name, choices[name], row, lacking)
        found.append({name: row[name] for name in choices})
        lacking -= met(row)
    return found


def pairs(choices: Mapping[str, Sequence[str]]) -> set[Pair]:
    """Every two answers of two different settings."""
    return {
        frozenset(((one, first), (other, second)))
        for one, other in combinations(choices, 2)
        for first in choices[one]
        for second in choices[other]
    }


def met(row: Mapping[str, str]) -> set[Pair]:
    """The pairs that a row holds."""
    return {frozenset(pair) for pair in combinations(row.items(), 2)}


def _best(name: str, values: Sequence[str], row: Mapping[str, str], lacking: set[Pair]) -> str:
    def gain(value: str) -> int:
        return sum(frozenset(((name, value), known)) in lacking for known in row.items())

    return max(values, key=gain)


READINGS = [Reading(**row) for row in rows()]
