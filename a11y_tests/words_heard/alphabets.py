"""One alphabet a word (U28): a Latin «M» in a Russian word is another letter to Braille, search and voice."""

import re
from collections.abc import Iterator

from a11y_tests.words_heard.figures import Found

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z\u00c0-\u024f]")
_MOSTLY = 4
"""So many Russian letters for one Latin make a Russian sentence; others quote Russian words in English ones."""
_ALIKE = re.compile("[ABCEHKMOPTXaceopxy]+")


def alphabets(text: str) -> Iterator[Found]:
    """Words of two alphabets, letters of a third, and in Russian Latin words that look like Russian ones."""
    is_russian = len(_CYRILLIC.findall(text)) > _MOSTLY * len(_LATIN.findall(text))
    for match in _WORD.finditer(text):
        word = match[0]
        cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
        if cyrillic and latin:
            yield "alphabets-mixed", word
        elif cyrillic + latin < len(word):
            yield "alphabet-foreign", word
        elif is_russian and _ALIKE.fullmatch(word):
            yield "alphabet-doubtful", word
