"""A question taken apart: words, what is not wanted («без …», «не …»), measures («2,5 см»), sums. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from webapp.catalogue.asking import sums
from webapp.catalogue.asking.sums import Sum
from webapp.core import typed
from webapp.core.dictated import in_digits
from webapp.reference import lemmas

MOST_WORDS = 12
_WORD = re.compile(r"\d+[.,]\d+[a-zа-я]*|[0-9a-zа-я]+(?:-[0-9a-zа-я]+)*")
_EDGES = '«»„“”"()!?…№#*'
SERVICE = frozenset(
    "в во для до и из или на о об от по при с со у за под над к ко а но же ли бы что как где это то мне мой моя мое мои"
    " нужен нужна нужно нужны хочу ищу найти купить какой какая какие есть демо который которая которые чтобы человек"
    " человека человеку".split()
)
"""Words that ask for nothing in a catalogue, and the mark of the demo catalogue."""
PEOPLE = frozenset(
    "мама мать мамочка папа отец родитель бабушка дедушка дед бабуля тетя дядя муж жена супруг супруга сын дочь дочка"
    " внук внучка брат сестра теща свекровь свекр тесть родственник родственница друг подруга сосед соседка пенсионер"
    " пенсионерка старик старушка mother father parent grandmother grandfather husband wife son daughter friend".split()
)
"""Who a thing is for: dictionary forms that mean nothing in a catalogue."""
OF_PEOPLE = frozenset(
    "слепой незрячий слабовидящий глухой слабослышащий пожилой старый больной престарелый лежачий".split()
)
"""What people are: where no name and no saying has such a word, it need not be said to be missing."""
WITHOUT, NOT = "без", "не"
_UNITS = {
    "сантиметр": "см сантиметр сантиметра сантиметров",
    "миллиметр": "мм миллиметр миллиметра миллиметров",
    "метр": "м метр метра метров",
    "килограмм": "кг кило килограмм килограмма килограммов",
    "грамм": "г гр грамм грамма граммов",
    "миллилитр": "мл миллилитр миллилитра миллилитров",
    "литр": "л литр литра литров",
    "процент": "процент процента процентов",
    "час": "ч час часа часов",
    "децибел": "дб децибел децибела",
    "километр": "км километр километра километров",
    "дюйм": "дюйм дюйма дюймов",
}
UNITS = {written: unit for unit, ways in _UNITS.items() for written in ways.split()}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NUMBER_AND_UNIT = re.compile(rf"({_NUMBER.pattern})([а-я]+)")
_BY = re.compile(r"(?<=\d)\s*[хx*×]\s*(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d) (?=000(?!\d))")
LONGEST_SIZE = 4
"""Digits of a number that may be a size where it has no unit; more are a code or an article."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in small letters with е for ё, the signs between spaces that it came from, a service word before it."""

    text: str
    raw: str
    before: str = ""


class Side(StrEnum):
    """What a number bounds: «от 90 см», «до 90 см»; `EXACTLY` where nothing is said."""

    EXACTLY = ""
    LEAST = "least"
    MOST = "most"


class Measure(NamedTuple):
    """A number and its unit as they were written, and what it bounds. A bare number has no unit: «трость 120»."""

    number: str
    unit: str
    side: Side = Side.EXACTLY

    @property
    def said(self) -> str:
        """As it was written: «92 см»."""
        return f"{self.number} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question; those that must not be there, in groups; numbers with their units; sums of money."""

    words: tuple[Word, ...]
    unwanted: tuple[tuple[Word, ...], ...]
    measures: tuple[Measure, ...]
    sums: tuple[Sum, ...] = ()


def taken_apart(question: str) -> Asked:
    """Take a question apart. Any text is a question; service words alone ask for nothing."""
    text, money = sums.apart(typed.words(question).lower(), UNITS)
    found = list(_words(text))
    measures = list(_measures(found))
    if not measures and any(word.text in UNITS for word in found):
        found = list(_words(in_digits(text, is_order=False)))
        measures = list(_measures(found))
    gone = {place for places, _ in measures for place in places}
    wanted, unwanted = split([word for place, word in enumerate(found[: 3 * MOST_WORDS]) if place not in gone])
    words = tuple(_without_service(wanted))[:MOST_WORDS]
    groups = tuple(tuple(word for word in group if word.text not in SERVICE) for group in unwanted)
    wanted_not = tuple(group for group in groups if group)[:MOST_WORDS]
    return Asked(words, wanted_not, tuple(measure for _, measure in measures), money)


