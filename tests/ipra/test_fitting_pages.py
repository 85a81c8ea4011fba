"""Fit by characteristics on pages: the verdict, a line for each characteristic, the rules for everybody."""

import pytest

from tests.support.html import elements, words
from tests.support.page import Page
from tests.support.registers import CANE, TONOMETER, Stage, line, programme
from tests.support.signing_in import sign_in
from tests.support.strict_client import visitor
from webapp.consents.rules import Purpose
from webapp.ipra import fitting_book

PRODUCT = "/products/6-02-02.0001"
RULES = "/fit-rules"


def items(page: Page) -> list[str]:
    return [words(each) for each in elements(page.tree, "li")]


def links(page: Page) -> set[str]:
    return {each.get("href") or "" for each in elements(page.tree, "a")}


def looked(stage: Stage, name: str, address: str = PRODUCT) -> Page:
    client = stage.entitled(programme(line(name)))
    client.page("/my")
    return client.page(address)


def test_a_line_for_each_characteristic(stage: Stage) -> None:
    page = looked(stage, CANE)
    assert "Подходит к моей программе: да" in page.main
    said = "Конструкция: подходит. Программа: складная. Изделие: складная. Слова программы: «складная»."
    assert said in items(page)


def test_a_length_that_is_not_asked_for_is_a_no_with_its_reason(stage: Stage) -> None:
    page = looked(stage, f"{CANE}, длина 17 см")
    assert "Подходит к моей программе: нет" in page.main
    [said] = [each for each in items(page) if each.startswith("Длина: не подходит. Программа: 17 сантиметров.")]
    assert "Слова программы: «длина 17 см»" in said


def test_a_name_that_goes_on_with_demands_is_read(stage: Stage) -> None:
    page = looked(stage, f"{CANE}, длина 17 см, светоотражающая")
    assert "Подходит к моей программе: нет" in page.main
    assert any(each.startswith("Светоотражающее покрытие: ") for each in items(page))


@pytest.mark.parametrize(("name", "is_offered"), [(CANE, True), (TONOMETER, False)])
def test_a_list_offers_the_programme_where_it_gives_something_of_the_kind(
    stage: Stage, name: str, is_offered: bool
) -> None:
    client = stage.entitled(programme(line(name)))
    client.page("/my")
    page = client.page("/catalogue/6-02/products?fits=yes")
    assert ("По программе, сначала подходящие" in page.main) is is_offered
    assert ("Подходит к моей программе" in page.main) is is_offered
    assert any(address.startswith("/products/") for address in links(page))


def test_favourites_say_the_same(stage: Stage) -> None:
    client = stage.entitled(programme(line(f"{CANE}, длина 17 см")))
    client.page("/my")
    client.send("/favourites/6-02-02.0001", {})
    assert "Подходит к моей программе: нет" in client.page("/favourites").main


def test_the_english_page_says_it_in_english(stage: Stage) -> None:
    page = looked(stage, CANE, f"/en{PRODUCT}")
    assert any(each.startswith("Construction: fits. Programme: folding.") for each in items(page))


def test_a_page_leads_to_the_rules_and_strangers_are_told_nothing(stage: Stage) -> None:
    assert RULES in links(looked(stage, CANE))
    assert RULES not in links(visitor(stage.app).page(PRODUCT))


def test_without_consent_the_way_to_it_is_told(stage: Stage) -> None:
    page = sign_in(stage.app, stage.somebody(), consents=False).page(PRODUCT)
    assert "Нужно ваше согласие." in page.main
    assert f"/my/consents/{Purpose.PROGRAMME}?next={PRODUCT}" in links(page)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_rule_can_be_read(stage: Stage, prefix: str) -> None:
    page = visitor(stage.app).page(prefix + RULES)
    said = items(page)
    assert sum("»." in each or "”." in each for each in said) >= sum(map(len, fitting_book.rules().values()))
    assert any("«без устройства противоскольжения»" in each or "“без" in each for each in said)
