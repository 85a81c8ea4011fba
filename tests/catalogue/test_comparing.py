"""The comparison as a page: what is left out is said, list and table tell the same, the way on is never lost."""

from itertools import pairwise

import pytest

from tests.support.html import elements, with_id, words
from tests.support.page import Page
from tests.support.strict_client import StrictClient

CANES = tuple(f"6-02-02.{place:04}" for place in range(1, 7))
TONOMETER = "15-01-02.0001"
GONE = "6-02-02.999999"


def address(*numbers: str, **others: str) -> str:
    parts = [f"p={number}" for number in numbers] + [f"{key}={value}" for key, value in others.items()]
    return "/compare?" + "&".join(parts)


def model(reader: StrictClient, number: str) -> str:
    return reader.page(f"/products/{number}").h1.partition(":")[0]


def told_by_list(page: Page) -> set[tuple[str, str, str]]:
    """(fact, product, value) of each line under a heading."""
    found = set()
    within = list(elements(page.tree, "main")[0])
    for heading, facts in pairwise(within):
        if heading.tag == "h3" and facts.get("class") == "facts":
            for line in elements(facts, "li"):
                name, _, value = words(line).partition(": ")
                found.add((words(heading), name, value))
    return found


def told_by_table(page: Page) -> set[tuple[str, str, str]]:
    found = set()
    for table in elements(page.tree, "table"):
        names = [words(cell) for cell in elements(elements(table, "thead")[0], "th")][1:]
        for row in elements(elements(table, "tbody")[0], "tr"):
            cells = [words(cell) for cell in elements(row, "td")]
            found |= {(words(elements(row, "th")[0]), name, cell) for name, cell in zip(names, cells, strict=True)}
    return found


@pytest.mark.parametrize("number", [2, 3, 4])
def test_list_and_table_tell_the_same(reader: StrictClient, number: int) -> None:
    page = reader.page(address(*CANES[:number]))
    table = page.follow("Показать таблицей")
    assert told_by_list(page) == told_by_table(table)
    assert len(told_by_list(page)) >= number * 2
    assert table.follow("Показать списком").h1 == page.h1


def test_the_answer_comes_first_and_equal_facts_are_one_link_away(reader: StrictClient) -> None:
    page = reader.page(address(*CANES[:2]))
    names = [model(reader, number) for number in CANES[:2]]
    assert page.h1 == f"Сравнение: {names[0]} и {names[1]}"
    lead = next(each for each in elements(page.tree, "p") if each.get("class") == "lead")
    assert words(lead).startswith("Отлича")
    hidden = next(each for each in page.headings(2) if each.startswith("Что одинаково: "))
    whole = page.follow("Показать одинаковые сведения")
    assert whole.main.count(" у всех: ") == int(hidden.rpartition(" ")[2])
    assert whole.title != page.title and with_id(whole.tree, "equal") is not None
    assert whole.follow("Скрыть одинаковые сведения").main.count(" у всех: ") == 0


def test_of_two_nobody_is_better_than_all(reader: StrictClient) -> None:
    two, three = (reader.page(address(*CANES[:number])).main for number in (2, 3))
    assert "Дешевле: " in two and " всех: " not in two and "больше всех" not in two
    assert "Дешевле всех: " in three


def test_how_many_to_tick_is_said_once(reader: StrictClient) -> None:
    page = reader.page("/catalogue/6-02/products")
    boxes = next(each for each in elements(page.tree, "div") if each.get("role") == "group")
    assert "Отметьте" in page.main and "Отметьте" not in words(boxes)
    assert boxes.get("aria-labelledby") == "compare-chosen"
    assert page.button("Сравнить выбранные")


def test_the_address_is_the_same_however_it_was_made(reader: StrictClient) -> None:
    page = reader.page(address(CANES[1], CANES[0], CANES[1]))
    assert page.address == address(*CANES[:2])
    assert reader.page(address(CANES[0], f"0{CANES[1]}")).address == page.address


