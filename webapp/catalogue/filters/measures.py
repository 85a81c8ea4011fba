"""A measure as people type or dictate it, in the unit of its filter. Pure.

«80», «восемьдесят сантиметров», «0,8 м» and «800 мм» are one length. What lies between two whole numbers is rounded
outwards by the caller's wish, so that nothing is lost that was asked for.
"""

import re
from fractions import Fraction
from functools import cache

from webapp.core.dictated import plain
from webapp.core.typed import Refusal, line
from webapp.core.typed_sums import kopecks_of
from webapp.reference.dataset import characteristics

_SCALES = (
    {"mm": 1, "cm": 10, "m": 1000, "km": 1_000_000},
    {"g": 1, "kg": 1000},
    {"min": 1, "hour": 60},
    {"mah": 1, "ah": 1000},
)
"""Units that measure the same: how many of the smallest each is."""
_SHORT = {
    "g": "г гр g",
    "kg": "кг kg",
    "mm": "мм mm",
    "cm": "см cm",
    "m": "м m",
    "km": "км km",
    "km_per_h": "км/ч kmh",
    "ml": "мл ml",
    "min": "мин min",
    "hour": "ч час hr h",
    "month": "мес мес",
    "degree": "град deg °",
    "db": "дб db",
    "mm_hg": "мм рт ст",
    "ah": "ач ah",
    "mah": "мач mah",
    "fr": "fr ch шр",
    "times": "раз крат х x",
    "piece": "шт pcs",
    "none": "",
}
GREATEST = 999_999_999
"""What an address can hold of a range: nine digits."""
_EDGES = frozenset("от до не меньше больше менее более дороже дешевле from to at least most up".split())
_MONEY = re.compile(r"руб|коп|₽|roub|rub|kop")
_DECIMAL = re.compile(r"\d{1,9}[.,]\d{1,9}")
_NO_THOUSANDTHS = frozenset({"mm", "g", "min", "mah", "ml"})
"""What nobody measures in thousandths: «1,250 г» is a thousand grams and more, «1,250 кг» no thousand kilograms."""


def measure_of(text: str, unit: str, up: bool) -> int:
    """The measure in whole units; between two, the greater one where `up`.

    Raises Refusal: `empty`, `number` (not understood, of another sort, or out of all bounds).
    """
    words = plain(line(text)).casefold().replace("ё", "е").strip("«»„“”\"' .;:!?").split()
    while words and words[0] in _EDGES:
        words.pop(0)
    if not words:
        raise Refusal("empty")
    bare, typed, factor = _apart(" ".join(words), unit)
    found = _number(bare, typed not in _NO_THOUSANDTHS) * factor
    whole = -(-found.numerator // found.denominator) if up else found.numerator // found.denominator
    if whole > GREATEST:
        raise Refusal("number")
    return whole


def _number(bare: str, has_thousandths: bool) -> Fraction:
    """The number of a measure. A sum is read alike, but three digits behind a comma are thousands of roubles there."""
    if _MONEY.search(bare):
        raise Refusal("number")
    if has_thousandths and _DECIMAL.fullmatch(bare):
        return Fraction(bare.replace(",", "."))
    try:
        return Fraction(kopecks_of(bare), 100)
    except Refusal as refusal:
        raise Refusal("number") from refusal


def _apart(text: str, unit: str) -> tuple[str, str, Fraction]:
    """The number without its unit, that unit, and how many of the filter's units one of it is."""
    for words, name, factor in _units(unit):
        if text.endswith(words) and (len(text) == len(words) or not text[-len(words) - 1].isalpha()):
            return text[: -len(words)].strip(" ."), name, factor
    return text, unit, Fraction(1)


@cache
def _units(unit: str) -> tuple[tuple[str, str, Fraction], ...]:
    """All words for units that measure what this one does, the longest first, each with its unit and factor."""
    scale = next((scale for scale in _SCALES if unit in scale), {unit: 1})
    found: dict[str, tuple[str, Fraction]] = {}
    for name, size in scale.items():
        known = characteristics().unit(name)
        short = _SHORT.get(name, "").split() if name != "mm_hg" else [_SHORT[name], "мм рт. ст"]
        for words in (*known.forms, *known.forms_en, *short):
            if words:
                found[words.casefold().replace("ё", "е")] = (name, Fraction(size, scale[unit]))
    return tuple(sorted(((words, *meant) for words, meant in found.items()), key=lambda known: -len(known[0])))
