"""Makers by the words of their names, at hand in one process while the data are the same."""

from dataclasses import dataclass

import sqlalchemy as sa

from webapp.catalogue.asking.everyday import forms
from webapp.catalogue.asking.question import SERVICE
from webapp.catalogue.asking.terms import Term
from webapp.catalogue.index import sets
from webapp.catalogue.models import Maker
from webapp.core.database import read
from webapp.reference import lemmas

_KEY = "makers"
_ALL = sa.select(Maker.slug, Maker.name)


@dataclass(frozen=True, slots=True)
class NamedMaker:
    """A maker and the dictionary forms of its name."""

    slug: str
    name: str
    has: frozenset[str]

    def answers(self, term: Term) -> bool:
        """Whether the name holds the person's own words of a term."""
        return all(any(form in self.has for form in word) for word in term.own)


def all_named() -> tuple[NamedMaker, ...]:
    """All makers by name, in one order whatever the database. One query where they are not at hand."""
    version, kept = sets.version(), sets.cache()
    found: tuple[NamedMaker, ...] | None = kept.get(version, _KEY)
    if found is None:
        ordered = sorted(read(_ALL), key=lambda row: (row.name.casefold(), row.slug))
        found = tuple(NamedMaker(row.slug, row.name, _words(row.name)) for row in ordered)
        kept.put(version, _KEY, found, sum(2 * len(one.name) + sets.OVERHEAD for one in found))
    return found


def words() -> frozenset[str]:
    """Every dictionary form of a maker's name."""
    return frozenset().union(*(one.has for one in all_named()))


def _words(name: str) -> frozenset[str]:
    written = [word for word in lemmas.words_of(name) if word not in SERVICE and len(word) > 1]
    return frozenset(form for word in written for form in forms(word))
