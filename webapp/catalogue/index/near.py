"""Words near to a mistyped one among many: only those that share enough pairs of letters are compared. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from sys import getsizeof

from pyroaring import BitMap
from rapidfuzz import process
from rapidfuzz.distance import OSA

PAIRS_AN_ERROR_SPOILS = 3
"""Two letters that changed places spoil three pairs; other errors fewer."""


class NearWords:
    """Words with their numbers of products, and for every pair of neighbouring letters the words that have it."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        self._words: list[str] = []
        self._numbers: list[int] = []
        having: dict[str, list[int]] = defaultdict(list)
        for place, (word, number) in enumerate(words):
            self._words.append(word)
            self._numbers.append(number)
            for pair in _pairs(word):
                having[pair].append(place)
        self._having = {pair: BitMap(places) for pair, places in having.items()}

    @property
    def size(self) -> int:
        """About how many bytes it takes: it grows with the number of different words, not with that of products."""
        texts = sum(map(getsizeof, (*self._words, *self._having, self._words, self._numbers, self._having)))
        return texts + sum(len(places.serialize()) for places in self._having.values())

    def near(self, word: str, distance: int, most: int) -> list[tuple[str, int]]:
        """Words at most so many typing errors away, the nearest first, then those of more products, then by letter.

        A word that shares no pair of letters is never near.
        """
        places = list(self._sharing(word, distance))
        words = [self._words[place] for place in places]
        close = process.extract(word, words, scorer=OSA.distance, score_cutoff=distance, limit=None)
        found = sorted((int(errors), -self._numbers[places[index]], known) for known, errors, index in close)
        return [(known, errors) for errors, _, known in found[:most]]

    def _sharing(self, word: str, distance: int) -> BitMap:
        """Places of the words that share at least as many pairs as so many errors leave whole."""
        pairs = _pairs(word)
        enough = max(1, len(pairs) - PAIRS_AN_ERROR_SPOILS * distance)
        at_least = [BitMap() for _ in range(enough)]  # words seen in one set at least, in two, in three …
        for pair in sorted(pairs):
            here = self._having.get(pair)
            if here is not None:
                for level in range(enough - 1, 0, -1):
                    at_least[level] |= at_least[level - 1] & here
                at_least[0] |= here
        return at_least[-1]


def _pairs(word: str) -> frozenset[str]:
    """Pairs of neighbouring letters, the beginning and the end of the word as signs of their own."""
    marked = f"^{word}$"
    return frozenset(marked[place : place + 2] for place in range(len(marked) - 1))
