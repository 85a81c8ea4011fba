"""An insurance number, typed, pasted and dictated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.core.typed import LAST_UNCHECKED_SNILS, Refusal, snils

NUMBERS = st.integers(LAST_UNCHECKED_SNILS + 1, 999_999_999)
BETWEEN = st.sampled_from(["", " ", "-", " – ", "\u00a0", "\u202f", " тире ", " пробел ", "."])


def check_of(number: int) -> int:
    """As the Fund writes it: place by place, whatever is over a hundred anew."""
    total = sum(int(digit) * weight for digit, weight in zip(f"{number:09}", range(9, 0, -1), strict=True))
    while total > 101:
        total %= 101
    return 0 if total in (100, 101) else total


def written(number: int, check: int) -> str:
    return f"{number // 10**6:03}-{number // 1000 % 1000:03}-{number % 1000:03} {check:02}"


@given(NUMBERS, st.lists(BETWEEN, min_size=3, max_size=3))
def test_any_number_is_understood_however_it_is_grouped(number: int, between: list[str]) -> None:
    whole = written(number, check_of(number))
    groups = whole.replace(" ", "-").split("-")
    typed = "".join(group + sign for group, sign in zip(groups, [*between, ""], strict=True))
    assert snils(typed) == whole
    assert snils(f"СНИЛС: {whole}.") == whole


@given(NUMBERS, st.integers(1, 99))
def test_one_wrong_check_is_refused(number: int, off: int) -> None:
    wrong = (check_of(number) + off) % 100
    with pytest.raises(Refusal) as refusal:
        snils(written(number, wrong))
    assert refusal.value.code == "check"


@given(st.integers(0, LAST_UNCHECKED_SNILS), st.integers(0, 99))
def test_the_oldest_numbers_have_no_check(number: int, check: int) -> None:
    assert snils(written(number, check)) == written(number, check)


@pytest.mark.parametrize(
    "said",
    [
        "сто двенадцать двести тридцать три четыреста сорок пять девяносто пять",
        "один один два тире два три три тире четыре четыре пять пробел девять пять",
        "１１２２３３４４５９５",
        "112–233–445 95.",
        "номер 112 233 445 95",
    ],
)
def test_dictated_numbers_are_understood(said: str) -> None:
    assert snils(said) == "112-233-445 95"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "empty"), (" \u00a0", "empty"), ("112-233-445", "length"), ("не помню", "length"), ("1" * 12, "length")],
)
def test_what_is_no_number_is_refused_by_its_reason(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        snils(typed)
    assert refusal.value.code == code


@given(st.text())
def test_anything_is_a_number_or_refused(text: str) -> None:
    assert outcome(text) in {"empty", "length", "check", "understood"}


def outcome(text: str) -> str:
    """The reason of a refusal; what is understood must be understood again."""
    try:
        understood = snils(text)
    except Refusal as refusal:
        return refusal.code
    return "understood" if snils(understood) == understood else "changed"
