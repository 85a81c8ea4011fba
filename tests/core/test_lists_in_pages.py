"""Pages of a long list: which exist, what their addresses keep, where they end."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as some

from tests.support.strict_client import StrictClient
from webapp.core.listing import PAGE_SIZE, Page, page_address

LIST = "/catalogue/6-02/products"


@pytest.mark.parametrize("number", ["0", "-1", "abc", "", "1.0", "²", "٣", "+1", "1e1", " 2", "9" * 7, "50001", "9999"])
def test_what_is_no_page_of_the_list_is_not_found(reader: StrictClient, number: str) -> None:
    page = reader.page(LIST, query_string={"page": number})
    assert page.status == 404
    assert page.h1 != reader.page("/nowhere").h1


def test_the_list_is_walked_to_its_end(reader: StrictClient) -> None:
    page, seen = reader.page(LIST), 0
    total = int(page.title.split("Всего ")[1].split()[0].rstrip(",.")) if "Всего " in page.title else 0
    for number in range(1, -(-total // PAGE_SIZE)):
        seen += len([text for text in page.headings(2) if "(демо)" in text])
        assert (", страница " in page.title) == (number > 1)
        page = page.follow("Следующая страница")
    assert seen + len([text for text in page.headings(2) if "(демо)" in text]) == total
    assert not [link for link in page.links if link.words.startswith("Следующая")]
    assert f" с {seen + 1} по {total}" in page.main


def test_no_two_pages_share_a_title(reader: StrictClient) -> None:
    titles = [reader.page(f"{LIST}?page={number}").title for number in (1, 2, 3)]
    assert len(set(titles)) == 3


@pytest.mark.parametrize(
    "query",
    ["endpoint=x", "code=6-01", "_external=1", "_anchor=x", "_scheme=javascript", "_method=POST", "self=1", "a=1&a=2"],
)
def test_other_words_of_the_address_are_kept_as_they_are(reader: StrictClient, query: str) -> None:
    page = reader.page(f"{LIST}?{query}&page=2")
    assert page.status == 200
    assert page.link("Следующая страница").address == f"{LIST}?{query}&page=3"
    assert page.link("Страница 1").address == f"{LIST}?{query}"


def test_an_address_stays_in_its_language_and_mount(reading_site: Flask) -> None:
    with reading_site.test_request_context("/catalogue/6-02/products?page=5", base_url="http://localhost/mount/en"):
        assert page_address(1) == "/mount/en/catalogue/6-02/products"


@given(number=some.integers(1, 500), total=some.integers(0, 10_000))
def test_neighbours_are_pages_of_the_list_in_order(number: int, total: int) -> None:
    page = Page([None], number, total)
    near = page.neighbours()
    assert near == sorted(set(near))
    assert {1, page.last} <= set(near)
    assert number > page.last or number in near
