"""Abbreviations that a listener can look up (U6), and no meaning by capitals (U28)."""

import re
from collections.abc import Iterator

from a11y_tests.words_heard.figures import Found
from webapp.pages.abbreviations import ENTRIES

GLOSSARY = frozenset(entry.short for entry in ENTRIES)
_CAPITALS = re.compile(r"(?<![^\W_])(?:[А-ЯЁ]{2,}|[A-Z]{2,})(?![^\W_]|-\d)")
"""Letters before a number joined by a hyphen are a maker's article: those are meant to be read one by one."""
_SHORT = "(?:[А-ЯЁ]{2,}|[A-Z]{2,})"
_OPENED = re.compile(rf"\b{_SHORT} ?\([^)]{{9,}}\)|\({_SHORT}\)")


def capitals(text: str) -> Iterator[Found]:
    """Words in capitals that «Словарь сокращений» does not explain."""
    for match in _CAPITALS.finditer(text):
        if match[0] not in GLOSSARY:
            yield "capitals-unexplained", match[0]


def opened(text: str) -> Iterator[Found]:
    """An abbreviation with its full form beside it: for text only, never for a heading, a link, a button."""
    for match in _OPENED.finditer(text):
        yield "abbreviation-opened", match[0]
