"""The card of a product and its pages: drawing, documents in both forms, places, who checked the maker."""

import re
from datetime import date
from types import SimpleNamespace
from typing import cast
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from tests.support.counted import counted
from tests.support.html import elements, has_class, parsed, words
from tests.support.page import Page
from tests.support.strict_client import StrictClient, visitor
from webapp.catalogue.documents import document
from webapp.core.errors import NotFound
from webapp.core.spoken import file_size
from webapp.reference.dataset import characteristics, classification
from webapp.reference.queries import Row

CANE, DOG, TELEVISION = "/products/6-02-02.0001", "/products/14-01-01.0001", "/products/18-01-01.0001"
MONITOR = "/products/15-01-02.0001"
DOCUMENTS = [f"{CANE}/documents/instruction", f"{CANE}/documents/registration", f"{DOG}/documents/instruction"]


def drawings(page: Page) -> list[Element]:
    svg = "{http://www.w3.org/2000/svg}svg"
    return [each for each in elements(page.tree, svg) if has_class(each, "drawing")]


def test_the_card_answers_first_and_goes_from_general_to_special(reader: StrictClient) -> None:
    page = reader.page(CANE)
    assert page.headings(2) == [
        "Сколько вы заплатите",
        "Какое изделие на ощупь",
        "Звуки и сигналы",
        "Характеристики",
        "Вид и цвета",
        "Упаковка и что внутри",
        "Запасные части и принадлежности",
        "Документы",
        "Где потрогать до выбора",
        "К какому средству относится",
        "Изготовитель",
    ]
    assert page.main.index("тактильная трость складная") < page.main.index("цена:") < page.main.index("на ощупь")
    assert "Внутри: инструкция крупным шрифтом" in page.main
    assert "Сменный наконечник: 450 рублей, служит около 6 месяцев" in page.main
    assert page.main.count("Упаковка: ") == 1


def test_what_lies_in_the_box_is_told_once(reader: StrictClient) -> None:
    for place in range(1, 15):
        page = reader.page(f"/products/15-01-02.{place:04d}")
        inside = [text for each in elements(page.tree, "li") if (text := words(each)).startswith("Внутри: ")]
        assert len(inside) > 2 and len(set(inside)) == len(inside)


@pytest.mark.parametrize("address", DOCUMENTS)
@pytest.mark.parametrize("language", ["", "/en"])
def test_page_and_file_of_a_document_say_the_same(reader: StrictClient, language: str, address: str) -> None:
    page = reader.page(language + address)
    file = reader.get(f"{language}{address}.txt")
    assert file.headers["Content-Type"] == "text/plain; charset=utf-8"
    written = [line for line in file.data.decode("utf-8").split("\r\n") if line]
    lines = [re.sub(r"^\d+\. ", "", line) for line in written]  # a browser numbers steps itself
    assert lines[0] == page.h1
    told = [words(each) for each in elements(page.tree, "h2", "li")]
    start = told.index(lines[1])
    assert told[start : start + len(lines) - 1] == lines[1:]


@pytest.mark.parametrize("address", [each for each in DOCUMENTS if each.endswith("instruction")])
def test_an_instruction_has_steps_the_article_and_a_phone_that_dials(reader: StrictClient, address: str) -> None:
    page = reader.page(address)
    steps = [[words(each) for each in elements(one, "li")] for one in elements(page.tree, "ol")]
    file = reader.get(f"{address}.txt").data.decode()
    for heading in ("Перед первым применением", "Как пользоваться"):
        written = file.partition(f"\r\n{heading}\r\n")[2].partition("\r\n\r\n")[0].split("\r\n")
        assert all(line.startswith(f"{place}. ") for place, line in enumerate(written, 1))
        assert [line.partition(". ")[2] for line in written] in steps
    article = page.main.partition("Артикул изделия: ")[2].split()[0]
    assert f"Артикул: {article}" in reader.page(address.partition("/documents")[0]).main
    dials = [link for link in page.links if link.address.startswith("tel:+7")]
    assert [link.words.split(": ")[0] for link in dials] == ["Телефон"]


@pytest.mark.parametrize("address", DOCUMENTS)
def test_the_size_of_a_file_is_true(reader: StrictClient, speaking: Flask, address: str) -> None:
    size = len(reader.get(f"{address}.txt").data)
    product = address.partition("/documents")[0]
    for page in (reader.page(product), reader.page(address)):
        link = next(link for link in page.links if link.address == f"{address}.txt")
        assert link.words.endswith(f"текстовый файл, {file_size(size)}")


def test_the_document_is_russian_whatever_the_language(reader: StrictClient) -> None:
    address = DOCUMENTS[0] + ".txt"
    assert reader.get(address).data == reader.get(f"/en{address}").data
    assert "(демо)" in reader.get(address).data.decode()


