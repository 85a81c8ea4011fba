"""What the demo catalogue's cards, sheets and characteristics say of one product is the same everywhere."""

import re
from collections.abc import Iterator

from webapp.catalogue.demo import generate
from webapp.catalogue.demo.cards.devices import SUPPLIES
from webapp.catalogue.demo.cards.electric import STEERING
from webapp.catalogue.demo.records import DemoProduct
from webapp.catalogue.sheets import Sheet, sheet_of
from webapp.reference.dataset import classification

PRODUCTS = generate().products
RUNS_FROM = {
    "батарейки": re.compile(r"батарейк", re.IGNORECASE),
    "электросеть": re.compile(r"электросет|розетк|блок питания|от сети", re.IGNORECASE),
    "аккумулятор": re.compile(r"аккумулятор|заряд(?!к[аи] )", re.IGNORECASE),
}


def of_profile(profile: str) -> Iterator[tuple[DemoProduct, Sheet]]:
    for product in PRODUCTS:
        if classification().item(product.item_code).profile == profile:
            yield product, sheet_of(profile, product.values)


def in_the_box(product: DemoProduct, sheet: Sheet) -> set[str]:
    return {*sheet.package.inside, *product.accessories}


def said(product: DemoProduct, sheet: Sheet) -> str:
    """Every sentence of the card and of the instruction, and what lies in the box."""
    told = (product.summary, *(text for _, text in product.touch), *product.hearing)
    spares = (each.name for each in sheet.spares)
    box = sorted(in_the_box(product, sheet))
    return " ".join((*told, *sheet.begin, *sheet.use, *sheet.care, *sheet.safety, *spares, *box))


def test_what_a_talking_device_runs_from_is_one_thing_everywhere() -> None:
    found = {str(product.values["power"]) for product, _ in of_profile("talking_medical")}
    assert len(found) > 3  # batteries, mains, both…
    for product, sheet in of_profile("talking_medical"):
        power = product.values["power"]
        assert isinstance(power, list)
        text = said(product, sheet)
        assert {source for source, words in RUNS_FROM.items() if words.search(text)} == set(power), product.number
        assert {SUPPLIES[source] for source in power} <= in_the_box(product, sheet), product.number


def test_a_hearing_aid_has_batteries_or_is_charged_and_an_ear_mould_has_neither() -> None:
    for product, sheet in of_profile("hearing_aid"):
        battery, text = product.values.get("battery"), said(product, sheet).lower()
        assert ("батаре" in text) == (battery not in {None, "аккумулятор"}), product.number
        assert ("зарядная станция" in in_the_box(product, sheet)) == (battery == "аккумулятор"), product.number
        assert ("аппарат" in in_the_box(product, sheet)) == (battery is not None), product.number


def test_the_largest_is_one_of_three_or_more() -> None:
    wrong = [each.number for each in PRODUCTS if re.search(r"\b2 \w+\. Сам(ая|ый|ое) ", str(each.touch))]
    assert wrong == []


def test_an_upper_arm_monitor_has_the_buttons_that_are_drawn() -> None:
    for product, sheet in of_profile("talking_medical"):
        if product.values["kind"] == "тонометр на плечо":
            assert "большая круглая кнопка и две малые" in " ".join(sheet.drawing.words)
            assert "3 кнопки." in str(product.touch), product.number


def test_an_electric_wheelchair_is_steered_by_what_its_card_describes() -> None:
    for product, _ in of_profile("wheelchair_electric"):
        steering = product.values["control"]
        assert isinstance(steering, list)
        described = [how for how, words in STEERING.items() if words in str(product.touch)]
        assert described and set(described) <= set(steering), product.number


def test_a_spare_tip_lies_in_the_box() -> None:
    for product, sheet in of_profile("white_cane"):
        assert product.values["spare_tip"] == ("запасной наконечник" in in_the_box(product, sheet)), product.number


def test_only_what_has_a_lens_is_told_to_care_for_it() -> None:
    for product, sheet in of_profile("reading_aid"):
        assert ("линз" in said(product, sheet).lower()) == (product.values["kind"] == "лупа"), product.number
