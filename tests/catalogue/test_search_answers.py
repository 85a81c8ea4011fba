"""What the page of results says: how it understood, what was left out, ways on. Any text is answered by a good page."""

import pytest
import sqlalchemy as sa
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.support.page import Page
from tests.support.strict_client import StrictClient, faults_of_answer, visitor
from webapp.catalogue import search as searching
from webapp.core.database import db

MOST_QUERIES = 12


def search(reader: StrictClient, question: str, **more: str) -> Page:
    return reader.page("/search", query_string={"q": question} | more)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("канляска", "Исправлено: «канляска» на «коляска»."),
        ("rjkzcrf", "Исправлено: «rjkzcrf» на «коляска»."),
        ("скринридер", "Искали также: «программа экранного доступа»."),
        ("увеличилка", "Искали также: «лупа» и «видеоувеличитель»."),
        ("трость москва", "В каталоге нет слова «москва». Искали без него."),
        ("не складная трость", "Исключено: «складная»."),
        ("коляска без мотора", "Исключено: «мотора» и «электропривод»."),
        ("коляска не для улицы", "Исключено: «улицы» и «прогулочная кресло-коляска»."),
        ("трость без москвы", "Исключать нечего, в названиях этого нет: «москвы»."),
        ("трость 90 см", "Ниже это не учтено: «90 см»."),
        ("трость 500 см", "Изделий с таким размером или ценой нет: «500 см»."),
        ("коляска до 1000 рублей", "Изделий с таким размером или ценой нет: «1000 рублей»."),
        ("памперсы москва", "В каталоге нет слова «москва». Искали без него."),
        ("трость 6-02-02", "Код 6-02-02: ищем только среди изделий этого средства."),
        ("трость 6-02", "Код 6-02: ищем только среди изделий этого вида."),
        ("костыль 6-02", "По остальным словам среди них ничего нет. Показаны все."),
        ("костыль 6-02-02", "По остальным словам среди них ничего нет. Показаны все."),
        ("трость костыль", "Найти «костыль». Изделий: "),
        ("протес", "Найти «протез»"),
    ],
)
def test_why_it_was_found_is_said(reader: StrictClient, question: str, said: str) -> None:
    assert said in search(reader, question).main


def test_what_was_mended_can_be_searched_exactly(reader: StrictClient) -> None:
    mended = search(reader, "канляска")
    exact = mended.follow("Искать точно «канляска»")
    assert exact.h1 == "Точно «канляска»: ничего не найдено"
    assert "Исправлено" not in exact.main
    assert {"/catalogue", "/help"} <= {link.address for link in exact.links}


def test_what_is_plain_is_not_explained(reader: StrictClient) -> None:
    page = search(reader, "складная трость")
    assert not any(words in page.main for words in ("Исправлено", "Искали", "Исключено", "точно"))


def test_results_of_one_kind_can_be_chosen_and_left(reader: StrictClient) -> None:
    page = search(reader, "трость")
    link = next(link for link in page.links if "kind=6-02" in link.address)
    number = int(link.words.rsplit(" ", 1)[1])
    chosen = page.follow(link.words)
    assert chosen.h1.startswith("Белые тактильные трости: найдено ")
    products = {link.address for link in chosen.links if link.address.startswith("/products/")}
    assert products
    assert all(address.startswith("/products/6-02-") for address in products)
    assert f"{number} изделий" in chosen.main or f"{number} изделия" in chosen.main
    assert chosen.follow("Все виды по запросу «трость»").h1 == page.h1
    assert search(reader, "трость", kind="no-such").h1 == page.h1


def test_what_is_not_wanted_is_not_found(speaking: Flask) -> None:
    everything = searching.find("трость белая", 1)
    folding, others = searching.find("складная белая трость", 1), searching.find("белая трость не складная", 1)
    assert 0 < folding.products.total < everything.products.total
    assert folding.products.total + others.products.total == everything.products.total
    assert not {item.code for item in folding.items} & {item.code for item in others.items}


@pytest.mark.parametrize("said", ["без мотора", "без электропривода", "не электрическая"])
def test_what_is_not_wanted_may_be_said_in_everyday_words(speaking: Flask, said: str) -> None:
    everything, left = searching.find("кресло-коляска", 1), searching.find(f"кресло-коляска {said}", 1)
    electric = searching.find("кресло-коляска с электроприводом", 1)
    assert left.products.total == everything.products.total - electric.products.total < everything.products.total


def test_a_saying_may_be_wanted_in_part(speaking: Flask) -> None:
    everything, for_outside = searching.find("коляска", 1), searching.find("коляска для улицы", 1)
    indoors = searching.find("коляска не для улицы", 1)
    assert indoors.products.total == everything.products.total - for_outside.products.total > 0


def test_a_code_among_words_keeps_the_products_of_its_item(speaking: Flask) -> None:
    alone, with_word = searching.find("6-02-02", 1), searching.find("трость 6.02.02", 1)
    assert ([*with_word.items], with_word.products) == ([*alone.items], alone.products)
    of_maker = searching.find("маяк 06-02-02", 1)
    assert 0 < of_maker.products.total < alone.products.total
    assert not of_maker.is_all_of_item
    assert searching.find("трость код 6 02 02", 1).within == with_word.within
    assert [row.number for row in searching.find("трость 06-02-02.0001", 1).products.rows] == ["6-02-02.0001"]
    assert searching.find("трость 6-02", 1).products.total == 44
    nowhere, unknown = searching.find("костыль 6-02-02", 1), searching.find("трость 99-99-99", 1)
    assert (nowhere.products.total, nowhere.is_all_of_item) == (alone.products.total, True)
    assert (unknown.within, unknown.understood.missing) == (None, ("99-99-99",))


def test_words_that_only_describe_do_not_stand_for_the_thing(speaking: Flask) -> None:
    found = searching.find("говорящие сапфиры", 1)
    assert found.is_nothing
    assert [said for said, _ in found.alone] == ["говорящие"]


def test_an_item_that_says_to_be_without_a_thing_is_what_lacks_it(speaking: Flask) -> None:
    without = searching.find("трость без устройства противоскольжения", 1)
    assert without.items
    assert all("без устройства противоскольжения" in item.name for item in without.items)
    having = searching.find("трость с устройством противоскольжения", 1)
    first = [item.name for item in having.items][: len(having.items) // 2]
    assert all("с устройством противоскольжения" in name for name in first)


def test_a_makers_products_follow_those_of_its_name(reader: StrictClient) -> None:
    page = search(reader, "Ладья-М")
    assert "Ладья-М (демо)" in page.main
    assert page.h1.startswith("«Ладья-М»: найдено ")


@pytest.mark.parametrize("question", ["трость", "канляска rjkzcrf трсть 90 см", "без " * 40, "абракадабра и шкаф"])
def test_a_search_asks_the_database_so_often(speaking: Flask, question: str) -> None:
    asked: list[str] = []
    searching.find("разогрев", 1)
    sa.event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    searching.find(searching.cleaned(question), 1)
    assert 0 < len(asked) <= MOST_QUERIES


@settings(max_examples=60, deadline=None)
@given(question=some.one_of(some.text(max_size=210), some.text("абвтрослкья без не-0129.,()см rjkz", max_size=60)))
def test_any_text_is_answered_by_a_good_page(reading_site: Flask, question: str) -> None:
    answer = visitor(reading_site).get("/search", query_string={"q": question})
    assert answer.status_code in (200, 302, 400)  # 400: a NUL, which no field sends
    assert faults_of_answer(answer, question) == []
