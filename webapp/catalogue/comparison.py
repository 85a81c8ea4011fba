"""Comparing products of one kind: which of those that were asked for, where they differ, which is better in what.

Pure: takes values and descriptions, returns codes with values; `comparison_words` speaks.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from webapp.catalogue.rules import Fact
from webapp.certificates.rules import money
from webapp.reference.codes import canonical_number, is_product_number
from webapp.reference.records import Characteristic, Preference

CHOSEN = "p"
"""The name by which an address holds a product to compare."""
MOST = 4
"""How many products are compared at once: more than four values of one characteristic nobody keeps in mind."""
FEWEST = 2
MOST_ASKED = 20
"""How many numbers of an address are looked at."""
PRICE, TOP_UP, MAKER = "price", "top_up", "maker"
MONEY = (PRICE, TOP_UP)
Value: TypeAlias = Fact | int | str


@dataclass(frozen=True, slots=True)
class Compared:
    """A product as a comparison needs it; the price is in kopecks, `values` are characteristics by key."""

    number: str
    name: str
    model: str
    maker: str
    item_code: str
    kind_code: str
    price_kopecks: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What becomes of the numbers that an address asks for.

    `compared` are at most MOST products of one kind by number; `of_other_kinds` and `surplus` are in the catalogue but
    not compared; `unknown` are written like numbers, but no product has them; `has_wrong`: something else was asked.
    """

    compared: tuple[Compared, ...] = ()
    of_other_kinds: tuple[Compared, ...] = ()
    surplus: tuple[Compared, ...] = ()
    unknown: tuple[str, ...] = ()
    has_wrong: bool = False

    @property
    def numbers(self) -> tuple[str, ...]:
        """Numbers of what is compared."""
        return tuple(row.number for row in self.compared)

    @property
    def address_numbers(self) -> tuple[str, ...]:
        """The canonical order of everything that was asked for: what is compared first, by number, then the rest."""
        rest = (*self.of_other_kinds, *self.surplus)
        return (*self.numbers, *(row.number for row in rest), *self.unknown)

    def without(self, number: str) -> tuple[str, ...]:
        """Numbers of what stays when one product is taken out."""
        return tuple(other for other in self.numbers if other != number)


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of all products, in their order; None where nothing is known.

    `about` is None for price and what one adds to the certificate (kopecks), and for the maker. `best` are places of
    the products that are better than the others, `prefers` says which way.
    """

    key: str
    about: Characteristic | None
    values: tuple[Value | None, ...]
    prefers: Preference | None = None
    best: tuple[int, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether all products are known to be the same in this."""
        return None not in self.values and all(value == self.values[0] for value in self.values)

    @property
    def unknown(self) -> tuple[int, ...]:
        """Places of the products of which nothing is known in this."""
        return tuple(place for place, value in enumerate(self.values) if value is None)


def asked_numbers(written: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """Numbers in the order's form, each once; and whether there was anything that is no number."""
    texts = list(written)[:MOST_ASKED]
    numbers = (canonical_number(text) for text in texts if is_product_number(text))
    return tuple(dict.fromkeys(numbers)), any(not is_product_number(text) for text in texts)


def choose(numbers: Sequence[str], present: Mapping[str, Compared], has_wrong: bool = False) -> Chosen:
    """The first product that is there decides the kind; the first four of that kind are compared."""
    known = [present[number] for number in numbers if number in present]
    alike = [row for row in known if row.kind_code == known[0].kind_code]
    return Chosen(
        compared=tuple(sorted(alike[:MOST], key=lambda row: row.number)),
        of_other_kinds=tuple(row for row in known if row.kind_code != known[0].kind_code),
        surplus=tuple(alike[MOST:]),
        unknown=tuple(number for number in numbers if number not in present),
        has_wrong=has_wrong,
    )


def lines(
    products: Sequence[Compared], described: Sequence[Characteristic], certificates: Mapping[str, int]
) -> list[Line]:
    """Every fact of which something is known, price first, then the profile's order, the maker last.

    `certificates` says in kopecks what is given for an item; where there is any, what the person adds is a line, too.
    """
    found = [_line(PRICE, None, [row.price_kopecks for row in products], "lower", _itself)]
    if any(row.item_code in certificates for row in products):
        found.append(Line(TOP_UP, None, tuple(_top_up(row, certificates.get(row.item_code)) for row in products)))
    values = [row.values for row in products]
    by_key = {one.key: one for one in described}
    folded = {one.range_to for one in described if _is_range_of_all(one, values)}
    for one in described:
        if one.key in folded:
            continue
        cells = [_fact(one, each, is_range=_is_range_of_all(one, values)) for each in values]
        if any(cell is not None for cell in cells):
            found.append(_of_characteristic(one, by_key, cells))
    return [*found, Line(MAKER, None, tuple(row.maker for row in products))]


@dataclass(frozen=True, slots=True)
class Parted:
    """All lines of a comparison: where the products differ, or not all is known; where all are the same.

    `equal_money` is apart from what else is `equal`: what is paid decides, so it is told even where all cost the same.
    """

    different: Sequence[Line]
    equal_money: Sequence[Line]
    equal: Sequence[Line]

    @property
    def tells_top_up(self) -> bool:
        """Whether what the person adds to the certificate is among the lines."""
        return any(line.key == TOP_UP for line in (*self.different, *self.equal_money))


def parted(found: Iterable[Line]) -> Parted:
    """The lines in their order, by whether and in what the products are the same."""
    every = list(found)
    return Parted(
        different=[line for line in every if not line.is_equal],
        equal_money=[line for line in every if line.is_equal and line.key in MONEY],
        equal=[line for line in every if line.is_equal and line.key not in MONEY],
    )


def _top_up(product: Compared, certificate: int | None) -> int | None:
    return money(product.price_kopecks, certificate).top_up


def _is_range_of_all(one: Characteristic, values: Sequence[Mapping[str, Any]]) -> bool:
    """Two characteristics are one range where each product that has one of them has the other."""
    if one.range_to is None:
        return False
    return all((one.key in each) == (one.range_to in each) for each in values)


def _fact(one: Characteristic, values: Mapping[str, Any], *, is_range: bool) -> Fact | None:
    if one.key not in values:
        return None
    high = values[one.range_to] if is_range and one.range_to is not None else None
    return Fact(one, values[one.key], high)


def _of_characteristic(one: Characteristic, by_key: Mapping[str, Characteristic], cells: Sequence[Fact | None]) -> Line:
    upper = by_key.get(one.range_to) if one.range_to is not None else None
    if upper is not None and any(cell is not None and cell.high is not None for cell in cells):
        return _line(one.key, one, cells, upper.better, _high)
    return _line(one.key, one, cells, one.better, _value)


def _line(
    key: str,
    about: Characteristic | None,
    values: Sequence[Value | None],
    prefers: Preference | None,
    measured: Callable[[Any], Any],
) -> Line:
    """Two must be known and differ before one of them is better."""
    known = {place: measured(value) for place, value in enumerate(values) if value is not None}
    best: tuple[int, ...] = ()
    if prefers is not None and len(set(known.values())) > 1:
        most = min(known.values()) if prefers == "lower" else max(known.values())
        best = tuple(place for place, value in known.items() if value == most)
    return Line(key, about, tuple(values), prefers, best)


def _itself(value: int) -> int:
    return value


def _value(fact: Fact) -> Any:
    return fact.value


def _high(fact: Fact) -> Any:
    return fact.high
