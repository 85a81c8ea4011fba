"""Which facts are told of a product, in which order, and how they sound."""

import pytest
from flask import Flask

from tests.support.strict_client import StrictClient
from webapp.catalogue.facts import TELLING
from webapp.catalogue.rules import facts
from webapp.catalogue.words import told
from webapp.reference.dataset import characteristics
from webapp.reference.units import quantity, russian_form, span


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (0, 2),
        (1, 0),
        (2, 1),
        (4, 1),
        (5, 2),
        (11, 2),
        (12, 2),
        (14, 2),
        (21, 0),
        (22, 1),
        (25, 2),
        (101, 0),
        (111, 2),
        (-1, 0),
    ],
)
def test_the_russian_form_of_a_number(value: int, form: int) -> None:
    assert russian_form(value) == form


@pytest.mark.parametrize(
    ("value", "said"), [(1, "1 грамм"), (2, "2 грамма"), (5, "5 граммов"), (11, "11 граммов"), (21, "21 грамм")]
)
def test_a_measure_has_its_unit_in_words(speaking: Flask, value: int, said: str) -> None:
    assert quantity(value, "g") == said


def test_a_range_says_from_and_to(speaking: Flask) -> None:
    assert span(22, 42, "cm") == "от 22 до 42 сантиметров"
    assert span(20, 21, "cm") == "от 20 до 21 сантиметра"
    assert span(5, 5, "cm") == "5 сантиметров"


def test_measures_in_english(speaking_english: Flask) -> None:
    assert quantity(1, "g") == "1 gram"
    assert quantity(300, "g") == "300 grams"
    assert span(22, 42, "cm") == "from 22 to 42 centimetres"


def test_facts_keep_the_order_of_the_profile_and_leave_out_what_is_not_there() -> None:
    described = characteristics().of("white_cane")
    values = {one.key: 1 for one in reversed(described) if one.type == "number"}
    keys = [fact.about.key for fact in facts(values, described)]
    assert keys == [one.key for one in described if one.key in keys]
    assert list(facts({}, described)) == []


def test_two_ends_of_a_range_are_one_fact(speaking: Flask) -> None:
    described = next(
        characteristics().of(profile.id)
        for profile in characteristics().profiles
        if any(
            "_min" in one.key and one.key.replace("_min", "_max") in _keys(profile.id)
            for one in profile.characteristics
        )
    )
    low = next(one.key for one in described if "_min" in one.key)
    high = low.replace("_min", "_max")
    both = list(facts({low: 20, high: 40}, described))
    assert [(fact.value, fact.high) for fact in both] == [(20, 40)]
    assert "от 20 до 40" in told(both[0])
    assert [fact.high for fact in facts({low: 20}, described)] == [None]
    assert [fact.value for fact in facts({high: 40}, described)] == [40]


def _keys(profile: str) -> set[str]:
    return {one.key for one in characteristics().of(profile)}


def test_what_people_choose_by_is_in_the_profile() -> None:
    for profile, keys in TELLING.items():
        assert set(keys) <= {one.key for one in characteristics().of(profile)}


@pytest.mark.parametrize(
    ("address", "told", "not_told"),
    [
        ("/catalogue/15-01/products", "сантиметров", "Речевой выход: да"),
        ("/catalogue/6-02/products", "Длина: ", "Конструкция: "),
        ("/catalogue/6-02/products?length_cm=120-120", "Вес: ", "Длина: 120 сантиметров Вес"),
        ("/catalogue/7-01/products?folding=yes", "Ширина сиденья: ", "Складывается: "),
        ("/search?q=складная белая трость", "Вес: ", "Конструкция: "),
        ("/search?q=тонометр", "сантиметров", "Речевой выход: да"),
    ],
)
def test_cards_tell_what_differs_in_their_list(reader: StrictClient, address: str, told: str, not_told: str) -> None:
    page = reader.page(address).main
    cards = page[page.index("Рекомендованная цена") : page.rindex("Рекомендованная цена") + 200]
    assert told in cards
    assert not_told not in cards
