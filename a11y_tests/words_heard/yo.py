"""Always «ё» (U28): without it a synthesizer says another word, or puts the stress elsewhere."""

import re
from collections.abc import Iterator

from a11y_tests.words_heard.figures import Found
from a11y_tests.words_heard.lists import yo_words

_WORD = re.compile("[а-яё]+", re.IGNORECASE)


def yo(text: str) -> Iterator[Found]:
    """Words that only ever have «ё», written with «е»."""
    for match in _WORD.finditer(text):
        if match[0].lower() in yo_words():
            yield "yo-missing", match[0]
