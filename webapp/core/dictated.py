"""Words that a dictating program, or a person, writes where signs and digits are meant (U33). Pure.

«шесть тире ноль два» is «6-02», «третье июня две тысячи двадцать шестого года» is «3 июня 2026 года».
"""

from collections.abc import Iterator
from unicodedata import digit

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
"""All that people and programs write for a hyphen: hyphens, dashes, the minus sign."""
SIGNS = {
    **dict.fromkeys(("тире", "дефис", "минус", "черточка", "dash", "hyphen", "minus"), "-"),
    **dict.fromkeys(("точка", "dot", "point"), "."),
    **dict.fromkeys(("пробел", "space"), " "),
}
"""Words that stand for a sign of a code."""
_CARDINALS = {
    0: "ноль нуль ноля zero",
    1: "один одна одно one",
    2: "два две двух two",
    3: "три трех three",
    4: "четыре четырех four",
    5: "пять пяти five",
    6: "шесть шести six",
    7: "семь семи seven",
    8: "восемь восьми eight",
    9: "девять девяти nine",
    10: "десять десяти ten",
    11: "одиннадцать eleven",
    12: "двенадцать twelve",
    13: "тринадцать thirteen",
    14: "четырнадцать fourteen",
    15: "пятнадцать fifteen",
    16: "шестнадцать sixteen",
    17: "семнадцать seventeen",
    18: "восемнадцать eighteen",
    19: "девятнадцать nineteen",
    20: "двадцать twenty",
    30: "тридцать thirty",
    40: "сорок forty",
    50: "пятьдесят fifty",
    60: "шестьдесят sixty",
    70: "семьдесят seventy",
    80: "восемьдесят eighty",
    90: "девяносто ninety",
    100: "сто hundred",
    200: "двести",
    300: "триста",
    400: "четыреста",
    500: "пятьсот",
    600: "шестьсот",
    700: "семьсот",
    800: "восемьсот",
    900: "девятьсот",
    1000: "тысяча тысячи тысяч thousand",
}
_ORDINALS = {
    1: "перв",
    2: "втор",
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    **{number: _CARDINALS[number].split()[0].removesuffix("ь") for number in (*range(11, 21), 30)},
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
    1000: "тысячн",
    2000: "двухтысячн",
}
_ENDINGS = ("ый", "ой", "ое", "ого", "ому", "ым", "ом", "ая", "ую")
_THIRD = ("третий", "третье", "третьего", "третьему", "третья", "третьей", "third")
_ENGLISH_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NUMBERS = {word: number for number, words in _CARDINALS.items() for word in words.split()}
_NAMED = (
    {stem + ending: number for number, stem in _ORDINALS.items() for ending in _ENDINGS}
    | dict.fromkeys(_THIRD, 3)
    | {word: number for number, word in enumerate(_ENGLISH_ORDINALS.split(), 1)}
    | {f"{_CARDINALS[number].split()[1]}th": number for number in range(13, 20)}
    | {"twentieth": 20, "thirtieth": 30}
)
_CONNECTIVES = frozenset({"and", "of"})
_HUNDRED = -100
"""«hundred», which multiplies the number before it. «сто» never does: «два сто девять» is two numbers."""


def plain(text: str) -> str:
    """Digits of any kind as ASCII, dashes of any kind as hyphens. Signs such as «²» are no digits of a number."""
    return "".join("-" if sign in DASHES else str(digit(sign)) if sign.isdecimal() else sign for sign in text)


def number_of(word: str, is_order: bool = True) -> int | None:
    """The number that a word says; «шестого» counts only where `is_order`."""
    folded = word.lower().replace("ё", "е")
    found = _NUMBERS.get(folded)
    return _NAMED.get(folded) if found is None and is_order else found


def in_signs(text: str) -> str:
    """The text with «тире», «точка», «пробел» as the signs that they name, apart from the words beside them."""
    return " ".join(SIGNS.get(word.strip(".,").lower().replace("ё", "е"), word) for word in text.split())


def in_digits(text: str, is_order: bool = True) -> str:
    """The text with each number in digits where it was in words (of order, too, if `is_order`); the rest as it is.

    Zeros stay: «ноль два» is «02». Two numbers that are not parts of one stay two: «шесть ноль два» is «6 02».
    """
    return " ".join(_joined(text.split(), is_order))


def _joined(words: list[str], is_order: bool) -> Iterator[str]:
    said: list[int] = []
    for word in _apart(words):
        number = _HUNDRED if word.strip(".,").lower() == "hundred" else number_of(word.strip(".,"), is_order)
        if number is None:
            if said and word.lower() in _CONNECTIVES:  # «third of June», «two thousand and seven»
                continue
            yield from _numbers_of(said)
            said = []
            yield word
        else:
            said.append(number)
    yield from _numbers_of(said)


def _apart(words: list[str]) -> Iterator[str]:
    """The words, and «ninety-nine» as two of them."""
    for word in words:
        tens, _, rest = word.partition("-")
        is_two = (number_of(tens) or 0) in range(20, 100, 10) and (number_of(rest.strip(".,")) or 0) in range(1, 10)
        yield from (tens, rest) if is_two else (word,)


def _numbers_of(said: list[int]) -> Iterator[str]:
    """Numbers one after another, joined where speech joins them: 2, 1000, 20, 6 is «2026»; 0, 2 is «02»."""
    zeros, total, last = "", 0, 0
    for place, word in enumerate(said):
        number = abs(word)
        is_new = _HUNDRED in said[place + 1 : place + 2] and total >= 100 and last != 1000  # «two hundred ONE hundred»
        if number == 0 and not total:
            zeros += "0"
        elif word == _HUNDRED and (0 < total < 100 or 0 < last < 10):  # «nineteen hundred», «two thousand nine hundred»
            total, last = total + 99 * (total if total < 100 else last), 100
        elif number == 1000 and 0 < total < 1000:
            total, last = 1000 * total, 1000
        elif total and 0 < number < min(last, _room(last)) and not is_new:
            total, last = total + number, number
        elif total:
            yield zeros + str(total)
            zeros, total, last = ("0", 0, 0) if number == 0 else ("", number, number)
        else:
            total = last = number
    if zeros or total:
        yield zeros + (str(total) if total else "")


def _room(last: int) -> int:
    """What may follow a number as its part: after 20 a digit, after 100 up to 99. After 15 nothing may."""
    if last < 20:
        return 0
    return 10 if last < 100 else 100 if last < 1000 else 1000
