"""Sums of money as people type, paste and dictate them; nobody guesses about money."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.core.test_dictated import said, said_in_english
from webapp.core.typed import Refusal
from webapp.core.typed_sums import kopecks_of

THOUSANDS = some.integers(1, 999)


def refused(text: str) -> str:
    with pytest.raises(Refusal) as refusal:
        kopecks_of(text)
    return refusal.value.code


@pytest.mark.parametrize(
    ("typed", "kopecks"),
    [
        ("31 тысяча", 3_100_000),
        ("31 тысяча рублей.", 3_100_000),
        ("тридцать одна тысяча", 3_100_000),
        ("полторы тысячи", 150_000),
        ("три с половиной тысячи", 350_000),
        ("семь триста", 730_000),
        ("семь триста пятьдесят рублей", 735_000),
        ("двенадцать пятьсот", 1_250_000),
        ("двадцать пять шестьсот три рубля пять копеек", 2_560_305),
        ("пять сто", 510_000),
        ("полмиллиона", 50_000_000),
        ("1,5 миллиона", 150_000_000),
        ("1,250 миллиона", 125_000_000),
        ("одна запятая пять миллиона", 150_000_000),
        ("1 миллион 250 тысяч рублей", 125_000_000),
        ("31 000 руб. 50 коп.", 3_100_050),
        ("31 000 р. 50 к.", 3_100_050),
        ("двенадцать тысяч четыреста рублей", 1_240_000),
        ("31\u202f000 ₽", 3_100_000),
        ("31.000", 3_100_000),
        ("31,000.50", 3_100_050),
        ("31000.50", 3_100_050),
        ("0,755 миллиона", 75_500_000),
        ("31 000,5", 3_100_050),
        ("31тыс.", 3_100_000),
        ("цена: 31 000", 3_100_000),
        ("50 копеек", 50),
        ("0", 0),
        ("thirty-one thousand five hundred roubles", 3_150_000),
        ("one and a half thousand", 150_000),
        ("half a million", 50_000_000),
    ],
)
def test_a_sum_is_understood(typed: str, kopecks: int) -> None:
    assert kopecks_of(typed) == kopecks


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        (" \u00a0 ", "empty"),
        ("31 к", "letter"),
        ("31к", "letter"),
        ("31k", "letter"),
        ("31 т.р.", "letter"),
        ("-5", "negative"),
        ("минус пять", "negative"),
        ("150 миллионов", "too_much"),
        ("9" * 50, "too_much"),
        ("5-6", "sum"),
        ("0,755", "sum"),
        ("31 50", "sum"),
        ("сто двести", "sum"),
        ("девяносто сто", "sum"),
        ("двадцать-триста", "sum"),
        ("семь триста тысяч", "sum"),
        ("две тысячи семь триста", "sum"),
        ("сто рублей семь триста", "sum"),
        ("семь триста копеек", "sum"),
        ("семь двадцать", "sum"),
        ("полтора триста", "sum"),
        ("31 триста", "sum"),
        ("seven three hundred", "sum"),
        ("twelve hundred", "sum"),
        ("дорого", "sum"),
        ("рублей", "sum"),
        ("((((", "sum"),
    ],
)
def test_what_is_no_sum_is_refused_with_its_reason(typed: str, code: str) -> None:
    assert refused(typed) == code


@given(thousands=THOUSANDS, rest=some.integers(0, 999))
def test_every_number_of_thousands_is_one_sum_however_it_is_said(thousands: int, rest: int) -> None:
    spoken = f"{said(thousands)} тысяч" + (f" {said(rest)}" if rest else "")
    for typed in (f"{thousands}{rest:03}", f"{thousands} {rest:03} рублей", f"{thousands} тысяч {rest} рублей", spoken):
        assert kopecks_of(typed) == (thousands * 1000 + rest) * 100, typed


@given(roubles=some.integers(100, 999), kopecks=some.integers(0, 99))
def test_kopecks_are_kept(roubles: int, kopecks: int) -> None:
    wanted = roubles * 100 + kopecks
    assert kopecks_of(f"{roubles},{kopecks:02}") == wanted
    assert kopecks_of(f"{said(roubles)} рублей {said(kopecks)} копеек") == wanted
    assert kopecks_of(f"{said_in_english(roubles)} roubles {kopecks} kopecks") == wanted


@given(text=some.text(max_size=60) | some.text("0123456789 .,'-тысячарублейкопеекмлн½²٣", max_size=60))
def test_any_text_is_a_sum_or_is_refused(text: str) -> None:
    found: object
    try:
        found = kopecks_of(text)
    except Refusal as refusal:
        found = refusal.code
    if isinstance(found, int):
        assert 0 <= found <= 10**10
    else:
        assert found in {"empty", "letter", "negative", "too_much", "sum"}
