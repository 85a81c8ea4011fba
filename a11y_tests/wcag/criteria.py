"""What we wrote down about every criterion of WCAG 2.2, read from the files beside this one and checked for sense."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PER_LEVEL = {"A": 31, "AA": 24, "AAA": 31}
"""How many criteria the standard has; 4.1.1 was removed from it."""


class BadCriterion(ValueError):
    """A criterion that says too little, or two things at once."""


@dataclass(frozen=True)
class Words:
    """One text in both languages."""

    ru: str
    en: str


@dataclass(frozen=True)
class Problem:
    """Something known not to work: since when, for whom which way round, what is planned."""

    id: str
    title: Words
    since: date
    criteria: tuple[str, ...]
    what: Words
    way: Words
    planned: Words


@dataclass(frozen=True)
class Criterion:
    """One criterion. `read` is what a developer looked at, on `read_on`; `people` what people with disabilities told.

    `absent` are elements that no template may hold, since `why_absent` says that the site has no such content.
    `not_claimed` is the reason why a criterion of level AAA is not taken on.
    """

    number: str
    level: str
    since: str
    name: Words
    means: Words
    read_on: date
    proofs: tuple[str, ...] = ()
    read: Words | None = None
    people: Words | None = None
    people_on: date | None = None
    absent: tuple[str, ...] = ()
    why_absent: Words | None = None
    not_claimed: Words | None = None
    rules: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def result(self) -> str:
        """What holds of it, by what stands here: not_claimed, absent, flawed, proven, part or read."""
        if self.not_claimed:
            return "not_claimed"
        if self.why_absent:
            return "absent"
        if self.problems:
            return "flawed"
        if not self.proofs:
            return "read"
        return "part" if self.read else "proven"

    @property
    def clause(self) -> str:
        """The clause of EN 301 549 V3.2.1, which maps WCAG 2.1; criteria of WCAG 2.2 have none, AAA stands in 9.5."""
        if self.since == "2.2":
            return ""
        return "9.5" if self.level == "AAA" else f"9.{self.number}"


def order(number: str) -> tuple[int, ...]:
    """«1.4.10» comes after «1.4.9»."""
    return tuple(map(int, number.split(".")))


def load(name: str) -> dict[str, Any]:
    """One of our files."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _pair(row: dict[str, Any], name: str) -> Words | None:
    """The two texts of a name, taken out of the row; one without the other is refused."""
    ru, en = row.pop(f"{name}_ru", ""), row.pop(f"{name}_en", "")
    if bool(ru) != bool(en):
        raise BadCriterion(f"{row.get('number', row.get('id'))}: {name} in one language only")
    return Words(ru, en) if ru else None


def criterion(row: dict[str, Any], read_on: date, problems: tuple[str, ...] = ()) -> Criterion:
    """A criterion from its row; refuses what the file must not say."""
    row = dict(row)
    number = row["number"]
    name, means = Words(row.pop("ru"), row.pop("en")), _pair(row, "means")
    said: dict[str, Any] = {field: _pair(row, field) for field in ("read", "people", "not_claimed")}
    said["why_absent"] = _pair(row, "absent")
    said |= {field: tuple(row.pop(field, ())) for field in ("proofs", "absent", "rules", "law")}
    said |= {field: row.pop(field) for field in ("number", "level", "since")}
    said |= {"read_on": row.pop("read_on", read_on), "people_on": row.pop("people_on", None)}
    if row or means is None:
        raise BadCriterion(f"{number}: cannot use {sorted(row)}, or has no meaning")
    made = Criterion(name=name, means=means, problems=problems, **said)
    if fault := _fault(made):
        raise BadCriterion(f"{number}: {fault}")
    return made


def _fault(made: Criterion) -> str:
    """What is wrong with a criterion; empty when nothing is."""
    if made.level not in PER_LEVEL or made.since not in ("2.0", "2.1", "2.2"):
        return "no such level or version"
    if made.not_claimed and made.level != "AAA":
        return "only AAA may be left unclaimed"
    if bool(made.absent) != bool(made.why_absent):
        return "what is absent needs its elements and its reason"
    if not (made.not_claimed or made.why_absent or made.proofs or made.read):
        return "no proof, nobody read it, and yet it applies"
    if bool(made.people) != bool(made.people_on):
        return "what people told needs its day"
    return "nothing says what it serves" if not (made.rules and made.law) else ""


@cache
def problems() -> tuple[Problem, ...]:
    """What is known not to work, the oldest first."""
    known = []
    for row in load("problems.toml").get("problem", []):
        said = {name: _pair(row, name) for name in ("title", "way", "planned")}
        if not all(said.values()) or set(row) != {"id", "since", "criteria", "ru", "en"}:
            raise BadCriterion(f"problem {row.get('id')}: needs title, what, way round and plan in both languages")
        own: dict[str, Any] = said | {"what": Words(row["ru"], row["en"])}
        known.append(Problem(id=row["id"], since=row["since"], criteria=tuple(row["criteria"]), **own))
    return tuple(sorted(known, key=lambda problem: (problem.since, order(problem.criteria[0]))))


@cache
def criteria() -> tuple[Criterion, ...]:
    """All criteria, in the standard's order."""
    read_on: date = load("statement.toml")["read_on"]
    files = sorted((HERE / "criteria").glob("*.toml"))
    rows = [row for path in files for row in load(f"criteria/{path.name}")["criterion"]]
    made = [
        criterion(row, read_on, tuple(problem.id for problem in problems() if row["number"] in problem.criteria))
        for row in rows
    ]
    return tuple(sorted(made, key=lambda one: order(one.number)))
