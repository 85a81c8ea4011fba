"""Goals that are known to be missed: a run fails on any other, and on a miss far beyond the known one.

It says when one of these is met at last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.measures import Goal, Measure

MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a goal is missed, and how far: beyond `bound`, on the goal's wrong side, a miss is a surprise all the same.

    Speeds have a bound of about two thirds of what was measured: the machine may be busy, the page may not be ruined.
    """

    why: str
    bound: float


KNOWN: Mapping[str, Mapping[str, Miss]] = {
    "HTML on the wire ÷ raw": {
        "home": Miss("5 KB of HTML repeat less than 20; in bytes the page is well inside its budget", 0.45),
        "list": Miss("10 KB of HTML repeat less than 20; in bytes the page is well inside its budget", 0.3),
        "product": Miss("6 KB of HTML repeat less than 20; in bytes the page is well inside its budget", 0.45),
        "entitlements, 40 items": Miss(
            "brotli at its cheap level, kept at 5; an eighth are addresses without order", 0.17
        ),
    },
    "p95, most ÷ few": {
        "SQLite: list, filtered": Miss("at a million each facet cuts sets of hundreds of thousands of places", 1.9),
    },
    "speed ÷ floor": {
        "home": Miss("two thirds of it are the calls of macros and messages; needs fewer calls a page", 0.2),
        "section": Miss("as home", 0.2),
        "list": Miss("twenty cards of five calls each; needs cards made in one call", 0.065),
        "later": Miss("as list", 0.065),
        "item": Miss("as list", 0.065),
        "product": Miss("as home", 0.125),
        "list, filtered": Miss("as list, and the filters' form: as many macros again", 0.06),
        "list, by price": Miss("as list, filtered", 0.06),
        "list, by top-up": Miss("as list, filtered; what certificates cover is reckoned from price lines", 0.06),
        "search": Miss("as list; the question is counted in a transaction of its own, a quarter of the cost", 0.055),
        "search, two words": Miss("as search", 0.055),
        "entitlements, 40 items": Miss(
            "twice the floor's cards, each made of ten messages, two dates and two macros", 0.025
        ),
        "repeat (304)": Miss("within the spread of its goal; one row and one log line are what is left", 0.73),
        "PostgreSQL: list": Miss("as list, and each statement is a round trip to another process", 0.05),
        "PostgreSQL: list, filtered": Miss("as list there", 0.05),
        "PostgreSQL: list, by price": Miss("as list there", 0.05),
        "PostgreSQL: list, by top-up": Miss("as list there", 0.05),
        "PostgreSQL: search": Miss("as list there", 0.045),
        "PostgreSQL: search, two words": Miss("as list there", 0.045),
        "PostgreSQL: product": Miss("as list there", 0.07),
        "PostgreSQL: repeat (304)": Miss("the one row of a repeat view is a round trip", 0.5),
    },
}


def surprises(measures: Sequence[Measure]) -> list[str]:
    """Missed goals that nobody has written down, or missed by far more than is written."""
    missed = (measure for measure in measures if measure.verdict == MISSED)
    return [f"{one.group}: {one.name}" for one in missed if not _is_known(one)]


def met_at_last(measures: Sequence[Measure]) -> list[str]:
    """Goals written down as missed that this run met: take them out once a quiet run confirms it."""
    met = (measure for measure in measures if measure.goal and measure.verdict != MISSED)
    return [f"{one.group}: {one.name}" for one in met if _entry(one) is not None]


def _is_known(measure: Measure) -> bool:
    entry = _entry(measure)
    if entry is None or measure.goal is None:
        return False
    return Goal(entry.bound, at_least=measure.goal.at_least).judge(measure.value) != MISSED


def _entry(measure: Measure) -> Miss | None:
    """What is written of a page on its database, else on any, whatever the size: «SQLite, 10500: search»."""
    known = KNOWN.get(measure.group, {})
    where, _, page = measure.name.rpartition(": ")
    return known.get(f"{where.partition(',')[0]}: {page}") or known.get(page)
