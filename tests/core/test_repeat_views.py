"""A page that a visitor already has is answered with 304; whatever its bytes depend on makes it new."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.sites import SiteMaker, closing, make_site, settings_in
from tests.support.strict_client import StrictClient, visitor
from webapp.catalogue.index import build
from webapp.catalogue.models import Maker, Product
from webapp.core import data_version
from webapp.core.database import record
from webapp.core.reading import COOKIES

PAGES = ("/", "/help", "/catalogue/6-02/products?page=2", "/products/6-02-02.0001", "/search?q=трость", "/style-guide")


def tag(client: StrictClient, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert {"Cookie", "Accept-Encoding", "HX-Request"} <= set(answer.vary)
    return answer.headers["ETag"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_the_same_page_again_is_not_sent_again(reader: StrictClient, address: str, encoding: str) -> None:
    accepted = {"Accept-Encoding": encoding}
    known = reader.get(address, headers=accepted).headers["ETag"]
    again = reader.get(address, headers=accepted | {"If-None-Match": known})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == known
    assert {"Cookie", "Accept-Encoding", "HX-Request"} <= set(again.vary)


def test_changed_data_make_every_page_new(writing_site: Flask) -> None:
    client = visitor(writing_site)
    before = {address: tag(client, address) for address in PAGES}
    with writing_site.app_context(), record() as session:
        data_version.note(session, "planted", "another")
    for address, known in before.items():
        assert client.get(address, headers={"If-None-Match": known}).status_code == 200
        assert tag(client, address) != known


@pytest.mark.parametrize(
    "changed",
    [
        sa.update(Product).values(name=Product.name + "!"),
        sa.update(Product).values(summary="Новое описание"),
        sa.update(Product).values(hearing=["Новый звук"]),
        sa.update(Maker).values(phone="+7 800 000-00-00"),
    ],
)
def test_what_the_index_does_not_hold_makes_pages_new_too(writing_site: Flask, changed: sa.Update) -> None:
    client = visitor(writing_site)
    known = tag(client, "/products/6-02-02.0001")
    with writing_site.app_context(), record() as session:
        session.execute(changed)
        build.build(session)
    assert client.get("/products/6-02-02.0001", headers={"If-None-Match": known}).status_code == 200


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ("DELETE FROM placed_product; DELETE FROM product WHERE number = '6-02-02.0001'", 404),
        ("UPDATE product SET summary = 'Новое описание' WHERE number = '6-02-02.0001'", 200),
        ("UPDATE maker SET phone = '+7 800 000-00-00'", 200),
    ],
)
def test_a_changed_record_makes_pages_new_before_the_index_is_built(
    each_database: Databases, tmp_path: Path, changed: str, status: int
) -> None:
    with closing(make_site(settings_in(tmp_path, database_url=each_database.loaded()))) as app:
        client = visitor(app)
        known = tag(client, "/products/6-02-02.0001")
        with app.app_context(), record() as session:
            for statement in changed.split("; "):
                session.execute(sa.text(statement))
        assert client.get("/products/6-02-02.0001", headers={"If-None-Match": known}).status_code == status


def test_languages_addresses_and_mounts_have_tags_of_their_own(reader: StrictClient) -> None:
    tags = [
        tag(reader, "/catalogue"),
        tag(reader, "/en/catalogue"),
        tag(reader, "/catalogue?page=1"),
        reader.get("/catalogue", base_url="http://localhost/mount").headers["ETag"],
    ]
    assert len(set(tags)) == len(tags)


def test_a_piece_and_its_page_are_not_taken_for_each_other(reader: StrictClient) -> None:
    address = "/products/6-02-02.0001/table"
    page, piece = tag(reader, address), tag(reader, address, **{"HX-Request": "true"})
    restored = tag(reader, address, **{"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert page != piece
    assert restored != piece


def test_another_build_makes_every_page_new(site_of: SiteMaker) -> None:
    first, second = site_of(), site_of()
    second.config["BUILD_ID"] = "another"
    assert tag(visitor(first), "/help") != tag(visitor(second), "/help")


@pytest.mark.parametrize("address", ["/nowhere", "/health/live", "/style-guide/journey/question"])
def test_any_known_page_is_not_every_page(reader: StrictClient, address: str) -> None:
    assert reader.get(address, headers={"If-None-Match": "*"}).status_code == reader.get(address).status_code


def test_what_is_not_found_is_kept_by_nobody(reader: StrictClient) -> None:
    answer = reader.get("/products/6-02-02.9999")
    assert answer.status_code == 404
    assert "ETag" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_cookie_that_changes_pages_changes_the_tag(reader: StrictClient) -> None:
    reader.set_cookie(COOKIES[False], "size-200")
    tag = reader.get("/help").headers["ETag"]
    assert reader.get("/help", headers={"If-None-Match": tag}).status_code == 304
    reader.set_cookie("other", "1")
    assert reader.get("/help", headers={"If-None-Match": tag}).status_code == 304
    reader.set_cookie(COOKIES[False], "size-300")
    assert reader.get("/help", headers={"If-None-Match": tag}).status_code == 200