def test_a_file_is_named_without_a_code_that_may_be_unverified(reader: StrictClient) -> None:
    disposition = reader.get("/products/23(1)-01-01.0001/documents/instruction.txt").headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename=instruction-")
    assert "23(1)" not in disposition


@pytest.mark.parametrize(
    "address",
    [
        f"{TELEVISION}/documents/registration",
        f"{TELEVISION}/documents/registration.txt",
        f"{CANE}/documents/warranty",
        f"{CANE}/documents/warranty.txt",
        "/products/6-02-02.9999/drawing",
        "/products/6-02-02.9999/rooms",
        "/products/6-02-02.9999/documents/instruction",
    ],
)
def test_what_is_not_there_is_not_found(reader: StrictClient, address: str) -> None:
    assert reader.page(address).status == 404


def test_what_needs_no_registration_says_so(reader: StrictClient) -> None:
    page = reader.page(TELEVISION)
    assert "Регистрационное удостоверение не нужно" in page.main
    assert [link.words for link in page.links if "/documents/registration" in link.address] == []


@pytest.mark.parametrize("part", ["drawing", "rooms", "documents/instruction", "documents/instruction.txt"])
def test_a_code_with_a_zero_in_front_leads_to_its_page(reader: StrictClient, part: str) -> None:
    answer = reader.get(f"/products/06-02-02.0001/{part}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{CANE}/{part}")


def test_the_drawing_is_told_in_words_in_both_languages(reader: StrictClient) -> None:
    card, page, english = reader.page(CANE), reader.page(f"{CANE}/drawing"), reader.page(f"/en{CANE}/drawing")
    said = "складная белая трость: секции сложены рядом, их держит резинка."
    assert said in card.main and said in page.main
    assert "не фотография" in card.main
    assert "An elastic cord runs inside and joins the tubes." in english.main
    (svg,) = drawings(card)
    assert (svg.get("stroke"), svg.get("fill")) == ("currentColor", "none")


def test_whoever_wants_pictures_told_gets_no_drawing(reader: StrictClient) -> None:
    reader.set_cookie("orientir-reading", "images-told")
    page = reader.page(CANE)
    assert drawings(page) == []
    assert "Картинка: складная белая трость" in page.main


def test_places_are_told_by_city_or_that_there_are_none(reader: StrictClient) -> None:
    page = reader.page(CANE).follow("Адреса, где потрогать")
    cities = page.headings(2)
    assert len(cities) > 3 and cities == sorted(cities, key=lambda heading: heading.split(",")[0])
    assert f"показывают в {len(cities)} местах" in page.main
    assert "Пока нигде" in reader.page(DOG).main
    assert "пока нигде" in reader.page(f"{DOG}/rooms").main


@pytest.mark.parametrize("part", ["", "/drawing", "/rooms", "/documents/instruction", "/documents/instruction.txt"])
def test_a_page_of_the_card_asks_for_one_product_and_no_more(reading_site: Flask, part: str) -> None:
    for product in (CANE, MONITOR, DOG):
        with counted(reading_site) as asked:
            assert visitor(reading_site).get(product + part).status_code == 200
        assert len([each for each in asked if "FROM product" in each]) == 1
        assert len([each for each in asked if each.startswith("SELECT")]) == 2, asked


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_card_of_every_profile_can_be_read_whole(reader: StrictClient, language: str) -> None:
    first = {item.profile: f"{language}/products/{item.code}.0001" for item in reversed(classification().items)}
    assert len(first) == len(characteristics().profiles)
    for address in first.values():
        for part in ("", "/drawing", "/rooms", "/documents/instruction"):
            assert reader.page(address + part).status == 200


def test_an_animal_has_no_package(reader: StrictClient) -> None:
    assert "Вес упаковки" not in reader.page(DOG).main
    assert "Вес упаковки с изделием: " in reader.page(MONITOR).main


def test_a_checked_maker_and_one_whom_nobody_checked(speaking: Flask) -> None:
    template = speaking.jinja_env.get_template("catalogue/_maker.html")
    texts = dict.fromkeys(("maker", "maker_city", "maker_region", "maker_about", "maker_email", "article"), "Маяк")
    maker = texts | {"maker_phone": None, "maker_site": None, "checks": ["entity", "visit"]}
    checked = maker | {"checked_on": date(2026, 3, 14), "checked_by": "room"}
    said = words(parsed(template.render(product=checked)))
    assert "Проверен: 14 марта 2026 года" in said
    assert "Что проверили: запись в реестре юридических лиц, мастерская, куда приезжали сотрудники" in said
    assert "Проверен: нет" in words(parsed(template.render(product=maker | {"checked_on": None})))


def test_an_unknown_document_is_refused() -> None:
    product = cast(Row, SimpleNamespace(registration_number=None, is_demo=True))
    with pytest.raises(NotFound):
        document(product, "registration")
    with pytest.raises(NotFound):
        document(product, "../secret")
