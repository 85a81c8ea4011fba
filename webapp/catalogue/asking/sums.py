"""Sums of money in a question: «до 20 000 рублей», «двадцать тысяч рублей». Names hold no prices, filters do. Pure."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from webapp.core.dictated import number_of
from webapp.core.typed import Refusal
from webapp.core.typed_sums import kopecks_of
from webapp.reference import lemmas

_ROUBLES = re.compile(r"(?:руб(?:\.|л[а-яё]+)?|р\.?|₽|rub|roubles?)[.,;!?»\"]*")
_ENDS_IN_ROUBLES = re.compile(r"([«\"]?\d[\d.,]*)(руб(?:\.|л[а-яё]+)?|р\.?|₽)[.,;!?»\"]*")
_NUMBER = re.compile(r"[«\"]?\d[\d.,]*")
_RUSSIAN = re.compile("[а-яё]+")
_MORE = re.compile(r"тыс(?:\.|яч[а-яё]*)?|полтор[аы]|полутора|thousand")
_LEAST = frozenset("от дороже свыше больше выше более".split())
_EDGE = _LEAST | frozenset("до дешевле меньше ниже менее за не".split())
"""Words that say on which side of a sum prices lie."""
LEAST_BARE = 1000_00
"""Kopecks: «до 20000» without a unit is money, «до 120» is a size."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Money that was asked for, as it was written; prices up to it, or from it where `is_least`."""

    said: str
    kopecks: int
    is_least: bool = False

    @property
    def price(self) -> str:
        """The same as a filter of lists reads it in an address: `price=-20000`, in roubles."""
        roubles, kopecks = divmod(self.kopecks, 100)
        written = f"{roubles}.{kopecks:02}" if kopecks else str(roubles)
        return f"{written}-" if self.is_least else f"-{written}"


def apart(text: str, units: Container[str] = ()) -> tuple[str, tuple[Sum, ...]]:
    """A question in small letters without its sums and the words that say their side, and the sums.

    A great number behind such a word is a sum without «рублей» too, where none of `units` follows it.
    """
    words = list(_words(text))
    found: list[Sum] = []
    place = 0
    while place < len(words):
        start, kopecks = _sum_that_ends(words, place, units)
        if kopecks is None:
            place += 1
            continue
        before = edge_start(words, start)
        is_least = is_lower_edge(words[before:start])
        found.append(Sum(" ".join(words[start : place + 1]).strip('«»".,;!?'), kopecks, is_least))
        if words[before - 1 : before] and words[before - 2 : before - 1] == ["от"]:  # «от 1000 до 20000 рублей»
            least = _kopecks(words[before - 1 : before])
            if least is not None:
                found.insert(len(found) - 1, Sum(words[before - 1], least, is_least=True))
                before -= 2
        del words[before : place + 1]
        place = before
    return (" ".join(words) if found else text), tuple(found)


def edge_start(words: Sequence[str], number: int) -> int:
    """Where the words begin that say the side of the number at this place."""
    while number and words[number - 1] in _EDGE:
        number -= 1
    return number


def is_lower_edge(edge: Sequence[str]) -> bool:
    """Whether such words name the least: «от», «не меньше»."""
    return any(word in _LEAST for word in edge) != ("не" in edge)


def _sum_that_ends(words: list[str], place: int, units: Container[str]) -> tuple[int, int | None]:
    """Where the sum begins that ends at this place, and its kopecks; None where none does."""
    if _ROUBLES.fullmatch(words[place]):
        start = _start(words, place)
        return start, _kopecks(words[start : place + 1]) if start < place else None
    if place and _is_of_number(words[place]):
        start = _start(words, place)
        following = "".join(words[place + 1 : place + 2])
        goes_on = bool(following) and (_ROUBLES.fullmatch(following) is not None or _is_of_number(following))
        has_side = words[edge_start(words, start) : start] not in ([], ["не"])
        kopecks = _kopecks(words[start : place + 1]) if has_side and not goes_on else None
        if kopecks is not None and kopecks >= LEAST_BARE and following.strip(".,;!?") not in units:
            return start, kopecks
    return place, None


def _words(text: str) -> Iterator[str]:
    """What stands between spaces, «500руб» as two."""
    for chunk in text.split():
        joined = _ENDS_IN_ROUBLES.fullmatch(chunk)
        yield from joined.groups() if joined else (chunk,)


def _start(words: list[str], end: int) -> int:
    """Where the number that ends here begins."""
    start = end
    while start and _is_of_number(words[start - 1]):
        start -= 1
    return start


def _is_of_number(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word) or _MORE.fullmatch(word)) or number_of(_plain(word), is_order=False) is not None


def _plain(word: str) -> str:
    """A numeral in its dictionary form: «до двадцати тысяч»."""
    if not _RUSSIAN.fullmatch(word):
        return word
    return next((form for form in lemmas.forms(word) if number_of(form, is_order=False) is not None), word)


def _kopecks(words: list[str]) -> int | None:
    """None where the words are no sum, or nothing."""
    try:
        return kopecks_of(" ".join(map(_plain, words))) or None
    except Refusal:
        return None
