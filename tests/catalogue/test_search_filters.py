"""From a search to lists with filters: sizes, sums and answers are set, one kind is led to its own."""

import pytest
from flask import Flask

from tests.support.page import Page
from tests.support.strict_client import StrictClient
from webapp.catalogue import search as searching


def search(reader: StrictClient, question: str) -> Page:
    return reader.page("/search", query_string={"q": question})


@pytest.mark.parametrize(
    ("question", "kind", "query", "said"),
    [
        (
            "белая тактильная трость не дороже 1000 рублей",
            "6-02",
            "price=-1000",
            "Цена: не больше, чем 1 тысяча рублей",
        ),
        ("коляска от 1000 до 20000 рублей", "7-02", "price=1000-20000", "Цена: не меньше, чем 1 тысяча рублей"),
        ("трость до 20000", "6-01", "price=-20000", "Цена: не больше, чем 20 тысяч рублей"),
        ("трость 92 см", "6-01", "height_min_cm=92-92", "Высота: 92 сантиметра"),
        ("трость 92", "6-01", "height_min_cm=92-92", "Высота: 92 сантиметра"),
        ("трость от 85 до 95 см", "6-02", "length_cm=85-95", "Длина: от 85 до 95 сантиметров"),
        ("складная белая трость от 1,2 м", "6-02", "construction=folding&length_cm=120-", "Конструкция: складная"),
        ("складная коляска", "7-03", "frame=folding", "Рама: складная"),
        ("коляска складная до 20000", "7-01", "folding=yes&price=-20000", "Складывается: да"),
        ("коляска 120 кг", "7-01", "max_load_kg=120-", "Наибольшая нагрузка: не меньше, чем 120 килограммов"),
    ],
)
def test_sizes_sums_and_answers_lead_to_lists_with_filters_set(
    reader: StrictClient, question: str, kind: str, query: str, said: str
) -> None:
    page = search(reader, question)
    address = f"/catalogue/{kind}/products?{query}"
    (link,) = [one.words for one in page.links if one.address == address]
    assert page.main.index(link) < page.main.index("Рекомендованная цена")
    narrowed = reader.page(address)
    assert f"Убрать: {said}" in narrowed.main
    assert narrowed.h1.startswith(f"Найдено {link.rsplit(' ', 1)[1]} из ")


def test_what_folds_is_found_together_and_not_where_it_is_unwanted(speaking: Flask) -> None:
    everything, folding = searching.find("коляска", 1), searching.find("коляска складная", 1)
    assert {kind.code for kind, _ in folding.kinds} >= {"7-01", "7-02", "7-03"}
    rigid = searching.find("не складная коляска", 1)
    assert 0 < rigid.products.total == everything.products.total - folding.products.total


def test_products_of_one_kind_are_led_to_its_filters_before_they_are_listed(reader: StrictClient) -> None:
    page = search(reader, "тонометр")
    link = "С фильтрами: термометры и тонометры с речевым выходом, всего 27"
    assert page.main.index(link) < page.main.index("Рекомендованная цена")
    assert page.follow(link).address.startswith("/catalogue/15-01/products")
    assert "С фильтрами: " not in search(reader, "трость").main
