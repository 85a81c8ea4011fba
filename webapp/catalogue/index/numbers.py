"""Ranges of numbers, exact, and products in the order of a number."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from pyroaring import FrozenBitMap

from webapp.catalogue.index import keys, sets
from webapp.catalogue.index.models import NumberLine
from webapp.catalogue.index.sets import EMPTY, Places
from webapp.core.database import read

VALUES, PLACES = "q", "I"
"""Types of the arrays: values may be sums of kopecks, places are as small as products are many."""
_KEPT = "line "

_LINES = sa.select(NumberLine.key, NumberLine.values, NumberLine.places).where(
    NumberLine.key.in_(sa.bindparam("keys", expanding=True))
)
_ENDS = sa.select(NumberLine.key, NumberLine.low, NumberLine.high).where(
    NumberLine.kind_code == sa.bindparam("kind_code")
)


@dataclass(frozen=True, slots=True)
class Line:
    """Values in rising order and the places that have them."""

    values: "array[int]"
    places: "array[int]"

    def within(self, low: int | None, high: int | None) -> Places:
        """Places whose value is not below `low` and not above `high`; None is no bound."""
        first = 0 if low is None else bisect_left(self.values, low)
        last = len(self.values) if high is None else bisect_right(self.values, high)
        return FrozenBitMap(self.places[first:last]) if first < last else EMPTY


NO_LINE = Line(array(VALUES), array(PLACES))


def lines(asked: Iterable[str]) -> Mapping[str, Line]:
    """Number lines by their keys; an unknown key has an empty one. One query at most."""
    found = dict.fromkeys(asked, NO_LINE)
    if not found:
        return found
    version, kept = sets.version(), sets.cache()
    for key in found:
        found[key] = kept.get(version, _KEPT + key) or NO_LINE
    missing = [key for key, line in found.items() if line is NO_LINE]
    if missing:
        for row in read(_LINES, {"keys": missing}):
            found[row.key] = Line(array(VALUES, row.values), array(PLACES, row.places))
            kept.put(version, _KEPT + row.key, found[row.key], len(row.values) + len(row.places) + sets.OVERHEAD)
    return found


def within(kind_code: str, characteristic: str, low: int | None, high: int | None) -> Places:
    """Products of a kind whose number lies within these ends, both included; None is no bound."""
    key = keys.number(kind_code, characteristic)
    return lines([key])[key].within(low, high)


def ends(kind_code: str) -> Mapping[str, tuple[int, int]]:
    """The least and the greatest value of every number of a kind, prices among them, by the key of its line."""
    return {row.key: (row.low, row.high) for row in read(_ENDS, {"kind_code": kind_code})}
