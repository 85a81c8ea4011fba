"""Regions as people name them: names in any form, cities, numbers, slips of the hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webapp.certificates.naming import meant
from webapp.certificates.region import code_of, names
from webapp.reference import dataset


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Татарстан", ("16",)),
        ("в Татарстане", ("16",)),
        ("татария", ("16",)),
        ("тотарстан", ("16",)),
        ("Taтарстaн", ("16",)),
        ("Казань", ("16",)),
        ("Kazan", ("16",)),
        ("16", ("16",)),
        ("номер 16", ("16",)),
        ("№ 16", ("16",)),
        ("шестнадцать", ("16",)),
        ("шестнадцатый регион", ("16",)),
        ("ноль пять", ("05",)),
        ("5", ("05",)),
        ("Москва", ("77",)),
        ("Московская", ("50",)),
        ("Подмосковье", ("50",)),
        ("Питер", ("78",)),
        ("спб", ("78",)),
        ("Алтайский край", ("22",)),
        ("Республика Алтай", ("04",)),
        ("свирдловская", ("66",)),
        ("Екатеринбург", ("66",)),
        ("ХМАО", ("86",)),
        ("саха", ("14",)),
        ("Новгород", ("52", "53")),
        ("Ростов", ("61", "76")),
        ("абракадабра", ()),
        ("99", ()),
        ("777", ()),
        ("", ()),
        ("((((", ()),
    ],
)
def test_a_region_is_known_by(typed: str, codes: tuple[str, ...]) -> None:
    assert meant(typed) == codes


def test_every_region_is_known_by_its_names_and_its_number() -> None:
    for region in dataset.regions():
        assert meant(region.name) == meant(names()[region.code]) == meant(region.code) == (region.code,)
        assert region.code in meant(region.short_name)
        assert code_of(region.name) == region.code


def test_every_capital_leads_to_its_region() -> None:
    assert [region.code for region in dataset.regions() if region.code not in meant(region.admin_centre)] == []


def test_a_sort_of_region_means_all_of_the_sort() -> None:
    assert len(meant("край")) == sum(region.type == "край" for region in dataset.regions())


@given(text=some.text(max_size=80))
def test_any_text_means_known_regions_or_none(text: str) -> None:
    assert set(meant(text)) <= names().keys()


def test_a_long_text_is_cut() -> None:
    assert meant("Татарстан " + "и" * 100_000) in {("16",), ()}
