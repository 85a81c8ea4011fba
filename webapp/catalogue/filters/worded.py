"""The lists that a question means: kinds with filters set by its sizes, sums and answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from webapp.catalogue.asking import answers
from webapp.catalogue.asking.answers import Answer
from webapp.catalogue.asking.question import Measure, Side
from webapp.catalogue.asking.sums import Sum
from webapp.catalogue.asking.terms import Understood
from webapp.catalogue.filters import narrowing
from webapp.catalogue.filters.asked import Asked, Span, parameters_of
from webapp.catalogue.filters.described import PRICE, Filter, Measured, of_kind
from webapp.catalogue.filters.measures import measure_of
from webapp.catalogue.index import keys, numbers, sets
from webapp.catalogue.index.numbers import Line
from webapp.catalogue.index.sets import Places
from webapp.core.typed import Refusal
from webapp.reference.dataset import classification

BEARING = frozenset({"max_load_kg"})
"""Who asks for «120 кг» wants what bears so much, and more."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A list of a kind with filters set, and how many products it has."""

    kind_code: str
    filters: tuple[Filter, ...]
    asked: Asked
    number: int

    @property
    def query(self) -> str:
        """What the address of the list asks."""
        return urlencode(parameters_of(self.asked))


def lists(understood: Understood, kind_codes: Iterable[str]) -> list[Worded]:
    """Lists of these kinds in which all sizes and sums of the question are filters. Two queries at most.

    A kind is left out where nothing of the question is a filter of it, and where nothing would be found.
    """
    profiles = {kind.code: kind.profile for kind in classification().kinds}
    filters = {code: of_kind(code, profiles[code], {})[:-1] for code in kind_codes}  # makers are found by name
    measured = [one for some in filters.values() for one in some if isinstance(one, Measured)]
    asks_numbers = bool(understood.measures or understood.sums)
    lines = numbers.lines(_line_keys(measured)) if asks_numbers else {}
    said = [answer for term in understood.things for answer in answers.of_term(term) if answer.kind_code in filters]
    found = sets.of([*map(keys.kind, filters), *(answer.choice.key for answer in said)])
    told = []
    for code, own in filters.items():
        scope = found[keys.kind(code)]
        choices = _choices((one for one in said if one.kind_code == code), found, scope)
        spans = _spans(understood, own, lines)
        if spans is None or not (spans or choices):
            continue
        asked = Asked(choices, spans)
        places = narrowing.narrow(scope, narrowing.chosen_sets(asked, own, found, lines)).found
        if places:
            told.append(Worded(code, own, asked, len(places)))
    return told


def _line_keys(some: Iterable[Measured]) -> list[str]:
    return [key for one in some for key in (one.line, one.to_line) if key is not None]


def _choices(said: Iterable[Answer], found: Mapping[str, Places], scope: Places) -> dict[str, tuple[str, ...]]:
    """Answers by filter, but for those that every product of the kind gives."""
    chosen: dict[str, tuple[str, ...]] = {}
    for answer in said:
        if scope - found[answer.choice.key]:
            chosen[answer.filter] = tuple(dict.fromkeys((*chosen.get(answer.filter, ()), answer.choice.slug)))
    return chosen


def _spans(understood: Understood, filters: Sequence[Filter], lines: Mapping[str, Line]) -> dict[str, Span] | None:
    """Ranges by filter; None where a size is of no number of the kind."""
    spans: dict[str, Span] = {}
    if understood.sums:
        spans[PRICE] = _price(understood.sums)
    for measure in understood.measures:
        fitting = next(_fitting(measure, filters, lines), None)
        if fitting is None:
            return None
        name, span = fitting
        known = spans.get(name, Span())
        spans[name] = Span(known.low if span.low is None else span.low, known.high if span.high is None else span.high)
    return spans


def _price(sums: Sequence[Sum]) -> Span:
    least = [one.kopecks for one in sums if one.is_least]
    most = [one.kopecks for one in sums if not one.is_least]
    return Span(max(least, default=None), min(most, default=None))


def _fitting(measure: Measure, filters: Sequence[Filter], lines: Mapping[str, Line]) -> Iterator[tuple[str, Span]]:
    """Numbers of the kind that this may be a size of: some product has it, in the order of the profile."""
    for one in filters:
        if not isinstance(one, Measured) or one.about is None:
            continue
        try:
            low, high = (measure_of(measure.said, one.unit, up=up) for up in (True, False))
        except Refusal:
            continue
        side = Side.LEAST if one.name in BEARING and measure.side == Side.EXACTLY else measure.side
        span = Span(None if side == Side.MOST else low, None if side == Side.LEAST else high)
        if narrowing.within(one, span, lines):
            yield one.name, span
