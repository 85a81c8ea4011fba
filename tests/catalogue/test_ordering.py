"""Orders that walk lines no farther than a page give what sorting everything gives."""

from array import array

from hypothesis import given
from hypothesis import strategies as some
from pyroaring import FrozenBitMap

from webapp.catalogue.filters.narrowing import covered
from webapp.catalogue.filters.ordering import by_top_up
from webapp.catalogue.index.numbers import PLACES, VALUES, Line

ITEMS = ("a", "b", "c")
PRODUCTS = some.lists(some.tuples(some.sampled_from(ITEMS), some.integers(0, 12)), max_size=40)
"""Item and price of each product, in the order of names."""


def line(item: str, products: list[tuple[str, int]]) -> Line:
    pairs = sorted((price, place) for place, (of, price) in enumerate(products) if of == item)
    return Line(array(VALUES, (pair[0] for pair in pairs)), array(PLACES, (pair[1] for pair in pairs)))


@given(
    products=PRODUCTS,
    amounts=some.dictionaries(some.sampled_from(ITEMS), some.integers(0, 14)),
    left_out=some.sets(some.integers(0, 40)),
    size=some.integers(1, 9),
)
def test_pages_by_top_up_are_those_of_sorting_everything(
    products: list[tuple[str, int]], amounts: dict[str, int], left_out: set[int], size: int
) -> None:
    found = FrozenBitMap(set(range(len(products))) - left_out)
    prices = {item: line(item, products) for item in ITEMS}
    ranked = sorted(
        (item not in amounts, max(0, price - amounts.get(item, 0)), place)
        for place, (item, price) in enumerate(products)
        if place in found
    )
    for first in range(0, len(products) + size, size):
        page = by_top_up(found, (first, first + size), covered(amounts, prices), prices, amounts)
        assert page == [place for *_, place in ranked[first : first + size]]
