"""Which thing of the classification a name in a programme means. The register writes names without codes.

Equal spelling decides first, then equal words in any order, then a name that leaves words out where one thing alone
has all that is left. Between two things nobody guesses: then nothing is matched, and both are candidates. A code in
front narrows what the name leaves open; a name that says something else than the code is not believed, nor the code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from webapp.reference import dataset
from webapp.reference.assistance import Service, service, services
from webapp.reference.name_index import Index, Thing
from webapp.reference.wording import Written, written

__all__ = ["Certainty", "Match", "Matcher", "Service", "match", "service"]

LONGEST_NAME = 600
"""Characters; twice the longest name of the order."""
MOST_WORDS = 60
ENOUGH = 2 / 3
"""Of a name's content words, how many must be left where words were dropped: «трость складная» is too little."""
_OF_PROSTHESES = frozenset(("8", "8(1)", "9"))
"""Sections to which the names without a code belong."""


class Certainty(StrEnum):
    """How sure a match is."""

    EXACT = "exact"
    """The words of the name, whatever their spelling."""
    LIKELY = "likely"
    """The same words in another order, or fewer of them, or a code in front that the name does not contradict."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: at most one of item, name without a code (its slug) and service (its key).

    `kind_code` is the item's kind, or the kind of which the thing surely is where the item stays open. `candidates`
    are the codes, slugs and keys between which the name does not decide.
    """

    item_code: str | None = None
    kind_code: str | None = None
    uncoded_slug: str | None = None
    service: str | None = None
    certainty: Certainty = Certainty.NONE
    candidates: tuple[str, ...] = ()


NOTHING = Match()


def match(name: str) -> Match:
    """What a name means. Any text is a name; most mean nothing."""
    return _cached(name) if len(name) <= LONGEST_NAME else NOTHING


@lru_cache(maxsize=4096)
def _cached(name: str) -> Match:
    return _matcher().match(name)


@cache
def _matcher() -> "Matcher":
    return Matcher(Index(dataset.classification(), services()))


class Matcher:
    """Matches names to the things of an index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def match(self, name: str) -> Match:
        """What a name means."""
        taken_apart = written(name)
        if not 0 < len(taken_apart.words) <= MOST_WORDS:
            return NOTHING
        named = self._by_name(taken_apart)
        return named if taken_apart.code is None else self._by_code(taken_apart.code, taken_apart, named)

    def _by_name(self, name: Written) -> Match:
        spelt = self._index.spelt(name.normal)
        if spelt:
            return self._found(spelt, Certainty.EXACT)
        opened = self._index.opened_by(name.words[0].rstrip("."))
        if opened:
            return self._found(opened, Certainty.LIKELY)
        found = self._index.readings(name.words)
        for bag in found:
            same = self._index.same_words(bag)
            if same:
                return self._found(same, Certainty.LIKELY)
        for bag in found:
            holding = self._index.holding(bag)
            if holding:
                return self._held(holding)
        return NOTHING

    def _held(self, things: Mapping[Thing, float]) -> Match:
        """What a name means that only these things have the words for, each with the share of its name."""
        if len(things) == 1 and max(things.values()) < ENOUGH:
            return Match(candidates=tuple(thing.key for thing in things))
        return self._found(things, Certainty.LIKELY)

    def _found(self, things: Iterable[Thing], certainty: Certainty) -> Match:
        """The one thing, or the candidates and the kind that all of them have."""
        different = sorted(set(things), key=self._index.place)
        if len(different) == 1:
            return _only(different[0], certainty)
        kinds = {thing.kind for thing in different}
        kind = kinds.pop() if len(kinds) == 1 else None
        return Match(kind_code=kind, candidates=tuple(thing.key for thing in different))

    def _by_code(self, code: str, name: Written, named: Match) -> Match:
        """What a name with a code in front means, when the name alone is `named`."""
        coded = self._index.official_item(code)
        if coded is None:
            return self._by_kind(code, name, named)
        if named.item_code == code:
            return named
        if code in named.candidates or (named == NOTHING and self._index.suits(name.words, coded)):
            return _only(coded, Certainty.LIKELY)
        return self._contradiction(named, coded)

    def _by_kind(self, code: str, name: Written, named: Match) -> Match:
        """The same for a code that is no item's: of a kind, or of an item that is not in our classification."""
        kind = code if code.count("-") == 1 else code.rpartition("-")[0]
        if named.item_code is not None:
            if named.kind_code == code:
                return named
            fits = named.kind_code == kind or self._may_be_numbered(named.item_code, code)
            return replace(named, certainty=Certainty.LIKELY) if fits else Match(candidates=(named.item_code,))
        if named.uncoded_slug is not None:
            fits = code.partition("-")[0] in _OF_PROSTHESES
            return named if fits else Match(candidates=(named.uncoded_slug,))
        if named.service is not None:
            fits = kind not in self._index.kinds
            return named if fits else Match(candidates=(named.service,))
        fitting = [thing for key in named.candidates if (thing := self._index.thing(key)).kind == kind]
        if fitting:
            return self._found(fitting, Certainty.LIKELY)
        is_about = named == NOTHING and kind in self._index.kinds and self._index.is_about(name.words, kind)
        return replace(named, kind_code=kind if is_about else None)

    def _may_be_numbered(self, item_code: str, code: str) -> bool:
        """Whether an item whose code is not sure may have this one: of its section, and of no kind that we know."""
        is_sure = self._index.official_item(item_code) is not None
        same_section = item_code.partition("-")[0] == code.partition("-")[0]
        return not is_sure and same_section and code.rpartition("-")[0] not in self._index.kinds

    def _contradiction(self, named: Match, coded: Thing) -> Match:
        keys = (named.item_code, named.uncoded_slug, named.service, *named.candidates, coded.key)
        things = [self._index.thing(key) for key in keys if key is not None]
        return self._found(things, Certainty.NONE) if named != NOTHING else NOTHING


def _only(thing: Thing, certainty: Certainty) -> Match:
    if thing.is_item:
        return Match(item_code=thing.key, kind_code=thing.kind, certainty=certainty)
    if thing.is_service:
        return Match(service=thing.key, certainty=certainty)
    return Match(uncoded_slug=thing.key, certainty=certainty)
