"""The statement as data. The accessibility tests write the file (`make matrix`); the site only reads it out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from webapp.core.locale import either

FILE = Path(__file__).with_name("data") / "statement.json"
LEVELS = ("A", "AA", "AAA")
MET = ("proven", "part", "read")
"""Results that mean that a criterion is met."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Record):
    """One text in both languages; as text it is in the reader's."""

    ru: str
    en: str

    def __str__(self) -> str:
        return either(self.ru, self.en)


class Proof(_Record):
    """Who proves, what of it, and on how many states of pages; a way that is walked has none."""

    kind: str
    name: Words
    states: int


class Note(Words):
    """What somebody found, and when."""

    on: date


class Criterion(_Record):
    number: str
    level: str
    name: Words
    means: Words
    result: str
    proofs: tuple[Proof, ...]
    clause: str
    law: tuple[str, ...]
    problems: tuple[str, ...]
    read: Note | None = None
    people: Note | None = None
    reason: Words | None = None

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return "c" + self.number.replace(".", "-")


class Group(_Record):
    number: str
    name: Words
    criteria: tuple[Criterion, ...]


class Principle(_Record):
    number: str
    slug: str
    name: Words
    groups: tuple[Group, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria of its groups."""
        return tuple(one for group in self.groups for one in group.criteria)


class Problem(_Record):
    id: str
    title: Words
    since: date
    criteria: tuple[str, ...]
    what: Words
    way: Words
    planned: Words


class Requirement(_Record):
    """One of the six requirements of the decree, with how the criteria that serve it stand."""

    id: str
    short: Words
    name: Words
    how: Words
    is_absent: bool
    results: Mapping[str, int]

    @property
    def met(self) -> int:
        """How many of the criteria that serve it are met."""
        return sum(self.results.get(result, 0) for result in MET)

    @property
    def flawed(self) -> int:
        """How many are not wholly met."""
        return self.results.get("flawed", 0)


class Facts(_Record):
    """What was counted: states of pages, kinds of pages, checks, journeys, versions of engines, notes of people."""

    states: int
    kinds: int
    checks: int
    journeys: int
    engines: Mapping[str, str]
    people: int


class Statement(_Record):
    on: date
    facts: Facts
    principles: tuple[Principle, ...]
    problems: tuple[Problem, ...]
    law: tuple[Requirement, ...]

    def criteria(self) -> Iterator[Criterion]:
        """Every criterion, in the standard's order."""
        return (one for principle in self.principles for one in principle.criteria)

    def results(self, level: str) -> Counter[str]:
        """How many criteria of a level have which result."""
        return Counter(one.result for one in self.criteria() if one.level == level)

    def has_exceptions(self) -> bool:
        """Whether level AA is met with exceptions only."""
        return any(self.results(level)["flawed"] for level in ("A", "AA"))

    def principle_of(self, number: str) -> Principle:
        """The principle that a criterion belongs to."""
        return next(one for one in self.principles if one.number == number.partition(".")[0])

    def problem(self, name: str) -> Problem:
        """A known problem by its id."""
        return next(one for one in self.problems if one.id == name)

    def criterion(self, number: str) -> Criterion:
        """One criterion by its number."""
        return next(one for one in self.criteria() if one.number == number)


@cache
def statement() -> Statement:
    """The statement that was committed with this code."""
    return Statement.model_validate_json(FILE.read_text(encoding="utf-8"))
