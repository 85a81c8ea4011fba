"""Lists narrowed by sets are the lists that looking at every product gives; counts are exact, whatever is asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from werkzeug.datastructures import MultiDict

from tests.support import narrowed
from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from webapp.catalogue.filters import kept
from webapp.catalogue.filters.asked import SORTS, Asked, understood
from webapp.catalogue.filters.described import COVERED, FITS, Choices, Measured, of_kind
from webapp.catalogue.filters.knowing import Known, Sieve, Visitor
from webapp.catalogue.filters.listing import Listing, Scope, listed
from webapp.core.listing import PAGE_SIZE
from webapp.reference import dataset

KINDS = {kind.code: kind.profile for kind in dataset.classification().kinds}
CANE = "6-01"
SIEVES = (
    Sieve("6-01-01", "height_adjustable", frozenset({True})),
    Sieve("6-01-01", "handle", frozenset({"Т-образная", "дугообразная"})),
    Sieve("6-01-02", "max_load_kg", low=110),
)
VISITOR = Visitor(frozenset({"6-01-01", "6-01-02"}), SIEVES)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def filters_of(scope: Scope, known: Known) -> Any:
    personal = [FITS] * (known.visitor is not None) + [COVERED] * (known.amounts is not None)
    return of_kind(scope.kind_code, scope.profile, kept.of_kind(scope.kind_code).makers, personal)


def agree(scope: Scope, parameters: MultiDict[str, str], known: Known) -> Listing:
    """The list by sets is the list by looking; so are all counts. Returns it."""
    filters = filters_of(scope, known)
    asked = understood(parameters, filters)
    products = [one for one in narrowed.of_kind(scope.kind_code) if scope.item_code in (None, one.item)]
    wanted = narrowed.kept(products, asked, filters, known)
    found = listed(scope, parameters, 1, known)
    assert (found.total, found.page.total) == (len(products), len(wanted))
    shown = [row.number for row in found.page.rows]
    if asked.sort == "name":
        assert shown == [one.number for one in wanted][:PAGE_SIZE]
    assert set(shown) <= {one.number for one in wanted} and len(shown) == min(PAGE_SIZE, len(wanted))
    for facet in found.facets:
        if isinstance(facet.filter, Choices):
            others = narrowed.kept(products, asked.without(facet.filter.name), filters, known)
            for answer in facet.answers:
                slug = answer.choice.slug
                assert answer.number == sum(narrowed.has(facet.filter, slug, one, known) for one in others), slug
    for name, count in found.looser:
        assert count == len(narrowed.kept(products, asked.without(name), filters, known))
    return found


@some.composite
def questions(draw: some.DrawFn, kind_code: str) -> MultiDict[str, str]:
    """Parameters that mean something for a kind: some answers, some ranges, an order."""
    parameters: MultiDict[str, str] = MultiDict()
    for one in of_kind(kind_code, KINDS[kind_code], {}, [FITS, COVERED]):
        if not draw(some.integers(0, 3)):
            if isinstance(one, Measured):
                low, high = draw(some.integers(0, 400)), draw(some.integers(0, 30_000))
                parameters.add(one.name, f"{low}-{high}" if draw(some.booleans()) else f"-{high}")
            elif one.choices:
                for choice in draw(some.lists(some.sampled_from(one.choices), max_size=3)):
                    parameters.add(one.name, choice.slug)
    parameters.add("sort", draw(some.sampled_from(SORTS)))
    return parameters


@FEW
@given(data=some.data())
def test_whatever_is_asked_sets_and_looking_agree(speaking: Flask, data: some.DataObject) -> None:
    kind_code = data.draw(some.sampled_from(sorted(KINDS)))
    items = kept.of_kind(kind_code).items
    scope = Scope(kind_code, KINDS[kind_code], data.draw(some.sampled_from([None, *items])))
    amounts = data.draw(some.sampled_from([None, dict.fromkeys(items[:1], 2_000_000)]))
    known = Known(amounts, data.draw(some.sampled_from([None, VISITOR])))
    found = agree(scope, data.draw(questions(kind_code)), known)
    assert found.page.total <= found.total


@pytest.fixture
def site(each_database: Databases, tmp_path: Path) -> Iterator[Flask]:
    """A loaded site, a request going on."""
    with (
        closing(make_site(settings_in(tmp_path, database_url=each_database.loaded()))) as app,
        app.test_request_context(),
    ):
        yield app


@pytest.mark.parametrize("sort", SORTS)
def test_both_databases_agree_in_every_order(site: Flask, sort: str) -> None:
    asked = MultiDict([("height_min_cm", "70-95"), ("anti_slip", "yes"), ("sort", sort)])
    amounts = {"6-01-01": 150_000, "6-01-02": 200_000}
    known = Known(amounts, VISITOR)
    scope = Scope(CANE, KINDS[CANE])
    assert agree(scope, asked, known).page.total > 0
    products = {one.number: one for one in narrowed.of_kind(CANE)}
    pages = [listed(scope, asked, number, known).page for number in (1, 2, 3)]
    shown = [products[row.number] for page in pages for row in page.rows]
    places = {number: place for place, number in enumerate(products)}
    ranks: dict[str, Any] = {
        "name": lambda one: 0,
        "price": lambda one: one.price,
        "topup": lambda one: (one.item not in amounts, max(0, one.price - amounts.get(one.item, 0))),
        "fit": lambda one: ["yes", "unsure", "no"].index(narrowed.verdict(one, VISITOR)),
    }
    assert shown == sorted(shown, key=lambda one: (ranks[sort](one), places[one.number]))
    assert len({one.number for one in shown}) == len(shown) == min(3 * PAGE_SIZE, pages[0].total)


def test_a_filter_that_is_taken_away_leaves_the_others() -> None:
    asked = Asked({"a": ("x", "y"), "b": ("z",)})
    assert asked.without("a").choices == {"b": ("z",)}
    assert asked.without("a", "x").choices == {"a": ("y",), "b": ("z",)}
    assert asked.without("b", "z").choices == {"a": ("x", "y")}


def test_where_nothing_can_be_filtered_no_field_is_refused(speaking: Flask) -> None:
    with speaking.test_request_context():
        found = listed(Scope(CANE, KINDS[CANE], "6-01-99"), MultiDict([("price-from", "abc")]), 1, Known(None, None))
    assert (found.total, found.has_filters, found.asked.wrong, found.asked.is_form) == (0, False, {}, True)
