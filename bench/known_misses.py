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

    Speeds have a bound of about two thirds of the lowest that was measured on either database: the machine may be busy,
    the page may not be ruined.
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
        "list, filtered": Miss("at a million each facet cuts sets of hundreds of thousands of places", 2.2),
    },
    "speed ÷ floor": {
        "home": Miss("two thirds of it are the calls of macros and messages; needs fewer calls a page", 0.2),
        "section": Miss("as home", 0.2),
        "list": Miss("twenty cards of five calls each; needs cards made in one call", 0.05),
        "later": Miss("as list", 0.05),
        "item": Miss("as list", 0.05),
        "product": Miss("as home", 0.07),
        "list, filtered": Miss("as list, and the filters' form: as many macros again", 0.045),
        "list, by price": Miss("as list, filtered", 0.045),
        "list, by top-up": Miss("as list, filtered; what certificates cover is reckoned from price lines", 0.045),
        "search": Miss("as list; the question is counted in a transaction of its own, a quarter of the cost", 0.04),
        "search, two words": Miss("as search", 0.04),
        "entitlements, 40 items": Miss(
            "twice the floor's cards, each made of ten messages, two dates and two macros", 0.025
        ),
        "repeat (304)": Miss("within the spread of its goal; on PostgreSQL the row costs a round trip", 0.5),
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
    """What is written of a page, whatever the database and its size: «SQLite, 10500: search»."""
    return KNOWN.get(measure.group, {}).get(measure.name.rpartition(": ")[2])
