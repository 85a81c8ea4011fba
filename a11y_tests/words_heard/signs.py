"""Signs that synthesizers leave out and Braille turns into letters (U28)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from a11y_tests.words_heard.figures import Found

LOST = "₽№×±≥≤≠≈½¼¾★☆→←↑↓•·§©®™°²³€$"
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f"
STRESS = "\u0300\u0301"
_BY_NUMBER = frozenset({"sign-unseen", "sign-stress", "sign-private"})
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")


def signs(text: str) -> Iterator[Found]:
    """Every sign of a text that is lost, unseen, or a picture."""
    for sign in dict.fromkeys(text):
        if rule := _rule(sign):
            yield rule, f"{ord(sign):04X}" if rule in _BY_NUMBER else sign


@lru_cache(maxsize=4096)
def _rule(sign: str) -> str:
    if sign in LOST:
        return "sign-lost"
    if sign in UNSEEN:
        return "sign-unseen"
    if sign in STRESS:
        return "sign-stress"
    if _EMOJI.match(sign):
        return "sign-emoji"
    return "sign-private" if unicodedata.category(sign) == "Co" else ""
