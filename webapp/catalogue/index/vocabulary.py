"""Words that occur in the catalogue, and those near to a word that does not."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from flask import current_app

from webapp.catalogue.index import sets
from webapp.catalogue.index.models import KnownWord
from webapp.catalogue.index.near import NearWords
from webapp.core.database import read

MOST_NEAR = 8
_KEY = "catalogue_vocabulary"
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
    return _all().near(word, distance, MOST_NEAR)


def size() -> int:
    """About how many bytes the words at hand take."""
    return _all().size


def _all() -> NearWords:
    """All words, at hand while the data are the same: whole or of no use, so they are not in the cache of sets."""
    version = sets.version()
    kept: tuple[str, NearWords] | None = current_app.extensions.get(_KEY)
    if kept is None or kept[0] != version:
        kept = (version, NearWords((row.word, row.number) for row in read(_ALL)))
        current_app.extensions[_KEY] = kept
    return kept[1]
