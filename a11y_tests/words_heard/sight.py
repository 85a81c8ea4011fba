"""Nothing is said by sight (U8). Only the interface's own sentences are judged: makers tell where a button is."""

import re
from collections.abc import Iterator
from functools import cache

from a11y_tests.words_heard.figures import Found
from a11y_tests.words_heard.lists import sight as listed


def sight(text: str) -> Iterator[Found]:
    """A word of place near a thing of the page, a colour near a mark, a picture taken for known."""
    for name, pattern in _patterns():
        for match in pattern.finditer(text):
            yield name, match[0]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = listed()
    return (
        ("sight-place", _near(words["places"], words["things"])),
        ("sight-colour", _near(words["colours"], words["marks"])),
        ("sight-picture", re.compile(rf"\b(?:{words['by_eye']})\b", re.IGNORECASE)),
    )


def _near(some: str, others: str) -> re.Pattern[str]:
    """One of each within a sentence, in any order, with few words between."""
    between = rf"(?:[\s,«»“”]+[\w-]+){{0,{listed()['near']}}}[\s,:«»“”]+"
    first, second = rf"(?<!\w)(?:{some})(?!\w)", rf"(?<!\w)(?:{others})(?!\w)"
    return re.compile(rf"{first}{between}{second}|{second}{between}{first}", re.IGNORECASE)
