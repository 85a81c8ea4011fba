"""Any address of any list gives a good page; what was typed and not understood is said at its field."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.support.hostile import queries
from tests.support.html import elements
from tests.support.strict_client import StrictClient
from webapp.catalogue.filters.described import Measured, of_kind
from webapp.reference import dataset
from webapp.reference.records import Kind

KINDS = dataset.classification().kinds
ITEMS = {item.kind: item.code for item in reversed(dataset.classification().items)}
ANSWERS = ["yes", "no", "-300", "300-", "100-200", "sort", "price", "topup", "fit", "luch", "aluminium", "1", "31 к"]
FEW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def measured(kind: Kind) -> list[str]:
    """Names of a kind's filters by a number."""
    return [one.name for one in of_kind(kind.code, kind.profile, {}) if isinstance(one, Measured)]


@FEW
@given(data=some.data(), rest=queries)
def test_any_address_gives_a_good_page(reader: StrictClient, data: some.DataObject, rest: str) -> None:
    kind = data.draw(some.sampled_from(KINDS))
    filters = [one.name for one in of_kind(kind.code, kind.profile, {})]
    names = [*filters, *(name + end for name in measured(kind) for end in ("-from", "-to")), "sort", "page"]
    pairs = some.tuples(some.sampled_from(names), some.sampled_from(ANSWERS))
    query = "&".join([*("=".join(pair) for pair in data.draw(some.lists(pairs, max_size=6))), rest])
    for address in (f"/catalogue/{kind.code}/products", f"/en/catalogue/{ITEMS[kind.code]}"):
        assert reader.get(f"{address}?{query}").status_code in {200, 302, 400, 404, 422}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_whatever_is_refused_is_said_in_the_summary_and_at_its_field(reader: StrictClient, kind: Kind) -> None:
    fields = [name + "-from" for name in measured(kind)]
    query = "&".join(f"{name}=abc" for name in fields)
    for address in (f"/catalogue/{kind.code}/products", f"/catalogue/{ITEMS[kind.code]}"):
        page = reader.page(f"{address}?{query}")
        assert page.status == 422
        there = {each.get("id") for each in elements(page.tree, "input")}
        targets = [link.address.partition("#")[2] for link in page.links if "#filter-" in link.address]
        assert targets == [f"filter-{name}" for name in fields] and there >= set(targets)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_has_its_filters_in_both_languages(reader: StrictClient, kind: Kind) -> None:
    for language in ("", "/en"):
        page = reader.page(f"{language}/catalogue/{kind.code}/products")
        assert page.status == 200 and measured(kind)
