"""Codes, articles and words as people dictate and paste them (U13, U33)."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from webapp.core.dictated import in_digits, plain
from webapp.core.typed import article, code, words

UNITS = "ноль один два три четыре пять шесть семь восемь девять".split()
TEENS = "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать".split()
TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
ENGLISH += "sixteen seventeen eighteen nineteen".split()
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
GROUPS = some.lists(some.integers(100, 999), min_size=1, max_size=6)
HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()


def said(number: int) -> str:
    """A number below a thousand as it is said in Russian, written anew here."""
    spoken = [HUNDREDS[number // 100 - 1]] if number >= 100 else []
    rest = number % 100
    if 10 <= rest < 20:
        spoken.append([*TEENS, "девятнадцать"][rest - 10])
    else:
        spoken += [TENS[rest // 10 - 2]] if rest >= 20 else []
        spoken += [UNITS[rest % 10]] if rest % 10 or not number else []
    return " ".join(spoken)


def said_in_english(number: int, between: str = " ", after: str = " ") -> str:
    """A number from 100 to 999 in English, with what is said or written between its parts."""
    tens, units = divmod(number % 100, 10)
    rest = ENGLISH_TENS[tens - 2] + (between + ENGLISH[units] if units else "") if tens > 1 else ENGLISH[number % 100]
    return f"{ENGLISH[number // 100]} hundred" + (after + rest if number % 100 else "")


@given(numbers=GROUPS)
@example(numbers=[482, 109, 375, 526])
@example(numbers=[200, 100, 120, 102, 115, 100])
def test_groups_of_three_digits_stay_groups(numbers: list[int]) -> None:
    digits = " ".join(map(str, numbers))
    assert in_digits(" ".join(map(said, numbers))) == digits
    assert in_digits(" ".join(map(said_in_english, numbers))) == digits
    assert in_digits(" ".join(said_in_english(number, "-", " and ") for number in numbers)) == digits


def test_every_number_below_a_thousand_is_understood() -> None:
    assert [number for number in range(1000) if in_digits(said(number)) != str(number)] == []


@pytest.mark.parametrize("number", [1, 26, 111, 999])
def test_thousands_are_understood(number: int) -> None:
    assert in_digits(f"тысяча {said(number)}") == str(1000 + number)
    assert in_digits(f"две тысячи {said(number)}") == str(2000 + number)


@pytest.mark.parametrize(
    ("spoken", "digits"),
    [
        ("третье июня две тысячи двадцать шестого года", "3 июня 2026 года"),
        ("ноль ноль ноль один", "0001"),
        ("шесть ноль два ноль два", "6 02 02"),
        ("десять одиннадцать", "10 11"),
        ("сто ноль пять", "100 05"),
        ("двухтысячного", "2000"),
        ("one thousand nine hundred ninety nine", "1999"),
        ("два сто девять", "2 109"),
        ("nineteen hundred and five", "1905"),
        ("two thousand nine hundred", "2900"),
        ("nineteen ninety-nine", "19 99"),
        ("party-girl and wi-fi", "party-girl and wi-fi"),
        ("складная трость", "складная трость"),
        ("", ""),
    ],
)
def test_only_what_is_one_number_in_speech_is_joined(spoken: str, digits: str) -> None:
    assert in_digits(spoken) == digits


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("шесть тире ноль два тире ноль два", "6-02-02"),
        ("№\u00a06–02−02.", "6-02-02"),
        ("двадцать три (1) - 01", "23(1)-01"),
        ("６－０２", "6-02"),
        ("6-О2", "6-02"),
        ("5 мм", ""),
        ("пятое", ""),
        ("трость шесть", ""),
        ("−", ""),
        ("", ""),
    ],
)
def test_a_code_in_signs_or_nothing(typed: str, meant: str) -> None:
    assert code(typed) == meant


@pytest.mark.parametrize("typed", ["CH-0026", "СН–0026", "артикул ch 0026", "№ CH тире ноль ноль два шесть"])
def test_an_article_in_its_own_letters(typed: str) -> None:
    assert article(typed) == "CH-0026"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("тpость белaя", "трость белая"),
        ("кресло тире коляска", "кресло-коляска"),
        ("тонометр точка", "тонометр"),
        ("точка", "точка"),
        ("USB кабель", "USB кабель"),
        ("Трость XL", "Трость XL"),
        ("wi-fi роутер", "wi-fi роутер"),
    ],
)
def test_words_keep_their_own_alphabet(typed: str, meant: str) -> None:
    assert words(typed) == meant


@given(text=some.text(max_size=60))
@example(text="²½٣㊿Ⅷ")
@example(text="сто тысяч тысяч девятьсот")
def test_anything_is_read_without_harm_and_the_same_twice(text: str) -> None:
    assert all(sign in "0123456789() .-" for sign in code(text))
    assert plain(plain(text)) == plain(text)
    assert in_digits(in_digits(text)) == in_digits(text)
    assert words(words(text)) == words(text) or "точка" in words(text).lower()
    assert article(text) is not None
