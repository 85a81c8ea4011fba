"""The money on cards, in lists and in the calculator."""

from urllib.parse import urlencode

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.support.html import elements
from tests.support.page import Page
from tests.support.strict_client import StrictClient, visitor
from webapp.certificates import items
from webapp.core.region_cookie import COOKIES
from webapp.reference import dataset

CANE, DEARER = "/products/6-02-02.0001", "/products/6-02-02.0002"
CALCULATOR = "/certificates/calculator"
FEDERAL = "Посчитано так, как для средства за счёт федерального бюджета."


def from_region(app: Flask, code: str) -> StrictClient:
    client = visitor(app)
    client.set_cookie(COOKIES[False], code)
    return client


def calculated(client: StrictClient, **answers: str) -> str:
    return f"{CALCULATOR}?{urlencode({'item': '6-02-02', 'region': '16', 'price': '31000'} | answers)}"


def test_a_card_tells_what_is_added_before_certificate_and_price(reading_site: Flask) -> None:
    told = from_region(reading_site, "16").page(DEARER).main
    assert (
        "Сколько вы заплатите Доплачиваете вы: ориентировочно 171 рубль Сертификат: ориентировочно 879 рублей "
        "Рекомендованная цена: 1 тысяча 50 рублей Сертификат выдаёт: Республика Татарстан "
        "Источник суммы: выдуманная таблица сумм (демо), 11 июня 2026 года"
    ) in told
    assert "Если изделие дешевле, разницу деньгами не выплачивают. Купить можно в любом регионе." in told


def test_a_cheaper_thing_needs_nothing_on_top(reading_site: Flask) -> None:
    told = from_region(reading_site, "16").page("/products/6-02-02.0005").main
    assert "Сколько вы заплатите Доплата: ориентировочно не нужна" in told
    assert "Доплачиваете" not in told


def test_without_a_region_a_card_asks_for_it(reader: StrictClient) -> None:
    page = reader.page(CANE)
    assert "Рекомендованная цена: 894 рубля" in page.main
    assert "Сертификат: " not in page.main
    assert [link.address for link in page.links if link.words == "Назовите регион, и мы скажем сумму сертификата"]


def test_in_moscow_the_city_issues_it(reading_site: Flask) -> None:
    assert "В Москве сертификат выдаёт сам город" in from_region(reading_site, "77").page(CANE).main


def test_where_there_is_no_sum_none_is_made_up(reading_site: Flask) -> None:
    told = from_region(reading_site, "24").page(CANE).main
    assert "Суммы сертификата для этого региона у нас нет: Красноярский край. Её скажет отделение" in told
    assert "ориентировочно" not in told


def test_for_a_code_that_is_not_verified_no_sum_is_named(reading_site: Flask) -> None:
    page = from_region(reading_site, "16").page("/products/23(1)-01-01.0001")
    assert "Код этого средства мы не проверили. Поэтому сумму сертификата не называем." in page.main
    assert not [link for link in page.links if link.address.startswith(CALCULATOR)]


@pytest.mark.parametrize("address", ["/catalogue/6-02-02", "/catalogue/6-02/products", "/search?q=6-02-02"])
def test_lists_say_in_one_line_what_is_added(reading_site: Flask, reader: StrictClient, address: str) -> None:
    told = from_region(reading_site, "16").page(address).main
    assert "Доплата: ориентировочно 171 рубль" in told or "Доплата: ориентировочно" in told
    assert "Доплата: ориентировочно не нужна" in told
    assert "Рекомендованная цена: " in told
    assert f"Доплата посчитана для региона: Республика Татарстан. {FEDERAL}" in told
    elsewhere = from_region(reading_site, "24").page(address).main  # no sum for the folding cane
    assert (FEDERAL in elsewhere) is ("ориентировочно" in elsewhere)
    assert "Доплата: " not in reader.page(address).main


def test_a_comparison_promises_no_more_than_the_lists(reading_site: Flask) -> None:
    told = from_region(reading_site, "16").page("/compare?p=6-02-02.0002&p=6-02-02.0005").main
    assert "ориентировочно не нужна" in told
    assert "Рекомендованная цена" in told
    assert "покрывает" not in told
    assert FEDERAL in told
    assert FEDERAL not in from_region(reading_site, "24").page("/compare?p=6-02-02.0002&p=6-02-02.0005").main


@pytest.mark.parametrize("form", ["list", "table"])
def test_a_comparison_tells_what_is_paid_even_where_it_is_the_same(reading_site: Flask, form: str) -> None:
    address = f"/compare?p=6-02-02.0005&p=6-02-02.0006&as={form}"
    page = from_region(reading_site, "16").page(address)
    assert "Доплата у всех: ориентировочно не нужна" in page.main.partition("Что лучше")[0]
    assert any(each.startswith("Что ещё одинаково: ") for each in page.headings(2))
    whole = page.follow("Показать одинаковые сведения")
    assert "Доплата" not in whole.main.partition("Что ещё одинаково")[2].partition("Как показать")[0]
    elsewhere = from_region(reading_site, "24").page(address)
    assert "Доплата: неизвестна, суммы сертификата нет" in elsewhere.main
    assert any(each.startswith("Что одинаково: ") for each in elsewhere.headings(2))


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


def test_the_page_of_certificates_names_sources_of_terms(reader: StrictClient) -> None:
    told = reader.page("/certificates").main
    assert "Сертификат действует: 12 месяцев. Источник: новости регионов, 2025 год" in told
    assert "8 рабочих дней. Источник: страница отделения Социального фонда, 2025 год" in told


def test_english_pages_say_all_of_it(reading_site: Flask) -> None:
    told = from_region(reading_site, "16").page(f"/en{DEARER}").main
    assert "You add: about 171 roubles" in told
    assert "Issued by: Республика Татарстан" in told
