"""No page of the plain addresses shows a number that no formatter wrote (U5). The browser run does all other states."""

import pytest
from flask import Flask

from a11y_tests.words_heard.allowed import load
from a11y_tests.words_heard.numbers import RULE, BrokenMarks, numbers, parts, passing, without_marks
from tests.support.addresses import examples_taking
from tests.support.strict_client import REDIRECTS, StrictClient, visitor
from webapp.core.number_marks import BEGIN, END, HEADER


def marked(client: StrictClient, address: str) -> str:
    """A page with its marks; empty for what people never see."""
    answer = client.get(address, headers={HEADER: "1"})
    assert answer.status_code < 500, address
    is_page = answer.mimetype == "text/html" and answer.status_code not in REDIRECTS
    return answer.text if is_page else ""


def page(body: str) -> str:
    return f"<!doctype html><title>Цена</title><main>{body}</main>".replace("[", BEGIN).replace("]", END)


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_number_of_plain_addresses_comes_from_a_formatter(reading_site: Flask, language: str) -> None:
    client = visitor(reading_site)
    addresses = [*examples_taking(reading_site, "GET"), "/sign-in/failed/unconfirmed"]
    pages = {address: marked(client, language + address) for address in addresses}
    assert sum(BEGIN in source for source in pages.values()) > 20
    faults = [(address, found) for address, source in pages.items() if source for found in numbers(source, load())]
    assert faults == []
    needed = {pattern for source in pages.values() if source for pattern in passing(source, load())}
    assert needed == {entry.pattern.pattern for entry in load() if entry.rule == RULE}


@pytest.mark.parametrize(
    ("body", "rule", "what"),
    [
        ("<p>Вес: 300 граммов</p>", "number-unmarked", "Вес: 300 граммов"),
        ("<p>Цена: [2 тысячи] 900 рублей</p>", "number-unmarked", "Цена: … 900 рублей"),
        ('<img src="/5.png" alt="Шаг 5">', "number-unmarked", "Шаг 5"),
        ('<p aria-label="из 9">из [9]</p>', "number-unmarked", "из 9"),
        ('<input type="submit" value="Вперёд на 30">', "number-unmarked", "Вперёд на 30"),
        ("<p>Приказ 86</p>", "number-unmarked", "Приказ 86"),
        ("<p>[12 400] рублей</p>", "number-spaced", "12 400"),
        ("<p>[20,3] грамма</p>", "number-comma", "20,3"),
        ("<p>от [5–7] дней</p>", "number-dash", "5–7"),
        ("<p>[5 ₽]</p>", "sign-lost", "₽"),
        ("<p>[5<b>6]</b></p>", "number-cut", "5"),
    ],
)
def test_each_way_past_the_formatters_is_found(body: str, rule: str, what: str) -> None:
    assert (rule, what) in [(found.rule, found.message) for found in numbers(page(body), load())]


@pytest.mark.parametrize(
    "body",
    [
        "<p>[[2 тысячи] [900] рублей], код 6-02-02, номер 86н, правила WCAG 2.2</p>",
        '<a href="/catalogue/6" id="row-5">Каталог</a><time datetime="2027-03-14">[14 марта 2027 года]</time>',
        '<input name="q" value="5"><textarea name="t">7</textarea><script>let x = 8</script>',
        "<p>с 3 июня 1985 года</p>",
    ],
)
def test_what_is_formatted_unheard_or_typed_is_let_pass(body: str) -> None:
    assert numbers(page(body), load()) == []


def test_marks_are_read_nested_and_taken_out() -> None:
    text = f"a {BEGIN}b {BEGIN}c{END}{END} d"
    assert (parts(text), without_marks(text)) == (("a  …  d", ["b c"]), "a b c d")
    with pytest.raises(BrokenMarks):
        parts(f"a {END}")
