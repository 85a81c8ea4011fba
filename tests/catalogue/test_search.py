"""Search by words, code and article, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.databases import Databases
from tests.support.page import Page
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.listing import PAGE_SIZE


@pytest.fixture
def searcher(each_database: Databases, tmp_path: Path) -> Iterator[StrictClient]:
    with closing(make_site(settings_in(tmp_path, database_url=each_database.loaded()))) as app:
        yield visitor(app)


def search(client: StrictClient, question: str) -> Page:
    return client.page("/search", query_string={"q": question})


def found(page: Page) -> list[str]:
    """Where the results lead."""
    ours = ("/products/", "/catalogue/")
    return [link.address for link in page.links if link.address.startswith(ours)]


def number(page: Page) -> int:
    return int(page.h1.split("найдено ")[1].split(",")[0])


def test_any_form_of_a_word_finds_the_same(searcher: StrictClient) -> None:
    results = [found(search(searcher, question)) for question in ("коляска", "КОЛЯСОК", "  колясками ")]
    assert results[0]
    assert results[0] == results[1] == results[2]


def test_yo_and_ye_are_one_letter(searcher: StrictClient) -> None:
    with_dots, without = search(searcher, "мочеприёмник"), search(searcher, "мочеприемник")
    assert found(with_dots)
    assert found(with_dots) == found(without)


def test_every_word_must_be_there(searcher: StrictClient) -> None:
    assert 0 < number(search(searcher, "складная трость")) < number(search(searcher, "трость"))


@pytest.mark.parametrize("code", ["6-02-02", "06-02-02", "6-2-2", " 6 02 02 "])
def test_a_code_finds_its_item_first(searcher: StrictClient, code: str) -> None:
    page = search(searcher, code)
    assert found(page)[0] == "/catalogue/6-02-02"
    assert all(address.startswith("/products/6-02-02.") for address in found(page)[1:])


@pytest.mark.parametrize("product", ["6-02-02.0001", "06-02-02.0001"])
def test_a_number_finds_its_product(searcher: StrictClient, product: str) -> None:
    assert found(search(searcher, product)) == ["/products/6-02-02.0001"]


def test_an_article_finds_its_product_whatever_its_capitals(searcher: StrictClient) -> None:
    article = searcher.page("/products/6-02-02.0001").main.split("Артикул: ")[1].split(" ")[0]
    for written in (article, article.lower(), article.upper()):
        assert "/products/6-02-02.0001" in found(search(searcher, written))


@pytest.mark.parametrize("question", ["xyzzy", "%", "_", "' OR 1=1 --", "\\", "99-99-99", "«»", "ё" * 300, "для"])
def test_nothing_found_is_a_page_with_ways_on(searcher: StrictClient, question: str) -> None:
    page = search(searcher, question)
    assert page.status == 200
    assert found(page) == []
    assert {"/catalogue", "/help"} <= {link.address for link in page.links}
    assert page.value("Что найти: слова, код или артикул")


def test_an_empty_question_says_what_to_type(searcher: StrictClient) -> None:
    assert search(searcher, "  ").h1 == "Введите слово, код или артикул"
    assert searcher.page("/search").h1 == "Поиск по каталогу"


@pytest.mark.parametrize(
    ("written", "address"), [("06", "/catalogue/6"), ("6-01", "/catalogue/6-01"), ("23(1)", "/catalogue/23(1)")]
)
def test_the_code_of_a_section_or_kind_leads_there(searcher: StrictClient, written: str, address: str) -> None:
    answer = searcher.get("/search", query_string={"q": written})
    assert (answer.status_code, answer.location) == (302, address)


def test_the_words_of_the_classification_find_products_too(searcher: StrictClient) -> None:
    assert number(search(searcher, "белая трость")) > 40


def test_results_come_in_pages_and_their_number_does_not_change(searcher: StrictClient) -> None:
    first = search(searcher, "трость")
    second = first.follow("Следующая страница")
    assert number(first) == number(second)
    assert second.h1.startswith(f"{first.h1}, страница 2 из ")
    assert not {address for address in found(first) if "/products/" in address} & set(found(second))
    assert len([address for address in found(first) if "/products/" in address]) == PAGE_SIZE
    assert searcher.page("/search", query_string={"q": "трость", "page": "999"}).status == 404


def test_what_was_asked_stays_in_the_field(searcher: StrictClient) -> None:
    asked = search(searcher, "складная трость")
    assert asked.value("Что найти: слова, код или артикул") == "складная трость"
    again = asked.submit({"Что найти: слова, код или артикул": "тонометр"})
    assert again.h1.startswith("«тонометр»")
