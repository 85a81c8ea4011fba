"""The order of a list: by name as places are, or by a number; equal ones always by name."""

from collections.abc import Mapping
from itertools import islice

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


def by_top_up(found: Places, part: Slice, prices: Mapping[str, Line], amounts: Mapping[str, int]) -> list[int]:
    """What costs the person least first; what no certificate is known for comes last, by price.

    `prices` are lines by item.
    """
    ranked = []
    for item, line in prices.items():
        amount = amounts.get(item)
        for price, place in zip(line.values, line.places, strict=True):
            if place in found:
                ranked.append((amount is None, max(0, price - (amount or 0)), place))
    ranked.sort()
    return [place for *_, place in ranked[part[0] : part[1]]]


def by_fit(found: Places, part: Slice, fit: Fitting) -> list[int]:
    """What fits first, then what may fit, then the rest, each by name."""
    fits, unsure = found & fit.fits, found & fit.unsure
    rest = found - fits - unsure
    first, last = part
    picked: list[int] = []
    for group in (fits, unsure, rest):
        start, end = max(0, first), max(0, last)
        if start < len(group) and end > 0:
            picked += list(group[start : min(end, len(group))])
        first, last = first - len(group), last - len(group)
    return picked
