"""What a question is made of once it is understood. Values, no behaviour but their sums."""

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.catalogue.asking.question import Measure
from webapp.catalogue.asking.sums import Sum

Forms = tuple[str, ...]
"""Dictionary forms of one word, of which one must be there."""
Way = tuple[Forms, ...]
"""One way to say a thing: all of its words must be there."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was asked for, in all the ways to say it. The first way is the person's own words."""

    said: str
    ways: tuple[Way, ...]
    is_measure: bool = False

    @property
    def own(self) -> Way:
        return self.ways[0]


@dataclass(frozen=True, slots=True)
class Correction:
    """What was typed, and what it was taken for."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Absent:
    """A thing that was asked for and that the state list does not have; codes of the kinds that come nearest."""

    name: str
    name_en: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it was understood, and all that must be said about how.

    `excluded` are things that must not be there: `without` says those that the catalogue has, `nowhere` the rest.
    `also` are words of the catalogue that were searched beside the person's, `missing` words that it does not have at
    all; `measures` and `sums` are what names do not hold and filters do; `absent` are things that the state list lacks.
    """

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    corrections: tuple[Correction, ...] = ()
    also: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    sums: tuple[Sum, ...] = ()
    absent: tuple[Absent, ...] = ()

    @property
    def things(self) -> tuple[Term, ...]:
        """What was asked for besides measures."""
        return tuple(term for term in self.terms if not term.is_measure)

    def forms(self) -> Iterator[str]:
        """Every dictionary form that may be asked of the index."""
        for term in (*self.terms, *self.excluded):
            for way in term.ways:
                for forms in way:
                    yield from forms
