"""The order of a list: by name as places are, or by a number; equal ones always by name."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from heapq import merge
from itertools import chain, islice

from webapp.catalogue.filters.fitting import Fitting
from webapp.catalogue.index.numbers import Line
from webapp.catalogue.index.sets import Places

Slice = tuple[int, int]
"""From which place in the order to which, the last excluded."""


def by_name(found: Places, part: Slice) -> list[int]:
    return list(found[part[0] : part[1]])


def by_price(found: Places, part: Slice, prices: Line) -> list[int]:
    """The cheapest first."""
    return list(islice((place for place in prices.places if place in found), *part))


def by_top_up(
    found: Places, part: Slice, covered: Places, prices: Mapping[str, Line], amounts: Mapping[str, int]
) -> list[int]:
    """What costs the person least first; what no certificate is known for comes last, by price.

    `prices` are lines by item, `covered` what costs nothing more. The lines are in order already, so they are walked
    only to the end of the page.
    """
    free = found & covered
    known = merge(*(_beyond(found, line, amounts[item]) for item, line in prices.items() if item in amounts))
    unknown = merge(*(_beyond(found, line) for item, line in prices.items() if item not in amounts))
    first, last = (max(0, min(end, len(found)) - len(free)) for end in part)
    return _slice(free, part) + [place for _, place in islice(chain(known, unknown), first, last)]


def by_fit(found: Places, part: Slice, fit: Fitting) -> list[int]:
    """What fits first, then what may fit, then the rest, each by name."""
    fits, unsure = found & fit.fits, found & fit.unsure
    picked: list[int] = []
    for group in (fits, unsure, found - fits - unsure):
        picked += _slice(group, part)
        part = part[0] - len(group), part[1] - len(group)
    return picked


def _slice(group: Places, part: Slice) -> list[int]:
    """What of the part lies in this group; ends beyond it are none of it."""
    first, last = max(0, part[0]), min(part[1], len(group))
    return list(group[first:last]) if first < last else []


def _beyond(found: Places, line: Line, amount: int | None = None) -> Iterator[tuple[int, int]]:
    """What is to be added to the amount, where it does not suffice, with the place; all prices without an amount."""
    first = 0 if amount is None else bisect_right(line.values, amount)
    for number in range(first, len(line.values)):
        if line.places[number] in found:
            yield line.values[number] - (amount or 0), line.places[number]
