"""Flesch's reading ease in Oborneva's form, and the counts that it is made of.

`ruts` counts the same, but brings a dozen packages for three sums; syllables of Russian are its vowels.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

VOWELS = frozenset("аеёиоуыэюяaeiouy")
LONG_WORD = 5
"""Syllables from which a word is long: «классификация» is, «посмотрите» is not."""
PLAIN, HARD = 60, 30
_TOKEN = re.compile(r"%\(\w+\)[a-z]|[^\W_]+(?:[-.:@+][^\W_]+)*")
# A full stop ends a sentence when a new one begins after it; «А. П.» is an initial, «№ 5 (1)» goes on.
_END = re.compile(r"(?<![ («][А-ЯЁA-Z]\.)(?<=[.!?…])[»\")]?\s+(?=[«\"(]?[А-ЯЁA-Z0-9%])")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some sentences. Numbers and placeholders are words that have no syllables of their own."""

    sentences: int
    words: int
    spelled: int
    syllables: int
    long_words: int

    @property
    def mean_length(self) -> float:
        """Words a sentence."""
        return self.words / max(1, self.sentences)

    @property
    def long_share(self) -> float:
        """Which part of the words is long."""
        return self.long_words / max(1, self.spelled)

    @property
    def ease(self) -> float:
        """Above 60 plain, below 30 hard; an official text scores about 9."""
        return 206.835 - 1.3 * self.mean_length - 60.1 * self.syllables / max(1, self.spelled)


def sentences(text: str) -> list[str]:
    """A text in sentences."""
    return [part for part in _END.split(text.strip()) if words(part)]


def words(text: str) -> list[str]:
    """What a reader takes as words: numbers, codes and placeholders too."""
    return _TOKEN.findall(text)


def syllables(word: str) -> int:
    """The vowels of a word."""
    return sum(letter in VOWELS for letter in word.lower())


def score(said: Iterable[str]) -> Score:
    """The counts of sentences taken together."""
    counted = [words(sentence) for sentence in said]
    spelled = [word for found in counted for word in found if word[0].isalpha()]
    return Score(
        sentences=len(counted),
        words=sum(map(len, counted)),
        spelled=len(spelled),
        syllables=sum(map(syllables, spelled)),
        long_words=sum(syllables(word) >= LONG_WORD for word in spelled),
    )
