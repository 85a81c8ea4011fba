"""Words of everyday speech, and what the catalogue calls the same: data of `everyday.toml`. Pure."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from webapp.catalogue.asking.question import SERVICE
from webapp.catalogue.asking.terms import Forms, Way
from webapp.reference import lemmas

LONGEST = 5
"""Words of an everyday phrase, service words left out."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A phrase that people say, and the phrases of the catalogue that mean it."""

    said: Way
    meant: tuple[str, ...]
    ways: tuple[Way, ...]


def way(phrase: str) -> Way:
    """The words of a phrase, each in its dictionary forms."""
    return tuple(forms(word) for word in phrase.lower().replace("ё", "е").split() if word not in SERVICE)


def forms(word: str) -> Forms:
    """Dictionary forms of a word; an English one with and without the ending of the plural."""
    if word.isascii() and word.isalpha() and len(word) > 3:
        return tuple(dict.fromkeys((word, word.removesuffix("s"), f"{word.removesuffix('s')}s")))
    return lemmas.forms(word)


@cache
def sayings() -> tuple[Saying, ...]:
    """All of them, the longest first."""
    rows: Mapping[str, Sequence[str]] = tomllib.loads((Path(__file__).parent / "everyday.toml").read_text("utf-8"))
    found = [Saying(way(said), tuple(meant), tuple(map(way, meant))) for said, meant in rows.items()]
    return tuple(sorted(found, key=lambda saying: -len(saying.said)))


@cache
def words() -> frozenset[str]:
    """Every dictionary form of an everyday phrase."""
    return frozenset(form for saying in sayings() for word in saying.said for form in word)


@cache
def _by_form() -> Mapping[str, Sequence[Saying]]:
    found: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings():
        for form in saying.said[0]:
            found[form].append(saying)
    return found


def at(asked: Sequence[Forms]) -> Saying | None:
    """The longest saying with which this row of words begins, its own words in any order."""
    window = asked[:LONGEST]
    begun = {id(one): one for word in window for form in word for one in _by_form().get(form, ())}
    fitting = [one for one in begun.values() if is_said(one.said, window[: len(one.said)])]
    return max(fitting, key=lambda one: (len(one.said), one.meant), default=None)


def is_said(said: Way, window: Sequence[Forms]) -> bool:
    """Whether these are the words of a phrase, in any order."""
    if len(window) != len(said):
        return False
    left = list(said)
    for word in window:
        same = next((one for one in left if set(one) & set(word)), None)
        if same is None:
            return False
        left.remove(same)
    return True