def is_size(text: str) -> bool:
    """Whether a word is a number that may be a size without its unit: «трость 120»."""
    return _NUMBER.fullmatch(text) is not None and len(text) <= LONGEST_SIZE


def without_people(words: Sequence[Word]) -> Sequence[Word]:
    """The words without those of whom a thing is for; where these are all, they stay: it may be a maker's name."""
    return [word for word in words if PEOPLE.isdisjoint(lemmas.forms(word.text))] or words


def is_of_people(text: str) -> bool:
    """Whether a word may say what the person is like for whom a thing is."""
    return not OF_PEOPLE.isdisjoint(lemmas.forms(text))


def split(words: Sequence[Word]) -> tuple[list[Word], list[list[Word]]]:
    """Wanted words, and groups that «без» or «не» governs: «без» its adjectives and a noun, «не» the next word."""
    wanted: list[Word] = []
    unwanted: list[list[Word]] = []
    place = 0
    while place < len(words):
        text = words[place].text
        end = place + 1
        if text == WITHOUT:
            while end < len(words) - 1 and lemmas.describes(words[end].text):
                end += 1
            end += 1
        elif text == NOT:
            while end < len(words) - 1 and words[end].text in SERVICE:  # «не для улицы»
                end += 1
            end += 1
        if end > place + 1 and place + 1 < len(words):
            unwanted.append(list(words[place + 1 : end]))
        elif text not in (WITHOUT, NOT):
            wanted.append(words[place])
        place = end
    return wanted, unwanted


def in_name(name: str) -> tuple[list[str], list[str]]:
    """The words of a name: those of what it has, and those of what it says to be without."""
    words = [Word(text, text) for text in _WORD.findall(_plain(name.lower()))]
    wanted, unwanted = split(words)
    return [word.text for word in wanted], [word.text for group in unwanted for word in group]


def _without_service(words: Sequence[Word]) -> Iterator[Word]:
    before = ""
    for word in words:
        if word.text not in SERVICE:
            yield replace(word, before=before)
        before = word.text if word.text in SERVICE else ""


def _words(text: str) -> Iterator[Word]:
    for chunk in _BY.sub(" ", _THOUSANDS.sub("", text)).split():
        raw = chunk.strip(_EDGES)
        found = _WORD.findall(_plain(raw))
        for part in found or [""]:
            attached = _NUMBER_AND_UNIT.fullmatch(part)
            if attached and attached[2] in UNITS:
                yield from (Word(piece, piece) for piece in attached.groups())
            elif part or len(raw) > 2:
                yield Word(part[: lemmas.LONGEST_WORD], raw if len(found) == 1 or _is_latin(raw) else part)
            if _is_latin(raw):
                break


def _is_latin(raw: str) -> bool:
    """Whether a chunk may be Russian typed with the Latin keys: its full stops and commas may be letters."""
    return raw.isascii() and any(sign.isalpha() for sign in raw) and not any(sign.isdigit() for sign in raw)


def _plain(text: str) -> str:
    return text.replace("ё", "е")


def _measures(words: Sequence[Word]) -> Iterator[tuple[range, Measure]]:
    """Places and words of every number with its unit; of «от 90 до 100 см» both numbers have it."""
    texts = [word.text for word in words]
    for place, (number, unit) in enumerate(pairwise(texts)):
        if not (_NUMBER.fullmatch(number) and unit in UNITS):
            continue
        start, side = _side(texts, place)
        yield range(start, place + 2), Measure(number, unit, side)
        if side == Side.MOST and start and _NUMBER.fullmatch(texts[start - 1]):
            lower, lower_side = _side(texts, start - 1)
            if lower_side == Side.LEAST:
                yield range(lower, start), Measure(texts[start - 1], unit, lower_side)


def _side(texts: Sequence[str], place: int) -> tuple[int, Side]:
    """Where the words begin that say what the number at this place bounds, and what it does."""
    start = sums.edge_start(texts, place)
    edge = texts[start:place]
    if edge in ([], [NOT]):
        return place, Side.EXACTLY
    return start, Side.LEAST if sums.is_lower_edge(edge) else Side.MOST
