"""What the catalogue's filter «подходит к моей программе» is told: items, and sieves for their products."""

from collections.abc import Iterator, Sequence

from webapp.catalogue.filters.knowing import Sieve, Visitor
from webapp.core.access_log import note_look
from webapp.core.actor import Actor
from webapp.ipra import fitting
from webapp.ipra.fitting_rules import Wanted
from webapp.ipra.fitting_values import Demand


def visitor(actor: Actor, kind_code: str) -> Visitor:
    """What the actor's programme asks of products of a kind; reading it is noted as a look at it."""
    wanted = fitting.wanted(actor, kind_code)
    if wanted is None:
        return Visitor(None)
    note_look()
    return placed(wanted)


def placed(wanted: Wanted) -> Visitor:
    """The demands as sieves of the filter.

    Where several lines of the programme give one item, a product need answer one of them only. The filter cannot say
    «or», so there a sieve is the widest that covers all lines: it may let through a product whose page then says no.
    """
    found: list[Sieve] = []
    for item_code in sorted(wanted.item_codes):
        ways = [_flat(item_code, asked) for asked in wanted.demands(item_code)]
        for place in ways[0] if ways else ():
            if all(place in way for way in ways):  # what one line does not ask is not asked at all
                found.extend(_widest([way[place] for way in ways]))
    return Visitor(wanted.item_codes, tuple(found))


def _flat(item_code: str, asked: Sequence[Demand]) -> dict[tuple[str, bool], Sieve]:
    """The demands as sieves, by key and by whether they bound from below; of a range each end is a sieve of its own."""
    flat: dict[tuple[str, bool], Sieve] = {}
    for each in asked:
        if each.range_to is not None:
            flat[each.key, False] = Sieve(item_code, each.key, high=each.low)
            flat[each.range_to, True] = Sieve(item_code, each.range_to, low=each.high)
        else:
            flat[each.key, False] = Sieve(item_code, each.key, each.allowed, each.low, each.high)
    return flat


def _widest(ways: Sequence[Sieve]) -> Iterator[Sieve]:
    """One sieve that covers those of all lines; none where together they leave everything open."""
    first = ways[0]
    if first.allowed is not None:
        allowed = frozenset[str | bool]().union(*(way.allowed or () for way in ways))
        yield Sieve(first.item_code, first.key, allowed)
        return
    lows, highs = [way.low for way in ways], [way.high for way in ways]
    low = min((each for each in lows if each is not None), default=None) if None not in lows else None
    high = max((each for each in highs if each is not None), default=None) if None not in highs else None
    if low is not None or high is not None:
        yield Sieve(first.item_code, first.key, None, low, high)
