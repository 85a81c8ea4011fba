"""Goals that are known to be missed: a run fails on any other, and says when one of these is met at last."""

from collections.abc import Sequence

from bench.measures import Measure

MISSED = "missed"
KNOWN = {
    "HTML on the wire ÷ raw": {
        "home": "5 KB of HTML repeat less than 20; in bytes the page is well inside its budget",
        "list": "10 KB of HTML repeat less than 20; in bytes the page is well inside its budget",
        "product": "6 KB of HTML repeat less than 20; in bytes the page is well inside its budget",
        "entitlements, 40 items": "brotli at its cheap level, kept at 5; an eighth are addresses without order",
    },
    "speed ÷ floor": {
        "home": "two thirds of it are the calls of macros and messages; needs fewer calls a page",
        "section": "as home",
        "list": "twenty cards of five calls each; needs cards made in one call",
        "later": "as list",
        "item": "as list",
        "product": "as home",
        "list, filtered": "as list, and the filters' form: as many macros again",
        "list, by price": "as list, filtered",
        "search": "as list; the question is counted in a transaction of its own, a quarter of the cost",
        "search, two words": "as search",
        "entitlements, 40 items": "twice the floor's cards, each made of ten messages, two dates and two macros",
        "repeat (304)": "within the spread of its goal; one row and one log line are what is left",
    },
}


def surprises(measures: Sequence[Measure]) -> list[str]:
    """Missed goals that nobody has written down."""
    missed = (measure for measure in measures if measure.verdict == MISSED)
    return [f"{one.group}: {one.name}" for one in missed if not _is_known(one)]


def met_at_last(measures: Sequence[Measure]) -> list[str]:
    """Goals written down as missed that this run met: take them out once a quiet run confirms it."""
    met = (measure for measure in measures if measure.goal and measure.verdict != MISSED)
    return [f"{one.group}: {one.name}" for one in met if _is_known(one)]


def _is_known(measure: Measure) -> bool:
    """The name of a page is enough, whatever the database and its size: «SQLite, 10500: search»."""
    return measure.name.rpartition(": ")[2] in KNOWN.get(measure.group, {})