def test_one_is_removed_and_brought_back(reader: StrictClient) -> None:
    names = [model(reader, number) for number in CANES[:3]]
    page = reader.page(address(*CANES[:3])).follow(f"Убрать из сравнения: {names[1]}")
    assert page.title.startswith(f"Убрано: {names[1]}. Сравнение: {names[0]} и {names[2]}")
    assert f"Убрано из сравнения: {names[1]}" in page.main
    assert page.follow("Вернуть: ").h1 == f"Сравнение: {names[0]}, {names[1]} и {names[2]}"
    assert page.follow(f"Убрать из сравнения: {names[0]}").h1 == f"{names[2]}: не с чем сравнить"


def test_what_is_not_compared_is_said(reader: StrictClient) -> None:
    page = reader.page(address(*CANES[:2], TONOMETER, GONE))
    assert page.status == 200
    assert "Это изделие другого вида" in page.main and model(reader, TONOMETER) in page.main
    assert f"Нет в каталоге: изделие с номером {GONE}" in page.main


def test_of_more_than_four_the_first_four_are_compared(reader: StrictClient) -> None:
    page = reader.page(address(*reversed(CANES)))
    assert page.status == 200
    assert "Сравниваем не больше 4 изделий" in page.main
    assert all(model(reader, number) in page.main.partition("Не вошли: ")[2] for number in CANES[:2])
    assert all(model(reader, number) in page.h1 for number in CANES[2:])


@pytest.mark.parametrize(
    ("asked", "heading", "way"),
    [
        ("/compare", "Изделия для сравнения не выбраны", "/catalogue"),
        (f"/compare?p={GONE}", "Изделия для сравнения не выбраны", "/catalogue"),
        ("/compare?p=x&p=%22%3E%3Cscript%3E", "Изделия для сравнения не выбраны", "/catalogue"),
        (f"/compare?p={CANES[0]}", "не с чем сравнить", f"/catalogue/6-02/products?p={CANES[0]}"),
        (f"/compare?p={CANES[0]}&p={TONOMETER}", "не с чем сравнить", f"/catalogue/6-02/products?p={CANES[0]}"),
    ],
)
def test_too_few_is_a_page_with_a_way_on(reader: StrictClient, asked: str, heading: str, way: str) -> None:
    page = reader.page(asked)
    assert (page.status, heading in page.h1) == (200, True)
    assert way in {link.address for link in page.links}
    assert "<script>" not in page.text


def test_from_a_product_to_a_comparison(reader: StrictClient) -> None:
    page = reader.page(f"/products/{CANES[0]}").follow("Сравнить с другими: ")
    name = model(reader, CANES[0])
    assert page.title.startswith(f"{name}: с чем сравнить. ")
    other = next(
        each
        for each in elements(page.tree, "label")
        if words(each).startswith("Сравнить: ") and name not in words(each)
    )
    page = page.submit({words(other): ""}, "Сравнить выбранные")
    assert name in page.h1 and words(other).removeprefix("Сравнить: ") in page.h1


def test_what_was_chosen_stays_on_other_pages_of_the_list(reader: StrictClient) -> None:
    page = reader.page(f"/catalogue/6-02/products?page=2&p={CANES[0]}")
    name = model(reader, CANES[0])
    boxes = {each.get("value"): each for each in elements(page.tree, "input") if each.get("type") == "checkbox"}
    assert [number for number, box in boxes.items() if "checked" in box.attrib] == [CANES[0]]
    assert len({each.get("id") for each in boxes.values()}) == len(boxes)
    assert f"Уже выбрано: {name}" in page.main or f"Сравнить: {name}" in page.main


def test_in_english(reader: StrictClient) -> None:
    page = reader.page("/en" + address(*CANES[:2]))
    assert page.status == 200 and page.h1.startswith("Comparison: ")
    assert page.headings(2)[0] == "What is better"


@pytest.mark.parametrize("kind", ["6-02", "15-01", "7-02"])
def test_any_two_of_a_kind_can_be_compared(reader: StrictClient, kind: str) -> None:
    links = [link.address for link in reader.page(f"/catalogue/{kind}/products").links]
    numbers = [each.removeprefix("/products/") for each in links if each.startswith("/products/")][:4]
    page = reader.page(address(*sorted(numbers), equal="1"))
    assert (page.status, len(told_by_list(page)) > 2) == (200, True)
