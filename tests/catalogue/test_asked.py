"""What addresses and forms of lists ask: read whatever they hold, written as short as can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from werkzeug.datastructures import MultiDict

from webapp.catalogue.comparison import CHOSEN
from webapp.catalogue.filters.asked import Asked, Span, parameters_of, understood
from webapp.catalogue.filters.described import COVERED, FITS, MAKER, PRICE, of_kind, slugs_of
from webapp.catalogue.filters.measures import measure_of
from webapp.core.typed import Refusal
from webapp.reference import dataset

FILTERS = of_kind("6-01", "cane", {"luch": "Луч"})


def asked(*parameters: tuple[str, str]) -> Asked:
    return understood(MultiDict(parameters), FILTERS)


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [
        ("80", "cm", 80),
        ("восемьдесят пять сантиметров", "cm", 85),
        ("0,8 м", "cm", 80),
        ("800 мм.", "cm", 80),
        ("80см", "cm", 80),
        ("от 80", "cm", 80),
        ("1,5 кг", "g", 1500),
        ("полтора килограмма", "g", 1500),
        ("12\u00a0400 граммов", "g", 12_400),
        ("1,250 кг", "g", 1250),
        ("0,755 кг", "g", 755),
        ("1.125 м", "mm", 1125),
        ("2,500 ач", "mah", 2500),
        ("до 3,000", "cm", 3),
        ("1,250 г", "g", 1250),
        ("1 250,5 кг", "g", 1_250_500),
        ("1.250.000 г", "g", 1_250_000),
        ("2 часа", "min", 120),
        ("140 мм рт. ст.", "mm_hg", 140),
        ("15 grams", "g", 15),
        ("3", "none", 3),
    ],
)
def test_measures_are_understood_in_any_unit_of_their_sort(typed: str, unit: str, meant: int) -> None:
    assert measure_of(typed, unit, up=True) == measure_of(typed, unit, up=False) == meant


def test_what_lies_between_is_rounded_as_wished() -> None:
    assert (measure_of("805 мм", "cm", up=True), measure_of("805 мм", "cm", up=False)) == (81, 80)
    assert (measure_of("1,1255 м", "mm", up=True), measure_of("1,1255 м", "mm", up=False)) == (1126, 1125)


@pytest.mark.parametrize(
    "typed", ["100000000 км", "много", "80 кг", "5 рублей", "-5", "1e9", "0" * 99, "9" * 30, "0,1" + "0" * 9999]
)
def test_what_is_no_measure_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        measure_of(typed, "cm", up=True)


def test_a_short_address_is_understood() -> None:
    found = asked(("price", "-5000.5"), ("handle", "curved"), ("handle", "t-shaped"), ("weight_g", "300-500"))
    assert found.choices == {"handle": ("t-shaped", "curved")}
    assert found.spans == {"price": Span(None, 500_050), "weight_g": Span(300, 500)}


@pytest.mark.parametrize(
    "parameter",
    [("handle", "no-such"), ("no-such", "1"), ("price", "x"), ("price", "-"), ("price", "--"), ("price", "٣-"),
     ("weight_g", "1.5e3-"), ("sort", "bogus"), ("maker", "gone"), ("height_max_cm", "1-2"), ("covered", "yes")],
)  # fmt: skip
def test_what_is_old_or_made_by_hand_asks_nothing(parameter: tuple[str, str]) -> None:
    assert asked(parameter) == Asked()


def test_a_form_is_understood_and_ends_in_the_wrong_order_change_places() -> None:
    found = asked(("price-from", "5 тысяч"), ("price-to", "тысяча рублей"), ("weight_g-from", ""), (MAKER, "luch"))
    assert found.is_form
    assert (found.spans, found.choices) == ({"price": Span(100_000, 500_000)}, {MAKER: ("luch",)})
    assert parameters_of(found) == [(MAKER, "luch"), ("price", "1000-5000")]


def test_what_was_not_understood_is_kept_and_the_rest_asked() -> None:
    found = asked(("price-from", "31 к"), ("price-to", "40 тысяч"), ("weight_g-to", "лёгкая"))
    assert found.wrong == {"price-from": "letter", "weight_g-to": "number"}
    assert found.spans == {"price": Span(None, 4_000_000)}
    assert (found.typed["price-from"], found.typed["weight_g-to"]) == ("31 к", "лёгкая")


@given(pairs=some.lists(some.tuples(some.sampled_from(["price", "price-from", "weight_g-to", "weight_g", "handle"]),
                                    some.text("0123456789.-abт ", max_size=12)), max_size=6))  # fmt: skip
def test_any_address_is_understood_and_its_short_form_asks_the_same(pairs: list[tuple[str, str]]) -> None:
    found = asked(*pairs)
    again = asked(*parameters_of(found))
    assert (again.choices, again.spans, again.sort) == (found.choices, found.spans, found.sort)
    assert not again.wrong and not again.is_form


def test_no_characteristic_is_named_like_what_an_address_already_says() -> None:
    described = dataset.characteristics()
    keys = {one.key for one in described.common} | {
        one.key for each in described.profiles for one in each.characteristics
    }
    taken = {PRICE, MAKER, COVERED, FITS, CHOSEN, "page", "sort"}
    assert keys & taken == set(), "filters of these keys would read another's part of the address"


def test_answers_have_short_names_that_differ() -> None:
    assert slugs_of(["T-shaped", "anatomical, left", "anatomical, left!", "", "a very long answer of many words"]) == [
        "t-shaped", "anatomical-left", "anatomical-left-2", "other", "a-very-long-answer-of"]  # fmt: skip
    for characteristic in (one for profile in dataset.characteristics().profiles for one in profile.characteristics):
        slugs = slugs_of(value.en for value in characteristic.values)
        assert len(set(slugs)) == len(characteristic.values)
