"""Dictionary forms of Russian words: «колясок» and «коляска» are one word to a person who searches.

All readings of a homonym count («поручни» is also a form of «поручень»), and ё is written е on both sides.
"""

import functools
import re

import pymorphy3

_WORD = re.compile(r"[0-9a-zа-я]+(?:-[0-9a-zа-я]+)*")
LONGEST_WORD = 40


@functools.cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    """Loaded at first use: pages that never search do not pay for its memory."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@functools.lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """Dictionary forms of one word, in lower case and with е for ё, the likeliest first."""
    parsed = (parse.normal_form.replace("ё", "е") for parse in _analyzer().parse(word))
    return tuple(dict.fromkeys((*parsed, word.replace("ё", "е"))))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; parts of hyphenated words count by themselves too."""
    found: list[str] = []
    for word in _WORD.findall(text.lower().replace("ё", "е")):
        found += [part[:LONGEST_WORD] for part in dict.fromkeys((word, *word.split("-"))) if part]
    return found


def column(*texts: str) -> str:
    """What an index column stores: all dictionary forms between spaces, each once, in order."""
    found = dict.fromkeys(form for text in texts for word in words_of(text) for form in forms(word))
    return f" {' '.join(found)} "


def asked(text: str, most: int = 8) -> list[tuple[str, ...]]:
    """The forms of each word that a person asked for; service words («для», «с») are left out."""
    words = [word for word in re.findall(_WORD, text.lower().replace("ё", "е")) if word not in SERVICE_WORDS]
    return [forms(word[:LONGEST_WORD]) for word in words[:most]]


SERVICE_WORDS = frozenset("в во для до и из или на не о от по при с со у за без под над".split())
