"""Every address speaks one language; the way to the same page in the other is in the footer."""

import re
from urllib.parse import unquote

import pytest
from flask import Flask

from tests.support.strict_client import StrictClient, visitor
from webapp.core.locale import mark_russian


@pytest.mark.parametrize("address", ["/", "/catalogue/6-02/products?page=2", "/search?q=складная%20трость", "/nowhere"])
def test_the_other_language_keeps_page_and_query(reader: StrictClient, address: str) -> None:
    russian = reader.page(address)
    english = russian.follow("In English")
    assert (russian.language, english.language) == ("ru", "en")
    assert unquote(english.address) == f"/en{unquote(address)}"
    assert russian.status == english.status
    assert unquote(english.follow("По-русски").address) == unquote(address)


@pytest.mark.parametrize("address", ["/de/catalogue", "/ru/catalogue", "/EN/catalogue", "/en/en/catalogue", "/english"])
def test_an_unknown_language_is_not_found(reader: StrictClient, address: str) -> None:
    assert reader.page(address).status == 404


def test_english_links_stay_english(reader: StrictClient) -> None:
    page = reader.page("/en/catalogue/6-02")
    inner = [link.address for link in page.links if link.address.startswith("/") and link.words != "По-русски"]
    assert inner
    assert all(address.startswith("/en/") for address in inner)


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("//evil.example/path", "/en/evil.example/path"),
        ("/en//evil.example/path", "/evil.example/path"),
        ("/a%3Fb", "/en/a%3Fb"),
        ("/a%22%3E%00", "/en/a%22%3E%00"),
        ("/en/\\evil.example", "/%5Cevil.example"),
    ],
)
def test_a_strange_address_leads_nowhere_else(reading_site: Flask, address: str, other: str) -> None:
    # As a server hands it over: the test client would mend the address first.
    page = visitor(reading_site).get("/", environ_overrides={"PATH_INFO": _decoded(address)})
    assert re.findall(r'href="([^"]*)" lang=', page.text)[-1] == other


def test_a_site_mounted_below_a_path_keeps_to_it(reading_site: Flask) -> None:
    for language, address in (("ru", "/catalogue/6"), ("en", "/en/catalogue/6")):
        text = visitor(reading_site).get(address, base_url="http://localhost/mount").text
        assert f'<html lang="{language}">' in text
        addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
        assert len(addresses) > 8
        assert [found for found in addresses if not found.startswith("/mount/")] == []


def _decoded(address: str) -> str:
    return re.sub("%(..)", lambda found: chr(int(found[1], 16)), address)


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("Choose: трость (демо), 22 products", 'Choose: <span lang="ru">трость (демо)</span>, 22 products'),
        ("Who acts: you & <b>", "Who acts: you &amp; &lt;b&gt;"),
        ("Код USB, «Альфа» 2", '<span lang="ru">Код</span> USB, <span lang="ru">«Альфа»</span> 2'),
    ],
)
def test_names_that_stay_russian_are_marked(speaking_english: Flask, line: str, marked: str) -> None:
    assert mark_russian(line) == marked


def test_a_russian_line_is_left_as_it_is(speaking: Flask) -> None:
    assert mark_russian("Выбрать: трость, 22 изделия") == "Выбрать: трость, 22 изделия"
