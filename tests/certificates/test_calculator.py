"""The calculator: what is paid on top for an item, a region and a price that a visitor names."""

from urllib.parse import urlencode

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.certificates.test_money_pages import CALCULATOR, DEARER, from_region
from tests.support.html import elements
from tests.support.page import Page
from tests.support.strict_client import StrictClient
from webapp.certificates import items
from webapp.reference import dataset


def calculated(client: StrictClient, **answers: str) -> str:
    return f"{CALCULATOR}?{urlencode({'item': '6-02-02', 'region': '16', 'price': '31000'} | answers)}"


def test_the_calculator_answers_first(reader: StrictClient) -> None:
    page = reader.page(calculated(reader))
    assert page.h1 == "Доплата: ориентировочно 30 тысяч 121 рубль"
    assert "Цена: 31 тысяча рублей" in page.main
    assert page.main.count("30 тысяч 121 рубль") == 1
    assert reader.page(calculated(reader, price="500")).h1 == "Доплата: ориентировочно не нужна"
    assert reader.page(calculated(reader, region="24")).h1 == "Доплата неизвестна: суммы сертификата нет"


def test_the_calculator_takes_names_and_says_every_fault_at_once(reader: StrictClient) -> None:
    assert reader.page(calculated(reader, item="белая трость складная тактильная", region="Казань")).status == 200
    page = reader.page(calculated(reader, item="", region="", price="31 к"))
    assert page.status == 422
    assert page.title.startswith("Ошибка: ")
    assert "Исправьте 3 ошибки" in page.main
    assert "напишите словом, тысячи это или копейки" in page.main


def test_several_items_or_regions_are_offered(reader: StrictClient) -> None:
    page = reader.page(calculated(reader, item="трость", region="Ростов"))
    offered = [link for link in page.links if link.address.startswith(f"{CALCULATOR}?")]
    assert {"Ростовская область", "Ярославская область"} <= {link.words for link in offered}
    codes = [link for link in offered if link.words.startswith("Код 6-")]
    assert len(codes) > 3
    assert all("price=31000" in link.address for link in offered)


def test_a_region_that_was_guessed_is_offered(reader: StrictClient) -> None:
    page = reader.page(calculated(reader, region="тотарстан"))
    assert page.status == 422
    assert "проверьте регион: похожий есть на этой странице" in page.main
    link = next(link for link in page.links if link.words == "Республика Татарстан")
    assert reader.page(link.address).h1.startswith("Доплата: ")


def typed_items(page: Page) -> list[str | None]:
    return [each.get("value") for each in elements(page.tree, "input") if each.get("name") == "item"]


def test_the_form_knows_what_the_link_said_and_leads_back_to_the_product(reading_site: Flask) -> None:
    client = from_region(reading_site, "16")
    product = client.page(DEARER)
    page = product.follow("Посчитать доплату для своей цены")
    assert page.status == 200
    assert "Ошибка" not in page.title
    assert typed_items(page) == ["Код 6-02-02. Трость белая тактильная складная"]
    wrong = page.submit({"Цена": "дорого"}, "Посчитать доплату")
    assert typed_items(wrong) == typed_items(page)
    done = wrong.submit({"Цена": "тысяча"}, "Посчитать доплату")
    assert done.h1 == "Доплата: ориентировочно 121 рубль"
    for each in (page, wrong, done):
        assert each.link(f"Вернуться к изделию: {product.h1}").address == DEARER


@pytest.mark.parametrize("product", ["", "x", "6-02-02.999999", "//evil.example", '"><script>'])
def test_only_a_product_of_the_catalogue_is_led_back_to(reader: StrictClient, product: str) -> None:
    page = reader.page(calculated(reader, product=product))
    assert page.status == 200
    assert "Вернуться" not in page.main and "evil" not in page.text and "<script>" not in page.text


def test_every_code_is_understood_with_the_name_behind_it(reading_site: Flask) -> None:
    with reading_site.app_context():
        for item in dataset.classification().items:
            if item.code_is_official:
                said = items.with_name(item.code)
                assert said != item.code
                assert [found.code for found in items.meant(said)] == [item.code]


def test_an_example_is_said_once(reader: StrictClient) -> None:
    page = reader.page(calculated(reader, item="", price="семь двадцать"))
    assert "сумма непонятна: введите одну сумму цифрами или целиком словами" in page.main
    assert page.main.count("31 тысяча 500 рублей") == page.main.count("6-02-02") == 1
    assert "Цена: 7 тысяч 300 рублей" in reader.page(calculated(reader, price="семь триста")).main


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(answers=some.dictionaries(some.sampled_from(["item", "region", "price", "x"]), some.text(max_size=40)))
def test_any_question_gets_a_page(reader: StrictClient, answers: dict[str, str]) -> None:
    assert reader.get(f"{CALCULATOR}?{urlencode(answers, errors='replace')}").status_code in {200, 400, 422}
