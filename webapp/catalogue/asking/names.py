"""The names of the classification by their words: sections, kinds, items, and items that are known by name alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from webapp.catalogue.asking import question
from webapp.catalogue.asking.terms import Term, Way
from webapp.reference import dataset, lemmas

UNCODED_SECTION = "8"
"""Where the items stand that are known by name alone (reference.actions)."""


class Sort(StrEnum):
    """What a name names."""

    SECTION = "section"
    KIND = "kind"
    ITEM = "item"
    UNCODED = "uncoded"


@dataclass(frozen=True, slots=True)
class Named:
    """A thing of the classification: the words of what it has, and those of what it says to be without.

    `code` is the section's for an item that is known by name alone.
    """

    sort: Sort
    code: str
    kind_code: str
    name: str
    name_en: str
    is_official: bool
    has: frozenset[str]
    lacks: frozenset[str]

    def rank(self, terms: Iterable[Term], excluded: Iterable[Term]) -> int | None:
        """How well the name answers, 0 best: own words, other ways to say them, words of what it is without.

        None where it does not answer, or has what is not wanted.
        """
        asked = tuple(terms)
        if not asked or any(_holds(self.has, way) for term in excluded for way in term.ways):
            return None
        if all(_holds(self.has, term.own) for term in asked):
            return 0
        if all(any(_holds(self.has, way) for way in term.ways) for term in asked):
            return 1
        everything = self.has | self.lacks
        return 2 if all(any(_holds(everything, way) for way in term.ways) for term in asked) else None


def _holds(forms: frozenset[str], way: Way) -> bool:
    return all(any(form in forms for form in word) for word in way)


@cache
def all_named() -> tuple[Named, ...]:
    """Everything that has a name, in the order of the classification: sections, kinds, items, the rest."""
    data = dataset.classification()
    sections = (
        _named(Sort.SECTION, one.code, "", one.short_name, one.name_en, one.code_is_official, one.name)
        for one in data.sections
    )
    kinds = (_named(Sort.KIND, one.code, one.code, one.name, one.name_en, True) for one in data.kinds)
    items = (
        _named(Sort.ITEM, one.code, one.kind, one.plain_name, "", one.code_is_official, one.name) for one in data.items
    )
    uncoded = (
        _named(Sort.UNCODED, UNCODED_SECTION, "", one.plain_name, "", False, one.name) for one in data.uncoded_items
    )
    return (*sections, *kinds, *items, *uncoded)


def with_word_of(term: Term) -> list[Named]:
    """Names that have, or say to be without, a word of the term, in the order of the classification: no other answers.

    A question meets a few of the four hundred, so that the rest need not be looked at.
    """
    named, places = all_named(), _places()
    forms = {form for way in term.ways for word in way for form in word}
    return [named[place] for place in sorted({place for form in forms for place in places.get(form, ())})]


@cache
def _places() -> Mapping[str, tuple[int, ...]]:
    """Where the names with a dictionary form stand among all of them."""
    places: dict[str, list[int]] = {}
    for place, named in enumerate(all_named()):
        for form in named.has | named.lacks:
            places.setdefault(form, []).append(place)
    return {form: tuple(found) for form, found in places.items()}


@cache
def words() -> frozenset[str]:
    """Every dictionary form of a name."""
    return frozenset().union(*(named.has | named.lacks for named in all_named()))


def kind_names() -> dict[str, Named]:
    """Kinds by their codes."""
    return {named.code: named for named in all_named() if named.sort is Sort.KIND}


def _named(sort: Sort, code: str, kind: str, name: str, name_en: str, is_official: bool, also: str = "") -> Named:
    has: set[str] = set()
    lacks: set[str] = set()
    for text in (name, also, name_en):
        here, without = question.in_name(text)
        has.update(_forms(here))
        lacks.update(_forms(without))
    return Named(sort, code, kind, name, name_en, is_official, frozenset(has), frozenset(lacks))


def _forms(written: Iterable[str]) -> Iterable[str]:
    return (form for word in lemmas.words_of(" ".join(written)) for form in lemmas.forms(word))
