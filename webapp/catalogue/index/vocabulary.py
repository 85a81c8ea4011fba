"""Words that occur in the catalogue, and those near to a word that does not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from rapidfuzz import process
from rapidfuzz.distance import OSA

from webapp.catalogue.index import sets
from webapp.catalogue.index.models import KnownWord
from webapp.core.database import read

MOST_NEAR = 8
_KEY = "vocabulary"
_ALL = sa.select(KnownWord.word, KnownWord.number).order_by(KnownWord.word)
_KNOWN = sa.select(KnownWord.word, KnownWord.number).where(KnownWord.word.in_(sa.bindparam("words", expanding=True)))


def known(words: Iterable[str]) -> Mapping[str, int]:
    """Those of the words that occur, with the number of products that have them (0: only items do)."""
    asked = list(words)
    return {row.word: row.number for row in read(_KNOWN, {"words": asked})} if asked else {}


def near(word: str, distance: int) -> list[tuple[str, int]]:
    """Words at most so many typing errors away, the nearest first, then those of more products, then by letter.

    An error is a letter too many, too few, wrong, or two that changed places.
    """
    buckets = _by_length()
    found: list[tuple[int, int, str]] = []
    for length in range(len(word) - distance, len(word) + distance + 1):
        words, numbers = buckets.get(length, ((), ()))
        for known_word, score, index in process.extract(
            word, words, scorer=OSA.distance, score_cutoff=distance, limit=None
        ):
            found.append((int(score), -numbers[index], known_word))
    return [(known_word, errors) for errors, _, known_word in sorted(found)[:MOST_NEAR]]


def _by_length() -> Mapping[int, tuple[Sequence[str], Sequence[int]]]:
    """All words by their length, with their numbers of products; kept while the data are the same."""
    version, kept = sets.version(), sets.cache()
    found: Mapping[int, tuple[Sequence[str], Sequence[int]]] | None = kept.get(version, _KEY)
    if found is None:
        grouped: dict[int, tuple[list[str], list[int]]] = defaultdict(lambda: ([], []))
        size = 0
        for row in read(_ALL):
            words, numbers = grouped[len(row.word)]
            words.append(row.word)
            numbers.append(row.number)
            size += len(row.word) * 2
        found = dict(grouped)
        kept.put(version, _KEY, found, size)
    return found
