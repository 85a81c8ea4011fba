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


def measure_of(text: str, unit: str, up: bool) -> int:
    """The measure in whole units; between two, the greater one where `up`.

    Raises Refusal: `empty`, `number` (not understood, of another sort, or out of all bounds).
    """
    words = plain(line(text)).casefold().replace("ё", "е").strip("«»„“”\"' .;:!?").split()
    while words and words[0] in _EDGES:
        words.pop(0)
    if not words:
        raise Refusal("empty")
    bare, factor = _apart(" ".join(words), unit)
    if _MONEY.search(bare):
        raise Refusal("number")
    try:
        found = Fraction(kopecks_of(bare), 100) * factor
    except Refusal as refusal:
        raise Refusal("number") from refusal
    whole = -(-found.numerator // found.denominator) if up else found.numerator // found.denominator
    if whole > GREATEST:
        raise Refusal("number")
    return whole


def _apart(text: str, unit: str) -> tuple[str, Fraction]:
    """The number without its unit, and how many of the filter's units one of the typed ones is."""
    for words, factor in _units(unit):
        if text.endswith(words) and (len(text) == len(words) or not text[-len(words) - 1].isalpha()):
            return text[: -len(words)].strip(" ."), factor
    return text, Fraction(1)


@cache
def _units(unit: str) -> tuple[tuple[str, Fraction], ...]:
    """All words for units that measure what this one does, the longest first, each with its factor."""
    scale = next((scale for scale in _SCALES if unit in scale), {unit: 1})
    found: dict[str, Fraction] = {}
    for name, size in scale.items():
        known = characteristics().unit(name)
        short = _SHORT.get(name, "").split() if name != "mm_hg" else [_SHORT[name], "мм рт. ст"]
        for words in (*known.forms, *known.forms_en, *short):
            if words:
                found[words.casefold().replace("ё", "е")] = Fraction(size, scale[unit])
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
