"""What people type stays text: in a page, in a query of the database, in a header, in the name of a file."""

import pytest
from flask import Flask

from tests.support.html import elements
from tests.support.page import Page
from tests.support.strict_client import StrictClient, text_of, visitor
from webapp.catalogue import search
from webapp.catalogue.index import finding
from webapp.reference import lemmas

FIELD = {"ru": "Что найти: слова, код или артикул", "en": "What to find"}
MARKUP = (
    "<script>\"'&",
    '"><img src=x onerror=alert(1)>',
    "</title><b>'",
    "&lt;script&gt;",
    "{{ config }}",
    "%(number)s",
)
MATCH_ANYTHING = ("%", "_", "%%%", "тр%", "_рость", "трост_", "6-02-02.000_", "6-02-02.%", "\\%")
CLEVER = ("' OR 1=1 --", "x' OR 'a'='a", '" OR ""="', "'; DROP TABLE session; --", "трость' --", "1) OR (1=1")


def search_for(client: StrictClient, question: str, language: str = "") -> Page:
    return client.page(f"{language}/search", query_string={"q": question})


def found(page: Page) -> list[str]:
    return [link.address for link in page.links if link.address.startswith(("/products/", "/catalogue/"))]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("question", MARKUP)
def test_a_question_is_shown_as_it_was_typed(reader: StrictClient, question: str, language: str) -> None:
    page = search_for(reader, question, language)
    harmless = search_for(reader, "xyzzy", language)
    assert page.h1[1:].startswith(question)  # between quotation marks
    assert page.title[1:].startswith(question)
    assert page.value(FIELD[page.language]) == question
    assert [element.tag for element in page.tree.iter()] == [element.tag for element in harmless.tree.iter()]


def test_signs_of_markup_are_written_as_words(reader: StrictClient) -> None:
    page = search_for(reader, MARKUP[0])
    text = text_of(page.response)
    assert text.count("&lt;script&gt;&#34;&#39;&amp;") >= 3
    assert "<script>" not in text
    assert elements(page.tree, "input")[-1].get("value") == MARKUP[0]


@pytest.mark.parametrize("place", ["q=трость&x={}", "q=трость&{}=x", "q={}&page=1"])
def test_an_address_that_is_carried_on_stays_an_address(reader: StrictClient, place: str) -> None:
    page = reader.page("/search?" + place.format("%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))
    assert "<script>" not in text_of(page.response)
    assert {link.address[:1] for link in page.links} <= {"/", "#"}


MEANT = {"трость' --": "трость", "трост_": "трость", "_рость": "трость", "6-02-02.%": "6-02-02"}
"""Signs are no letters: what is left is a word, with a mended letter, or a code."""


@pytest.mark.parametrize("question", [*MATCH_ANYTHING, *CLEVER])
def test_signs_that_a_database_understands_are_letters_like_others(reader: StrictClient, question: str) -> None:
    page = search_for(reader, question)
    assert page.status == 200
    assert found(page) == (found(search_for(reader, meant)) if (meant := MEANT.get(question)) else [])


@pytest.mark.parametrize("word", ["%", "_", "тр%", "трост_", "' OR 1=1 --"])
def test_a_query_asks_for_the_very_word(speaking: Flask, word: str) -> None:
    assert len(finding.with_words([["трость"]])) > 0
    assert len(finding.with_words([[word]])) == 0
    assert len(finding.with_article((word,))) == 0


def test_a_question_is_cut_off(reader: StrictClient) -> None:
    assert search.cleaned("слово " * 500) == ("слово " * 500)[: search.LONGEST_QUESTION]
    assert len(lemmas.asked("слово " * 500)) == 8
    assert {len(form) for form in lemmas.asked("q" * 500)[0]} == {lemmas.LONGEST_WORD}
    page = search_for(reader, "z" * 900)
    assert page.value(FIELD["ru"]) == "z" * search.LONGEST_QUESTION


def test_a_line_end_begins_no_header(reading_site: Flask) -> None:
    for address in ("/catalogue/06{}", "/search?q={}", "/en{}", "/catalogue?page={}", "/{}/"):
        for line_end in ("%0d%0a", "%0a", "%E5%98%8A"):
            answer = visitor(reading_site).get(address.format(f"{line_end}X-Planted:%201"))
            assert answer.status_code < 500
            assert "X-Planted" not in answer.headers


@pytest.mark.parametrize(
    "name", ["..%2f..%2fbase", "../../base", "field.html", "%2e%2e", "fields", "field%00", "FIELD"]
)
def test_a_name_in_an_address_opens_no_other_template(reader: StrictClient, name: str) -> None:
    assert reader.get(f"/style-guide/components/{name}").status_code in {400, 404}
