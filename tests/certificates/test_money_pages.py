"""The money on cards, in lists and in comparisons."""

import pytest
from flask import Flask

from tests.support.strict_client import StrictClient, visitor
from webapp.core.region_cookie import COOKIES

CANE, DEARER = "/products/6-02-02.0001", "/products/6-02-02.0002"
CALCULATOR = "/certificates/calculator"
FEDERAL = "Посчитано так, как для средства за счёт федерального бюджета."


def from_region(app: Flask, code: str) -> StrictClient:
    client = visitor(app)
    client.set_cookie(COOKIES[False], code)
    return client


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


def test_the_page_of_certificates_names_sources_of_terms(reader: StrictClient) -> None:
    told = reader.page("/certificates").main
    assert "Сертификат действует: 12 месяцев. Источник: новости регионов, 2025 год" in told
    assert "8 рабочих дней. Источник: страница отделения Социального фонда, 2025 год" in told


def test_english_pages_say_all_of_it(reading_site: Flask) -> None:
    told = from_region(reading_site, "16").page(f"/en{DEARER}").main
    assert "You add: about 171 roubles" in told
    assert "Issued by: Республика Татарстан" in told
