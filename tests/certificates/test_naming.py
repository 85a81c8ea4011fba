"""Regions as people name them: names in any form, cities, numbers, slips of the hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webapp.certificates.naming import Meant, meant
from webapp.certificates.region import code_of, names
from webapp.reference import dataset

SURE = {
    "01": "Адыгея", "02": "Башкирия", "03": "Бурятия", "04": "Республика Алтай; Горный Алтай",
    "05": "ноль пять; 5; Дагестан", "06": "Ингушетия", "07": "КБР; Кабарда", "08": "Калмыкия", "09": "КЧР; Карачай",
    "10": "Карелия", "11": "Коми", "12": "Мари Эл", "13": "Мордовия", "14": "саха; Якутия", "15": "Осетия; Алания",
    "16": "Татарстан; в Татарстане; татария; Taтарстaн; Казань; Kazan; 16; номер 16; № 16; шестнадцать; "
    "шестнадцатый регион; респ. Татарстан",
    "17": "Тува; Тыва", "18": "Удмуртия", "19": "Хакасия", "20": "Чечня", "21": "Чувашия", "22": "Алтайский край",
    "23": "Кубань; Сочи; Краснодар", "25": "Приморье", "26": "Ставрополье; Ставрополь", "41": "на Камчатке; Камчатка",
    "42": "Кузбасс", "47": "Ленобласть", "49": "Колыма", "50": "Московская; Подмосковье; московская обл.",
    "52": "Нижний Новгород", "53": "Великий Новгород", "61": "Ростов-на-Дону; Донецк Ростовская область",
    "65": "Сахалин", "66": "Екатеринбург; Свердловская", "75": "Забайкалье", "77": "Москва; мск; Зеленоград",
    "78": "Питер; спб; Петербург; Ленинград; Кронштадт", "79": "ЕАО; Биробиджан", "83": "НАО", "86": "ХМАО; Югра",
    "87": "Чукотка", "89": "ЯНАО; Ямал", "90": "Запорожье", "91": "в Крыму", "92": "Севастополь", "93": "ДНР",
    "94": "ЛНР; Краснодон",
}  # fmt: skip
"""Region → how people name it, beyond a doubt."""


@pytest.mark.parametrize(
    ("typed", "code"), [(typed, code) for code, said in SURE.items() for typed in said.split("; ")]
)
def test_a_region_is_known_by(typed: str, code: str) -> None:
    assert meant(typed) == Meant((code,), code)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Новгород", "52 53"),
        ("Ростов", "61 76"),
        ("Троицк", "74 77"),
        ("Алтай", "04 22"),
        ("МО", "49 50 51"),
        ("РК", "08 10 11 91"),
        ("Донбасс", "93 94"),
        ("тотарстан", "16"),
        ("свирдловская", "66"),
        ("Краснодан", "23 94"),
        ("Зеленоградс", "39"),
        ("Северная", "15"),
        ("Набережные", "16"),
        ("абракадабра", ""),
        ("99", ""),
        ("777", ""),
        ("", ""),
        ("((((", ""),
    ],
)
def test_where_there_is_a_doubt_even_one_region_is_asked_about(typed: str, codes: str) -> None:
    assert meant(typed) == Meant(tuple(codes.split()))


def test_every_region_is_known_by_its_names_and_its_number() -> None:
    for region in dataset.regions():
        for name in (region.name, names()[region.code], region.short_name, region.code):
            assert meant(name).sure == region.code, name
        assert code_of(region.name) == region.code


def test_every_capital_leads_to_its_region() -> None:
    found = {region.code: meant(region.admin_centre) for region in dataset.regions()}
    assert [code for code, meaning in found.items() if code not in meaning.codes] == []
    assert {code for code, meaning in found.items() if meaning.sure is None} == {"28", "43", "93"}  # have namesakes


def test_a_sort_of_region_means_all_of_the_sort() -> None:
    assert len(meant("край").codes) == sum(region.type == "край" for region in dataset.regions())


@given(text=some.text(max_size=80))
def test_any_text_means_known_regions_or_none(text: str) -> None:
    assert set(meant(text).codes) <= names().keys()


def test_a_long_text_is_cut() -> None:
    assert meant("Татарстан " + "и" * 100_000) in {Meant(("16",), "16"), Meant()}
