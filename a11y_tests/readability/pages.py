"""The sentences of each page and state, read from its accepted tree, which the same run compares with the live page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from a11y_tests.readability.messages import is_ours
from a11y_tests.readability.score import Score, score, sentences, words
from a11y_tests.readability.signals import signals

TREES = Path(__file__).resolve().parent.parent / "trees"
NOT_JUDGED = (", in English", "component ", "style guide", "schemes", "fragment", "sandbox, ")
"""Other languages have other formulas; the style guide and the sandbox speak to the makers of the site."""
SHORTEST = 4
"""Words of the shortest sentence that is judged; less is a label."""
_TEXT = re.compile(r'^ +StaticText "(.*)"$')


@dataclass(frozen=True, slots=True)
class Reading:
    """What one page is like to read."""

    page: str
    score: Score
    longest: str
    signals: tuple[str, ...]
    data: int
    """Sentences that are not ours, left out."""

    @property
    def longest_words(self) -> int:
        """Words of the longest sentence."""
        return len(words(self.longest))


def main_texts(tree: str) -> Iterator[str]:
    """Running text of the main part of a page; names of links, headings and buttons are no sentences."""
    inside = False
    for line in tree.splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            inside = line.startswith("  main")
        elif inside and (found := _TEXT.match(line)):
            yield found[1]


def own_sentences(tree: str) -> tuple[list[str], int]:
    """The sentences of ours in one tree, each once, and how many others there are."""
    said = dict.fromkeys(part for text in main_texts(tree) for part in sentences(text) if len(words(part)) >= SHORTEST)
    ours = [sentence for sentence in said if is_ours(sentence)]
    return ours, len(said) - len(ours)


def read(page: str, tree: str) -> Reading:
    """One page judged."""
    ours, data = own_sentences(tree)
    found = tuple(f"{signal}: «{sentence}»" for sentence in ours for signal in signals(sentence))
    longest = max(ours, key=lambda sentence: len(words(sentence)), default="")
    return Reading(page, score(ours), longest, found, data)


def readings(folder: Path = TREES) -> list[Reading]:
    """Every Russian page and state, the hardest first; those without a sentence of ours are left out."""
    trees = {path.stem: path for path in folder.glob("*.txt") if not any(part in path.stem for part in NOT_JUDGED)}
    found = [read(name, path.read_text(encoding="utf-8")) for name, path in trees.items()]
    return sorted((reading for reading in found if reading.longest), key=lambda reading: reading.score.ease)
