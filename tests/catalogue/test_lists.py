"""Lists of products as pages: the count first, filters by form and by address, never a dead end."""

from urllib.parse import parse_qsl, urlsplit

from flask import Flask

from tests.support.counted import counted
from tests.support.page import Page
from tests.support.strict_client import StrictClient, visitor

CANES = "/catalogue/6-02/products"
APPLY = "Применить фильтры"


def numbers(page: Page) -> tuple[int, int]:
    """How many the heading says were found, and of how many."""
    found, _, rest = page.h1.partition("Найдено ")[2].partition(" из ")
    return int(found), int(rest.split(":")[0].split(",")[0])


def asked(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.address).query)


def test_heading_and_title_carry_the_count(reader: StrictClient) -> None:
    page = reader.page(CANES)
    assert page.h1 == "Изделия: белые тактильные трости. Всего 44"
    assert page.title.startswith(page.h1)
    narrow = reader.page(f"{CANES}?weight_g=-300&material=aluminium")
    assert narrow.h1.endswith(": белые тактильные трости")
    assert 0 < numbers(narrow)[0] < numbers(narrow)[1] == 44
    item = reader.page("/catalogue/6-02-02?construction=folding")
    assert item.h1.startswith("Найдено 22 из 22. Код 6-02-02. ")


def test_filters_are_named_once(reader: StrictClient) -> None:
    page = reader.get(CANES).get_data(as_text=True)
    assert page.count('id="filters"') == 1
    assert 'aria-labelledby="filters"' not in page


def test_a_form_leads_to_the_short_address_of_the_same_list(reader: StrictClient) -> None:
    typed = {"Цена: до, рублей": "тысяча рублей", "Вес: от, граммов": "0,2 кг"}
    page = reader.page(CANES).submit(typed, APPLY)
    assert asked(page) == [("price", "-1000"), ("weight_g", "200-")]
    assert urlsplit(page.address).fragment == "found"
    assert page.value("Цена: до, рублей") == "1000"
    assert "Убрать: Вес: не меньше, чем 200 граммов" in page.main
    empty = reader.page(CANES).submit({}, APPLY)
    assert (urlsplit(empty.address).path, asked(empty)) == (CANES, [])


def test_a_filter_is_taken_away_by_its_link(reader: StrictClient) -> None:
    both = reader.page(f"{CANES}?weight_g=-300&material=aluminium&sort=price")
    one = both.follow("Убрать: Материал: алюминий")
    assert asked(one) == [("weight_g", "-300"), ("sort", "price")]
    assert numbers(one)[0] > numbers(both)[0]
    assert one.follow("Сбросить все фильтры").h1 == reader.page(CANES).h1


def test_what_was_not_understood_is_said_at_its_field_and_nothing_is_lost(reader: StrictClient) -> None:
    page = reader.page(f"{CANES}?tip=disc").submit({"Вес: от, граммов": "лёгкая", "Цена: до, рублей": "31 к"}, APPLY)
    assert page.status == 422
    assert page.title.startswith("Ошибка: Найдено 14 из 44")
    assert page.value("Вес: от, граммов") == "лёгкая"
    assert "Напишите одно число" in page.says_of("Вес: от, граммов")
    assert page.value("Цена: до, рублей") == "31 к"
    assert page.main.index("Исправьте 2 ошибки") < page.main.index("Найдено 14 из 44")


def test_nothing_found_says_what_to_take_away(reader: StrictClient) -> None:
    page = reader.page(f"{CANES}?price=-600&weight_g=-1")
    assert numbers(page)[0] == 0
    looser = page.follow("Без фильтра «Вес»: ")
    assert numbers(looser)[0] == int(page.main.split("Без фильтра «Вес»: ")[1].split()[0]) > 0


def test_orders_are_links_that_keep_the_filters(reader: StrictClient) -> None:
    page = reader.page(f"{CANES}?tip=disc").follow("По цене, сначала дешёвые")
    assert "Порядок: по цене, сначала дешёвые." in page.main
    assert asked(page) == [("tip", "disc"), ("sort", "price")]
    assert "доплате" not in page.main
    assert page.submit({}, APPLY).address == page.address


def test_a_region_brings_what_certificates_cover(reading_site: Flask) -> None:
    client = visitor(reading_site)
    assert "Назовите регион" in client.page(CANES).main
    client.send("/region", {"code": "16"})
    page = client.page(CANES)
    assert "Назовите регион, и" not in page.main
    covered = client.page(f"{CANES}?covered=yes")
    assert numbers(covered)[0] < numbers(covered)[1]
    assert client.page(f"{CANES}?covered=yes&sort=topup").follow("По названию").h1 == covered.h1
    assert numbers(visitor(reading_site).page(f"{CANES}?covered=yes&weight_g=1-")) == (44, 44)


def test_narrowing_keeps_what_is_chosen_to_compare(reader: StrictClient) -> None:
    page = reader.page(f"{CANES}?p=6-02-02.0001").submit({"Вес: до, граммов": "250"}, button=APPLY)
    assert ("p", "6-02-02.0001") in asked(page) and ("weight_g", "-250") in asked(page)
    assert [link.address for link in page.links if link.words.startswith("Убрать: Вес")] == [
        f"{CANES}?p=6-02-02.0001#found"
    ]


def test_a_filter_that_parts_nothing_of_what_is_left_is_not_offered(reader: StrictClient) -> None:
    for query in ("", "?price=-3000"):
        page = reader.page(f"/catalogue/15-01-02{query}")
        assert "Регулировка громкости речи" in page.main
        assert "Язык речи" not in page.main


def test_pages_keep_the_filters_and_end(reader: StrictClient) -> None:
    page = reader.page(f"{CANES}?reflective=yes").follow("Следующая страница")
    assert page.h1.startswith("Найдено 32 из 44: ")
    assert page.h1.endswith(", страница 2 из 2")
    assert reader.page(f"{CANES}?reflective=yes&page=3").status == 404


def test_the_hint_of_a_range_is_of_this_list_or_says_of_what(reader: StrictClient) -> None:
    kind, item = reader.page("/catalogue/7-02/products"), reader.page("/catalogue/7-02-01")
    assert "Самая низкая: 19 тысяч 350 рублей" in kind.main and "Во всём виде" not in kind.main
    assert "Самая низкая: 22 тысячи 500 рублей. Самая высокая: 29 тысяч 250 рублей." in item.main
    assert "Во всём виде бывает " in item.main and "Бывает " not in item.main


def test_queries_do_not_depend_on_what_is_asked(reading_site: Flask) -> None:
    client = visitor(reading_site)
    costs = []
    for query in ("", "?weight_g=-300", "?weight_g=-300&price=500-&tip=disc&tip=ball&reflective=yes&sort=price"):
        client.get(f"/catalogue/6-01/products{query}")
        with counted(reading_site) as statements:
            client.get(f"/catalogue/6-01/products{query}")
        costs.append(len([one for one in statements if not one.startswith(("BEGIN", "PRAGMA"))]))
    assert len(set(costs)) == 1
    assert costs[0] <= 4
