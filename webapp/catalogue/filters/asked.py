"""What an address asks for. Pure: a mapping of parameters in, values out; what is unknown or unreadable is left out.

`price=-5000` is a range of roubles, `weight_g=300-500` of the characteristic's unit, `handle=curved` an answer. A form
sends the ends of ranges apart, as they were typed: only these can be refused, and lead on to the short address.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from webapp.catalogue.filters.described import PRICE, Choices, Filter, Measured
from webapp.catalogue.filters.measures import measure_of
from webapp.core.typed import Refusal, line, shown
from webapp.core.typed_sums import kopecks_of

FROM, TO = "-from", "-to"
SORTS = ("name", "price", "topup", "fit")
"""By name is the usual order; `topup` needs a region, `fit` a programme."""
LONGEST = 200
_RANGE = re.compile(r"([0-9]{0,9}(?:\.[0-9]{1,2})?)-([0-9]{0,9}(?:\.[0-9]{1,2})?)")


class Parameters(Protocol):
    """Parameters of an address, each any number of times."""

    def getlist(self, key: str) -> Sequence[str]: ...

    def __contains__(self, key: object) -> bool: ...


@dataclass(frozen=True, slots=True)
class Span:
    """The ends of a range, both included; None is no bound."""

    low: int | None = None
    high: int | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it leaves one number."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Asked:
    """Answers and ranges by the names of filters, in the order of filters; only what is asked is here.

    `typed` is what the fields of ranges show where it is not what was understood, `wrong` why some were not: the name
    of the field → a code of `Refusal`. `is_form`: the form was sent.
    """

    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    sort: str = SORTS[0]
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    is_form: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.choices or self.spans)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of filters in force."""
        return (*self.choices, *self.spans)

    def without(self, name: str, slug: str = "") -> "Asked":
        """The same without one filter, or without one answer of it."""
        choices = {key: slugs for key, slugs in self.choices.items() if key != name}
        left = tuple(other for other in self.choices.get(name, ()) if other != slug) if slug else ()
        if left:
            choices = {key: left if key == name else slugs for key, slugs in self.choices.items()}
        spans = {key: span for key, span in self.spans.items() if key != name}
        return replace(self, choices=choices, spans=spans)


def understood(parameters: Parameters, filters: Iterable[Filter], sorts: Sequence[str] = SORTS) -> Asked:
    """What the address asks of these filters. Never raises."""
    choices: dict[str, tuple[str, ...]] = {}
    spans: dict[str, Span] = {}
    typed: dict[str, str] = {}
    wrong: dict[str, str] = {}
    is_form = False
    for one in filters:
        if isinstance(one, Choices):
            given = set(parameters.getlist(one.name))
            slugs = tuple(choice.slug for choice in one.choices if choice.slug in given)
            if slugs:
                choices[one.name] = slugs
            continue
        is_form |= one.name + FROM in parameters or one.name + TO in parameters
        span = _of_form(parameters, one, typed, wrong) or _of_address(parameters.getlist(one.name), one)
        if span != Span():
            spans[one.name] = span
    sort = next((sort for sort in parameters.getlist("sort") if sort in sorts), SORTS[0])
    return Asked(choices, spans, sort, typed, wrong, is_form)


def parameters_of(asked: Asked) -> list[tuple[str, str]]:
    """The shortest parameters that ask the same: names and values of an address."""
    found = [(name, slug) for name, slugs in asked.choices.items() for slug in slugs]
    found += [(name, _written(name, span)) for name, span in asked.spans.items()]
    return [*found, ("sort", asked.sort)] if asked.sort != SORTS[0] else found


def _of_form(parameters: Parameters, one: Measured, typed: dict[str, str], wrong: dict[str, str]) -> Span | None:
    """What was typed into the two fields; ends in the wrong order change places. None where nothing was typed."""
    ends: list[int | None] = []
    for side in (FROM, TO):
        name = one.name + side
        text = shown("".join(parameters.getlist(name)[:1]))[:LONGEST]
        if text:
            typed[name] = text
        ends.append(_end(text, one, side == FROM, wrong) if line(text) else None)
    low, high = ends
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Span(low, high) if ends != [None, None] else None


def _end(text: str, one: Measured, is_low: bool, wrong: dict[str, str]) -> int | None:
    try:
        return kopecks_of(text) if one.name == PRICE else measure_of(text, one.unit, up=is_low)
    except Refusal as refusal:
        wrong[one.name + (FROM if is_low else TO)] = refusal.code
        return None


def _of_address(values: Sequence[str], one: Measured) -> Span:
    """The first range among the values that can be read."""
    for value in values:
        found = _RANGE.fullmatch(value)
        if found is None:
            continue
        low, high = (_number(text, one) for text in found.groups())
        if low is not None and high is not None and low > high:
            low, high = high, low
        return Span(low, high)
    return Span()


def _number(text: str, one: Measured) -> int | None:
    whole, _, part = text.partition(".")
    if not whole and not part:
        return None
    if one.name == PRICE:
        return int(whole or 0) * 100 + int(part.ljust(2, "0") if part else 0)
    return int(whole or 0)


def _written(name: str, span: Span) -> str:
    return "-".join("" if end is None else _short(name, end) for end in (span.low, span.high))


def _short(name: str, end: int) -> str:
    if name != PRICE:
        return str(end)
    roubles, kopecks = divmod(end, 100)
    return f"{roubles}.{kopecks:02}" if kopecks else str(roubles)
