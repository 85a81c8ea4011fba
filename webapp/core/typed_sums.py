"""A sum of money as people type, paste or dictate it, in whole kopecks (U13, U33). Pure; no floats on the way.

«31 тысяча», «31 000 руб. 50 коп.», «полторы тысячи», «1,5 миллиона», «семь триста» (7300), "31 thousand".
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from webapp.core.dictated import number_of, plain
from webapp.core.typed import Refusal, line

MOST_ROUBLES = 100_000_000
"""No technical means costs more; more digits than that are a slip of the hand."""
_GROUPED = (
    r"\d{1,3}(?:[ ']\d{3})+(?![\d'])(?:[.,]\d{1,2}(?!\d))?"
    r"|[1-9]\d{0,2}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*(?!\d)(?:(?!(?P=mark))[.,]\d{1,2}(?!\d))?"
)
"""«31 000,50», «31.000», «31,000.50»: thousands apart, kopecks behind another sign. «0,755» has no thousands."""
_TOKEN = re.compile(rf"(?P<grouped>{_GROUPED})|(?P<number>\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+)|(?P<sign>\S)")
_TIMES = {
    **dict.fromkeys("тысяча тысячи тысяч тысячу тысячей тыс thousand".split(), 1000),
    **dict.fromkeys("миллион миллиона миллионов млн million".split(), 1_000_000),
}
_HALVES = {"полтора": Fraction(3, 2), "полторы": Fraction(3, 2), "полутора": Fraction(3, 2)}
_HALF = frozenset("пол половина половиной half".split())
_ROUBLES = frozenset("рубль рубля рублей рубли руб р rub rouble roubles ruble rubles rur".split())
_KOPECKS = frozenset("копейка копейки копеек копейку коп kopeck kopecks kopek kopeks copeck copecks".split())
_POINT = frozenset("запятая comma point".split())
_SAYS_NOTHING = frozenset("цена стоит стоимость сумма около примерно ровно всего с и a and the price is about".split())
_UNCLEAR = frozenset("к т тр k".split())
"""«31 к», «31 т.р.»: thousands or kopecks, a slip or a word; nobody guesses about money."""


def kopecks_of(text: str) -> int:
    """The sum in kopecks.

    Raises Refusal: `empty`; `letter` («31 к»: one letter for thousands); `negative`; `too_much`; `sum` for all else.
    """
    folded = plain(line(text)).casefold().replace("ё", "е").replace("₽", " руб ").strip("«»„“”\"' .;:!?\t")
    if not folded:
        raise Refusal("empty")
    if re.match(r"(-|минус\b|minus\b)", folded):
        raise Refusal("negative")
    sum_ = _Sum(may_be_short="-" not in folded)  # «двадцать-триста» is from twenty to three hundred
    tokens = list(_tokens(folded))
    for place, token in enumerate(tokens):
        sum_.take(token, tokens[place + 1 : place + 2])
    return sum_.kopecks()


def _tokens(text: str) -> Iterator[Fraction | str]:
    """Numbers and words; «31тыс.» is two of them, «полмиллиона» too."""
    text = re.sub(r"\bпол(?=тысяч|миллион)", "пол ", re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", " ", text))
    for found in _TOKEN.finditer(text):
        if found["grouped"]:
            yield from _grouped(found, text)
        elif found["number"]:
            yield _exact(found["number"])
        elif found["word"]:
            yield found["word"]
        elif found["sign"] not in ".,:;()":
            raise Refusal("sum")


def _grouped(found: re.Match[str], text: str) -> Iterator[Fraction | str]:
    """«31 000», «31.000»; but «1,250 миллиона» is one and a quarter."""
    written = found["grouped"]
    following = _TOKEN.search(text, found.end())
    if re.fullmatch(r"\d+[.,]\d{3}", written) and following is not None and following["word"] in _TIMES:
        yield _exact(written)
        return
    whole, mark, fraction = written, "", ""
    if written[-3] in ".," or written[-2] in ".,":
        whole, mark, fraction = written.rpartition(max(".,", key=written.rfind))
    yield _exact("".join(filter(str.isdigit, whole)) + (mark and f".{fraction}"))


def _exact(written: str) -> Fraction:
    if len(written) > 40:
        raise Refusal("too_much")
    return Fraction(written.replace(",", "."))


class _Sum:
    """What was heard so far: whole parts of thousands and millions, the number that waits for its word."""

    def __init__(self, *, may_be_short: bool) -> None:
        self._may_be_short = may_be_short
        self._total = Fraction(0)
        self._waits: Fraction | None = None
        self._least = 10**9
        """The smallest multiplier heard: «тысяча миллионов» is no sum."""
        self._last = 10**9
        """The last number in words, behind which only smaller ones belong to the same number."""
        self._places: int | None = None
        self._roubles: Fraction | None = None
        self._is_over = False

    def take(self, token: Fraction | str, following: list[Fraction | str]) -> None:
        """One more number or word."""
        if isinstance(token, Fraction):
            self._digits(token)
        elif token in _TIMES:
            self._times(_TIMES[token])
        elif token in _HALVES:
            self._fresh(_HALVES[token])
            self._last = 0
        elif token in _HALF:
            self._waits = (self._waits or 0) + Fraction(1, 2)
            self._last = 0
        elif token in _ROUBLES:
            self._end_roubles()
        elif token in _KOPECKS or (token in {"к", "k"} and self._roubles is not None and not self._is_over):
            self._end_kopecks()
        elif token in _POINT and self._waits is not None and following:
            self._places, self._last = 0, 10**9
        elif token in _UNCLEAR:
            raise Refusal("letter")
        elif token not in _SAYS_NOTHING:
            self._word(token)

    def _digits(self, value: Fraction) -> None:
        if self._places is not None and value.denominator == 1:
            self._after_point(str(value))
        else:
            self._fresh(value)
            self._last = 0

    def _fresh(self, value: Fraction) -> None:
        if self._waits is not None or self._is_over:
            raise Refusal("sum")
        self._waits = value

    def _word(self, word: str) -> None:
        """A number in words: joined to a greater one that waits, as speech joins them."""
        value = number_of(word, is_order=False)
        if value is None or self._is_over:
            raise Refusal("sum")
        if word == "hundred" and self._waits is not None and 0 < self._waits < 10:
            self._waits, self._last = self._waits * 100, 100
        elif self._places is not None:
            self._after_point(str(value))
        elif self._waits is None:
            self._waits, self._last = Fraction(value), value
        elif 0 < value < self._last and (self._last >= 100 or (self._last >= 20 and value < 10)):
            self._waits, self._last = self._waits + value, value
        elif word != "hundred" and self._is_short_before(value):
            self._times(1000)
            self._waits, self._last = Fraction(value), value
        else:
            raise Refusal("sum")

    def _is_short_before(self, hundreds: int) -> bool:
        """Whether thousands were said without their word: «семь триста», «двадцать пять шестьсот».

        Nothing else can be meant by a number below a hundred, in words, with hundreds behind it and no sum before it.
        «Девяносто сто» and «сто двести» are rather from one to the other.
        """
        assert self._waits is not None
        if not self._may_be_short or self._least != 10**9 or self._roubles is not None:
            return False
        is_said = 0 < self._last < 100 and self._waits.denominator == 1
        return is_said and self._waits < 100 <= hundreds < 1000 and (hundreds > 100 or self._waits < 10)

    def _after_point(self, digits: str) -> None:
        assert self._waits is not None and self._places is not None
        if self._places:
            raise Refusal("sum")
        self._places = len(digits)
        self._waits += Fraction(int(digits), 10**self._places)

    def _times(self, factor: int) -> None:
        if factor >= self._least or self._is_over:
            raise Refusal("sum")
        self._total += (1 if self._waits is None else self._waits) * factor
        self._waits, self._places, self._last, self._least = None, None, 10**9, factor

    def _end_roubles(self) -> None:
        if self._roubles is not None or (self._waits is None and not self._total):
            raise Refusal("sum")
        self._roubles = self._total + (self._waits or 0)
        self._total, self._waits, self._places, self._last = Fraction(0), None, None, 10**9

    def _end_kopecks(self) -> None:
        if self._waits is None or self._total or self._is_over or self._waits.denominator != 1:
            raise Refusal("sum")
        if self._roubles is not None and (self._waits >= 100 or self._roubles.denominator != 1):
            raise Refusal("sum")
        self._roubles = (self._roubles or 0) + self._waits / 100
        self._waits, self._is_over = None, True

    def kopecks(self) -> int:
        """The whole; what waits without a word is roubles, or kopecks behind roubles."""
        if self._roubles is None:
            if self._waits is None and self._least == 10**9:
                raise Refusal("sum")
            self._end_roubles()
        elif self._waits is not None or self._total:
            self._end_kopecks()
        assert self._roubles is not None
        if self._roubles > MOST_ROUBLES:
            raise Refusal("too_much")
        found = self._roubles * 100
        if found.denominator != 1:
            raise Refusal("sum")
        return int(found)
