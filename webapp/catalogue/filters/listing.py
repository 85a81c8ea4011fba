"""One page of a list with its filters: what was asked, what was found, what each answer would give."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from webapp.catalogue.filters import fitting, kept, narrowing, ordering
from webapp.catalogue.filters.asked import FROM, SORTS, TO, Asked, Parameters, Span, understood
from webapp.catalogue.filters.described import (
    COVERED,
    COVERED_KEY,
    FITS,
    FITS_KEY,
    MAKER,
    PRICE,
    Choice,
    Choices,
    Filter,
    Measured,
    of_kind,
)
from webapp.catalogue.filters.fitting import Fitting
from webapp.catalogue.filters.knowing import Known
from webapp.catalogue.filters.narrowing import Narrowed
from webapp.catalogue.index import keys, numbers, rows, sets
from webapp.catalogue.index.numbers import Line
from webapp.catalogue.index.sets import EMPTY, Places
from webapp.core.listing import PAGE_SIZE, Page
from webapp.reference.dataset import characteristics
from webapp.reference.queries import Row

MOST_MAKERS = 40
"""How many makers are offered: those with most products."""
FEWEST_TO_FILTER = 2
"""A list of fewer products has no filters and no orders."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer with the number of products that it would give."""

    choice: Choice
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter as it is offered: its answers with counts, or the ends of its numbers.

    `is_of_kind`: the ends are those of the whole kind, while the list is of one item of it.
    """

    filter: Filter
    answers: tuple[Counted, ...] = ()
    ends: tuple[int, int] | None = None
    is_of_kind: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows. `total` is how many there are without filters; `knows_region` whether sums can be told.

    `looser` are filters in force with the number of products without each, the most first: for when nothing is found.
    """

    page: Page[Row]
    total: int
    asked: Asked
    facets: tuple[Facet, ...]
    sorts: tuple[str, ...]
    knows_region: bool
    looser: tuple[tuple[str, int], ...] = ()

    @property
    def has_filters(self) -> bool:
        """Whether there is anything to filter or to order."""
        return self.total >= FEWEST_TO_FILTER

    @property
    def differing(self) -> frozenset[str]:
        """Keys of characteristics that are not the same all over the list: not those that a filter has made equal."""
        asked = self.asked
        return frozenset(
            facet.filter.about.key
            for facet in self.facets
            if facet.filter.about is not None
            and len(asked.choices.get(facet.filter.name, ())) != 1
            and not asked.spans.get(facet.filter.name, Span()).is_exact
        )

    def facet(self, name: str) -> Facet | None:
        """The facet of this name."""
        return next((facet for facet in self.facets if facet.filter.name == name), None)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which products a list is of: a kind, or one item of it."""

    kind_code: str
    profile: str
    item_code: str | None = None

    @property
    def key(self) -> str:
        return keys.kind(self.kind_code) if self.item_code is None else keys.item(self.item_code)

    @property
    def price_key(self) -> str:
        """The line of its prices: an item has one of its own."""
        return keys.price(self.item_code or self.kind_code)


@dataclass(frozen=True, slots=True)
class _Read:
    """All that was read for one page."""

    sets: Mapping[str, Places]
    lines: Mapping[str, Line]
    fit: Fitting
    items: Sequence[str]


def listed(scope: Scope, parameters: Parameters, number: int, known: Known, size: int = PAGE_SIZE) -> Listing:
    """A page of a list, of `size` products. The number of queries depends on nothing but on what is at hand already."""
    common = kept.of_kind(scope.kind_code)
    personal = [FITS] if known.visitor is not None else []
    personal += [COVERED] if known.amounts is not None else []
    filters = of_kind(scope.kind_code, scope.profile, common.makers, personal)
    sorts = tuple(
        sort
        for sort in SORTS
        if not (sort == "topup" and known.amounts is None) and not (sort == "fit" and known.visitor is None)
    )
    asked = understood(parameters, filters, sorts)
    there = _read(scope, asked, filters, known, common)
    narrowed = narrowing.narrow(there.sets[scope.key], narrowing.chosen_sets(asked, filters, there.sets, there.lines))
    part = ((number - 1) * size, number * size)
    places = _ordered(narrowed.found, asked.sort, part, scope, there, known)
    page = Page(rows.page(places), number, len(narrowed.found))
    facets = tuple(_facets(filters, asked, narrowed, there, common, scope))
    looser = sorted(((name, len(places)) for name, places in narrowed.without.items()), key=lambda pair: -pair[1])
    total = len(narrowed.scope)
    if total < FEWEST_TO_FILTER:  # there is no form, so there is no field to mend
        asked = replace(asked, wrong={})
    return Listing(page, total, asked, facets, sorts, known.amounts is not None, tuple(looser))


def differing_in_kind(kind_code: str, profile: str) -> frozenset[str]:
    """Keys of characteristics that products of a kind have different values of."""
    common = kept.of_kind(kind_code)
    found = set()
    for one in of_kind(kind_code, profile, {}):
        if isinstance(one, Measured):
            ends = _ends(one, common, Scope(kind_code, profile))
            differs = ends is not None and ends[0] < ends[1]
        else:
            differs = sum(bool(common.counts.get(choice.key)) for choice in one.choices) > 1
        if differs and one.about is not None:
            found.add(one.about.key)
    return frozenset(found)


def _read(scope: Scope, asked: Asked, filters: Sequence[Filter], known: Known, common: kept.OfKind) -> _Read:
    """Sets and lines, by one query each at most; where nothing is asked, the counts suffice."""
    items = (scope.item_code,) if scope.item_code is not None else common.items
    wanted = [scope.key] if _is_plain(asked, scope) else [scope.key, *common.counts]
    found = dict(sets.of(wanted))
    line_keys = narrowing.line_keys(asked, filters)
    if asked.sort == "price":
        line_keys.append(scope.price_key)
    if known.amounts is not None:
        line_keys += [keys.price(item) for item in items]
    lines = numbers.lines(line_keys)
    if known.amounts is not None:
        by_item = {item: lines[keys.price(item)] for item in items}
        found[COVERED_KEY] = narrowing.covered(known.amounts, by_item)
    fit = Fitting()
    if known.visitor is not None:
        fit = fitting.fit_of(scope.kind_code, known.visitor, characteristics().of(scope.profile))
        found[FITS_KEY] = fit.fits
    return _Read(found, lines, fit, items)


def _ordered(found: Places, sort: str, part: ordering.Slice, scope: Scope, there: _Read, known: Known) -> list[int]:
    if part[0] >= len(found):
        return []
    if sort == "price":
        return ordering.by_price(found, part, there.lines[scope.price_key])
    if sort == "topup":
        prices = {item: there.lines[keys.price(item)] for item in there.items}
        return ordering.by_top_up(found, part, there.sets[COVERED_KEY], prices, known.amounts or {})
    return ordering.by_fit(found, part, there.fit) if sort == "fit" else ordering.by_name(found, part)


def _facets(
    filters: Sequence[Filter],
    asked: Asked,
    narrowed: Narrowed,
    there: _Read,
    common: kept.OfKind,
    scope: Scope,
) -> Iterator[Facet]:
    """Filters that can part what the others leave, those in force, and those whose fields were refused."""
    is_plain = _is_plain(asked, scope)
    for one in filters:
        if isinstance(one, Measured):
            ends = _ends(one, common, scope)
            is_wrong = not asked.wrong.keys().isdisjoint((one.name + FROM, one.name + TO))
            if is_wrong or one.name in asked.spans or (ends is not None and ends[0] < ends[1]):
                yield Facet(one, ends=ends, is_of_kind=scope.item_code is not None and one.name != PRICE)
            continue
        chosen = asked.choices.get(one.name, ())
        counted = [
            Counted(choice, _count(one, choice, narrowed, there, common, is_plain), choice.slug in chosen)
            for choice in one.choices
        ]
        shown = [answer for answer in counted if answer.number or answer.is_chosen]
        if one.name == MAKER:
            shown = _most(shown)
        whole = len(narrowed.base(one.name))
        parts = len(shown) > 1 or any(0 < answer.number < whole for answer in shown)
        if shown and (parts or chosen):
            yield Facet(one, tuple(shown))


def _is_plain(asked: Asked, scope: Scope) -> bool:
    """Whether the list is of a whole kind without filters: its counts are at hand without a set."""
    return not asked.is_narrow and scope.item_code is None


def _ends(one: Measured, common: kept.OfKind, scope: Scope) -> tuple[int, int] | None:
    """The least and the greatest that there is: prices of the scope, other numbers of its whole kind."""
    low = common.ends.get(scope.price_key if one.name == PRICE else one.line)
    high = common.ends.get(one.to_line, low) if one.to_line is not None else low
    return (low[0], high[1]) if low is not None and high is not None else None


def _count(one: Choices, choice: Choice, narrowed: Narrowed, there: _Read, common: kept.OfKind, is_plain: bool) -> int:
    if is_plain and choice.key in common.counts:
        return common.counts[choice.key]
    return narrowed.count(one.name, there.sets.get(choice.key, EMPTY))


def _most(answers: list[Counted]) -> list[Counted]:
    """Of too many the chosen ones and those with most products, in their order."""
    if len(answers) <= MOST_MAKERS:
        return answers
    ranked = sorted(answers, key=lambda answer: (not answer.is_chosen, -answer.number))[:MOST_MAKERS]
    return [answer for answer in answers if answer in ranked]
