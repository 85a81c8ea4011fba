"""The index says the same as the rows of products, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask, g

from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from webapp.catalogue.index import build, finding, keys, numbers, rows, sets, vocabulary
from webapp.catalogue.index.cache import Cache
from webapp.catalogue.models import Maker, Product
from webapp.core import data_version
from webapp.core.database import db, record
from webapp.core.listing import PAGE_SIZE

CANES = "6-02"


@pytest.fixture
def site(each_database: Databases, tmp_path: Path) -> Iterator[Flask]:
    """A loaded site, a request going on."""
    with (
        closing(make_site(settings_in(tmp_path, database_url=each_database.loaded()))) as app,
        app.test_request_context(),
    ):
        yield app


def products(*conditions: sa.ColumnElement[bool]) -> list[Product]:
    return list(db.session.scalars(sa.select(Product).where(*conditions)))


def numbers_of(found: sets.Places) -> set[str]:
    return {row.number for row in rows.page(list(found))}


def test_places_are_in_the_order_of_names(site: Flask) -> None:
    everything = finding.any_of(sets.of(keys.kind(code) for code in {one.kind_code for one in products()}).values())
    assert list(everything) == list(range(len(products())))
    names = [row.name for row in rows.page(list(everything))]
    assert names == sorted(names, key=build.folded)
    assert build.folded("Ёлка") < build.folded("жук") < build.folded("Ясень")


def test_sets_hold_what_the_rows_say(site: Flask) -> None:
    canes = products(Product.kind_code == CANES)
    folding = {one.number for one in canes if one.values["construction"] == "складная"}
    bright = {one.number for one in canes if one.values["reflective"]}
    asked = [keys.value(CANES, "construction", "складная"), keys.yes(CANES, "reflective"), keys.yes(CANES, "no such")]
    found = sets.of(asked)
    assert [numbers_of(found[key]) for key in asked] == [folding, bright, set()]
    assert sets.counts(asked) == dict(zip(asked, (len(folding), len(bright), 0), strict=True))
    maker = db.session.scalars(sa.select(Maker).where(Maker.id == canes[0].maker_id)).one()
    of_maker = {one.number for one in products(Product.maker_id == maker.id)}
    assert numbers_of(sets.of([keys.maker(maker.slug)])[keys.maker(maker.slug)]) == of_maker


@pytest.mark.parametrize(
    ("low", "high"), [(None, None), (200, None), (None, 199), (150, 250), (250, 150), (-5, 10**12)]
)
def test_ranges_are_exact(site: Flask, low: int | None, high: int | None) -> None:
    weights = {one.number: one.values["weight_g"] for one in products(Product.kind_code == CANES)}
    wanted = {
        number
        for number, weight in weights.items()
        if (low is None or weight >= low) and (high is None or weight <= high)
    }
    assert numbers_of(numbers.within(CANES, "weight_g", low, high)) == wanted
    assert numbers.ends(CANES)[keys.number(CANES, "weight_g")] == (min(weights.values()), max(weights.values()))


def test_words_are_joined_by_and_their_forms_by_or(site: Flask) -> None:
    both = finding.with_words([["трость", "нет-такого"], ["складной", "складный"]])
    wanted = {one.number for one in products() if " трость " in one.lemmas and " складной " in one.lemmas}
    assert numbers_of(both) == wanted != set()
    assert not finding.with_words([])
    assert not finding.with_words([["трость"], ["нет-такого"]])


def test_an_article_is_found_whatever_its_capitals(site: Flask) -> None:
    one = products()[0]
    for written in (one.article.lower(), one.article, one.number):
        assert one.number in numbers_of(finding.with_article([written]))
    assert not finding.with_article(["", "нет"])


def test_near_words_come_nearest_first(site: Flask) -> None:
    assert vocabulary.near("трсоть", 1)[0] == ("трость", 1)
    assert vocabulary.near("тонометтр", 2)[0] == ("тонометр", 1)
    assert vocabulary.near("ъъъъъъъ", 2) == []
    assert vocabulary.known(["трость", "ъъъ"]).keys() == {"трость"}


def test_a_page_keeps_the_order_asked(site: Flask) -> None:
    found = sets.of([keys.kind(CANES)])[keys.kind(CANES)]
    backwards = list(found)[::-1]
    assert [row.place for row in rows.page(backwards)] == backwards
    second = rows.by_name(found, 2)
    assert [row.place for row in second.rows] == list(found)[PAGE_SIZE : 2 * PAGE_SIZE]
    assert rows.page([10**6]) == []


def test_building_anew_changes_the_version_only_with_the_products(site: Flask) -> None:
    def built() -> str:
        with record() as session:
            build.build(session)
        db.session.rollback()
        return data_version.current()

    first = built()
    assert built() == first
    with record() as session:
        session.execute(sa.update(Product).where(Product.number == "6-02-02.0001").values(price_kopecks=1))
    assert built() != first
    assert numbers_of(numbers.lines([keys.price(CANES)])[keys.price(CANES)].within(None, 1)) == {"6-02-02.0001"}


def test_a_page_reads_one_state_of_the_data_whoever_builds_meanwhile(site: Flask) -> None:
    numbers_there = {one.number for one in products(Product.kind_code == CANES)}
    db.session.rollback()
    found = sets.of([keys.kind(CANES)])[keys.kind(CANES)]
    with record() as session:
        behind_all = sa.update(Product).where(Product.kind_code == CANES).values(name="яяя " + Product.name)
        session.execute(behind_all)
        build.build(session)
    assert numbers_of(found) == numbers_there
    read_later = sets.of([keys.item("6-02-02")])[keys.item("6-02-02")]
    assert read_later
    assert read_later <= found
    db.session.rollback()
    del g.catalogue_version  # another request
    assert numbers_of(sets.of([keys.kind(CANES)])[keys.kind(CANES)]) == numbers_there


def test_a_cache_stays_within_its_bytes_and_forgets_the_oldest() -> None:
    cache = Cache(100)
    for key in "abcde":
        cache.put("1", key, key, 25)
    assert cache.size == 100
    assert [cache.get("1", key) for key in "abcde"] == [None, "b", "c", "d", "e"]
    assert cache.get("2", "e") is None
    cache.put("1", "large", "large", 26)
    assert cache.get("1", "large") is None
