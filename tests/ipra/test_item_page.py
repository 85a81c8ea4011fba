"""One item: state first, then what comes next, who acts, by when and by whose word; the way to the products."""

from xml.etree.ElementTree import Element

import pytest

from tests.support.html import elements, has_class, words
from tests.support.page import Page
from tests.support.registers import CANE, FUND, INTERPRETER, TONOMETER, UNREAD, Stage, days, event, line, programme
from tests.support.strict_client import StrictClient
from webapp.gateways.programmes.port import Event, Programme, Source

UNCODED = "Протез пальца косметический"
"""A name of the order that has no code: the classification knows it all the same."""


def first_item(client: StrictClient) -> Page:
    """The page of the first item of the list, by its link."""
    listed = client.page("/my")
    return listed.follow_to(next(link.address for link in listed.links if "/items/" in link.address))


def of(stage: Stage, *programmes: Programme) -> Page:
    return first_item(stage.entitled(*programmes))


def main(page: Page) -> list[Element]:
    return list(elements(page.tree, "main")[0])


@pytest.mark.parametrize("name", [CANE, TONOMETER, UNREAD, INTERPRETER])
def test_the_name_is_the_heading_and_the_title(stage: Stage, name: str) -> None:
    page = of(stage, programme(line(name)))
    assert page.title == f"{page.h1} — Ориентир"
    if name != INTERPRETER:
        assert page.h1 == name


def test_the_state_is_the_first_line(stage: Stage) -> None:
    page = of(stage, programme(line(), executions=(event(Event.CERTIFICATE, until=12),)))
    heading, state = main(page)[:2]
    assert heading.tag == "h1" and has_class(state, "status")
    assert words(state) == "Сертификат действует до 14 марта 2026 года, осталось 12 дней"


def test_what_comes_next_and_by_whose_word(stage: Stage) -> None:
    page = of(stage, programme(line(), executions=(event(Event.APPLIED),)))
    assert "Что дальше: дождитесь решения" in page.main
    assert f"Кто действует: {FUND}" in page.main
    assert "7 марта 2026 года, осталось 5 дней" in page.main
    assert "2022 год" in page.main
    assert "Данные реестра на 2 марта 2026 года" in page.main


def test_how_it_stands_in_the_programme(stage: Stage) -> None:
    written = f"6-02-02 {CANE.upper()}."
    page = of(stage, programme(line(written, quantity=2, starts=days(-30), until=days(335))))
    assert page.h1 == CANE
    assert f"Название: {written}" in page.main
    assert "Количество: 2" in page.main
    assert "Срок: с 31 января 2026 года до 31 января 2027 года" in page.main
    assert "Деньги: за счёт федерального бюджета" in page.main


def test_an_item_leads_to_its_products_and_to_its_own_programme(stage: Stage) -> None:
    replaced = programme(line(TONOMETER), number="1")
    client = stage.entitled(programme(line(), number="2", replaces="1", issued=days(-2)), replaced)
    page = first_item(client)
    assert page.follow_to("/catalogue/6-02-02").status == 200
    assert "28 февраля 2026 года" in page.follow("Открыть программу реабилитации").h1
    listed = client.page("/my")
    gone = listed.follow(TONOMETER)
    assert "Программа заменена" in gone.main
    assert gone.follow("Открыть программу реабилитации").h1 != client.page("/my/programme").h1


def test_a_service_needs_no_product(stage: Stage) -> None:
    page = of(stage, programme(line(INTERPRETER, unit="час", quantity=40)))
    assert "Это услуга" in page.main
    assert not [link for link in page.links if link.words.startswith("Выбрать")]


def test_a_name_that_is_not_in_the_classification_leads_to_the_search(stage: Stage) -> None:
    page = of(stage, programme(line(UNREAD)))
    assert "Такого названия нет в классификации" in page.main
    assert page.follow_to("/search").status == 200


@pytest.mark.parametrize("name", [UNCODED, "Трость опорная"])
def test_a_name_that_the_classification_knows_is_not_called_unknown(stage: Stage, name: str) -> None:
    page = of(stage, programme(line(name)))
    assert "Такого названия нет в классификации" not in page.main
    assert [link for link in page.links if link.address.startswith(("/catalogue", "/search"))]


@pytest.mark.parametrize("source", Source)
def test_in_english(stage: Stage, source: Source) -> None:
    client = stage.entitled(programme(line(source=source, executor=""), executions=(event(Event.APPLIED),)))
    page = client.page(first_item(client).address.replace("/my", "/en/my"))
    assert (page.language, page.status) == ("en", 200)
    assert elements(page.tree, "h1")[0].get("lang") == "ru"
    assert not set("абвгде") & set(words(main(page)[1]).lower())


@pytest.mark.parametrize("item", ["0123456789abcdef", "x", "'", "..", "9" * 300])
def test_an_address_of_nothing_is_not_found(stage: Stage, item: str) -> None:
    client = stage.entitled(programme(line()))
    page = client.page(f"/my/items/{item}")
    assert page.status == 404
    assert CANE not in page.main


def test_an_item_of_somebody_else_is_not_found(stage: Stage) -> None:
    address = of(stage, programme(line(), number="1")).address
    other = stage.entitled(programme(line(), number="2"))
    assert other.page(address).status == 404
