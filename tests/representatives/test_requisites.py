"""Numbers of documents as people type and dictate them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.core.typed import Refusal, name
from webapp.representatives.requisites import certificate, ogrn

TENS = tuple("X" * tens for tens in range(4))
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
LETTERS = st.sampled_from("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")


@given(
    st.integers(1, 39), LETTERS, LETTERS, st.integers(0, 999_999), st.sampled_from([" ", " № ", " N ", "", " номер "])
)
def test_any_certificate_is_understood(series: int, one: str, two: str, number: int, between: str) -> None:
    roman = TENS[series // 10] + ONES[series % 10]
    whole = (f"{roman}-{one}{two}", f"{number:06}")
    assert certificate(f"{roman}-{one}{two}{between}{number:06}") == whole
    assert certificate(f"{series} {one.lower()} {two.lower()} {number:06}.") == whole


@pytest.mark.parametrize(
    "said",
    [
        "II-АН 123456",
        "ii-ан №\u00a0123456",
        "II-AH 123456",
        "Ⅱ‑АН 123456",
        "П-АН 123456",
        "Серия II-АН, номер 123456.",
        "два тире а эн один два три четыре пять шесть",
        "римская два ан сто двадцать три четыреста пятьдесят шесть",
    ],
)
def test_a_certificate_may_be_dictated_and_copied(said: str) -> None:
    assert certificate(said) == ("II-АН", "123456")


@pytest.mark.parametrize("typed", ["II-АН", "IIII-АН 123456", "40-АН 123456", "II-АНБ 123456", "II-АН 12345", "123456"])
def test_what_is_no_certificate_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        certificate(typed)
    assert refusal.value.code == "certificate"


@given(st.integers(10**11, 10**12 - 1), st.integers(1, 9))
def test_a_wrong_digit_of_an_organisation_is_found(number: int, off: int) -> None:
    check = number % 11 % 10
    assert ogrn(f"ОГРН {number}{check}") == f"{number}{check}"
    with pytest.raises(Refusal) as refusal:
        ogrn(f"{number}{(check + off) % 10}")
    assert refusal.value.code == "check"


@given(st.text(), st.sampled_from([certificate, ogrn]))
def test_anything_is_understood_or_refused(text: str, parse: Callable[[str], Any]) -> None:
    assert outcome(text, parse) in {"empty", "certificate", "length", "check", "understood"}


def outcome(text: str, parse: Callable[[str], Any]) -> str:
    """The reason of a refusal; what is understood must be understood again."""
    try:
        understood = parse(text)
    except Refusal as refusal:
        return refusal.code
    shown = understood if isinstance(understood, str) else " ".join(understood)
    return "understood" if parse(shown) == understood else "changed"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("белова", "Белова"),
        ("Белова тире Иванова", "Белова-Иванова"),
        ("белова-иванова.", "Белова-Иванова"),
        ("Мамед оглы", "Мамед оглы"),
        ("д’Артаньян", "д’Артаньян"),
        ("Бeлов", "Белов"),
        ("«Белов»", "Белов"),
    ],
)
def test_a_name_is_as_it_is_meant(typed: str, meant: str) -> None:
    assert name(typed) == meant
