"""Fields that a form does not have, and fields that come twice, change nothing."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core.database import db
from webapp.core.sessions import StoredSession

QUESTION, CHECK, DONE = (f"/style-guide/journey/{step}" for step in ("question", "check", "done"))
THING = "/style-guide/fragment"
ANSWER = {"bought-day": "27 марта 2007", "bought-month": "", "bought-year": ""}
UNASKED = {
    "style_guide_sent": "1",
    "style_guide_bought": "1999-01-01",
    "bought": "1999-01-01",
    "bought.data": "1999-01-01",
    "user_id": "1",
    "is_signed_in": "true",
    "__class__": "x",
    "created_at": "1999-01-01",
}


def token(client: StrictClient) -> str:
    return client.get(QUESTION).text.split('name="csrf_token" value="')[1].split('"')[0]


def remembered(app: Flask) -> dict[str, Any]:
    """The data of the only session, without the secret of its forms."""
    with app.app_context():
        data = db.session.scalars(sa.select(StoredSession.data)).one()
    return {name: value for name, value in data.items() if name != "csrf_token"}


def test_fields_that_the_form_does_not_have_change_nothing(writing_site: Flask) -> None:
    client = visitor(writing_site)
    page = client.send(QUESTION, UNASKED | ANSWER | {"csrf_token": token(client)})
    assert page.address == CHECK
    assert "27 марта 2007 года" in page.main
    assert remembered(writing_site) == {"style_guide_bought": "2007-03-27"}
    assert client.page(DONE).address == QUESTION


def test_nothing_is_sent_without_an_answer(writing_site: Flask) -> None:
    client = visitor(writing_site)
    assert client.send(CHECK, UNASKED | {"csrf_token": token(client)}).address == QUESTION
    assert remembered(writing_site) == {}
    assert client.page(CHECK).address == QUESTION
    assert client.page(DONE).address == QUESTION


def test_a_form_is_not_read_from_the_address(writing_site: Flask) -> None:
    client = visitor(writing_site)
    asked = "&".join(f"{name}={value}" for name, value in ANSWER.items())
    assert client.send(f"{QUESTION}?{asked}", {"csrf_token": token(client)}).status == 422
    assert client.post(f"{QUESTION}?csrf_token={token(client)}", data=ANSWER).status_code == 400
    client.post(f"{THING}?keep=yes", data={"keep": "no"}, headers=OUR_PAGE)
    assert "Отложена" not in client.page(THING).main.split()


def test_an_address_is_not_read_from_a_form(reader: StrictClient) -> None:
    answer = reader.get("/search", data={"q": "трость"})
    assert answer.text == reader.get("/search").text


@pytest.mark.parametrize(
    ("twice", "once"),
    [
        ("/search?q=xyzzy&q=трость", "/search?q=xyzzy"),
        ("/search?q=трость&q=xyzzy", "/search?q=трость"),
        ("/catalogue/6-02/products?page=2&page=3", "/catalogue/6-02/products?page=2"),
    ],
)
def test_of_a_word_that_comes_twice_in_an_address_the_first_counts(reader: StrictClient, twice: str, once: str) -> None:
    assert (reader.page(twice).h1, reader.page(twice).title) == (reader.page(once).h1, reader.page(once).title)
    products = [
        [link.address for link in reader.page(address).links if "/products/" in link.address]
        for address in (twice, once)
    ]
    assert products[0] == products[1]


def test_a_second_page_number_does_not_get_past_the_check_of_the_first(reader: StrictClient) -> None:
    assert reader.page("/catalogue/6-02/products?page=0&page=2").status == 404


@pytest.mark.parametrize(("sent", "is_kept"), [(["yes", "no"], True), (["no", "yes"], False)])
def test_of_a_field_that_comes_twice_the_first_counts(writer: StrictClient, sent: list[str], is_kept: bool) -> None:
    writer.post(THING, data={"keep": sent}, headers=OUR_PAGE)
    assert ("Отложена" in writer.page(THING).main.split()) is is_kept


def test_a_date_that_comes_twice_is_the_first(writing_site: Flask) -> None:
    client = visitor(writing_site)
    twice = ANSWER | {"bought-day": ["27 марта 2007", "1 мая 1999"], "csrf_token": token(client)}
    assert client.post(QUESTION, data=twice, headers=OUR_PAGE).status_code == 303
    assert remembered(writing_site) == {"style_guide_bought": "2007-03-27"}
