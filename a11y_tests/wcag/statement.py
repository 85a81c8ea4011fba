"""The data of the accessibility statement: everything that the site says of itself, counted here and written there."""

import json
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from a11y_tests.checks import CHECKS
from a11y_tests.installed import HERE, pinned
from a11y_tests.pages import PAGES
from a11y_tests.wcag import proofs
from a11y_tests.wcag.criteria import PER_LEVEL, Criterion, Problem, criteria, load, problems

ENGINES = ("axe-core", "accessibility-checker-engine", "vnu-jar")
FILE = proofs.ROOT / "webapp" / "conformance" / "data" / "statement.json"


def text() -> str:
    """The file that the site reads, as it must be now."""
    return json.dumps(data(), ensure_ascii=False, indent=1, default=str) + "\n"


def is_current(path: Path = FILE) -> bool:
    """Whether the committed file says what the sources say."""
    return path.is_file() and path.read_text(encoding="utf-8") == text()


def data() -> dict[str, Any]:
    """The statement as plain values."""
    return {
        "on": load("statement.toml")["on"],
        "facts": _facts(),
        "principles": [_principle(row) for row in load("principles.toml")["principle"]],
        "problems": [asdict(problem) for problem in sorted(problems(), key=_weight)],
        "law": [_requirement(row) for row in load("law.toml")["requirement"]],
    }


def _weight(problem: Problem) -> tuple[int, date]:
    """The lowest level comes first: it shuts out most."""
    levels = {one.number: list(PER_LEVEL).index(one.level) for one in criteria()}
    return min(levels[number] for number in problem.criteria), problem.since


def _facts() -> dict[str, Any]:
    return {
        "states": sum(page.is_for_visitors for page in PAGES),
        "kinds": sum(page.full and page.is_for_visitors for page in PAGES),
        "checks": len(CHECKS),
        "journeys": len(proofs.journeys()),
        "engines": {name: installed(name) for name in ENGINES},
        "people": sum(one.people is not None for one in criteria()),
    }


def installed(package: str) -> str:
    """The version of an engine that the lock file holds; it must be the one asked for."""
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    version: str = lock["packages"][f"node_modules/{package}"]["version"]
    if version != pinned(package):
        raise ValueError(f"{package}: {version} is locked, {pinned(package)} is asked for")
    return version


def _principle(row: dict[str, Any]) -> dict[str, Any]:
    groups = [
        {"number": number, "name": name, "criteria": [_criterion(one) for one in _of(number)]}
        for number, name in row["guidelines"].items()
    ]
    return {"number": row["number"], "slug": row["slug"], "name": {"ru": row["ru"], "en": row["en"]}, "groups": groups}


def _of(guideline: str) -> list[Criterion]:
    return [one for one in criteria() if one.number.rpartition(".")[0] == guideline]


def _criterion(one: Criterion) -> dict[str, Any]:
    reason = one.not_claimed or one.why_absent
    told = {
        "number": one.number,
        "level": one.level,
        "name": asdict(one.name),
        "means": asdict(one.means),
        "result": one.result,
        "proofs": _proofs(one),
        "clause": one.clause,
        "law": one.law,
        "problems": one.problems,
    }
    for name, words, day in (("read", one.read, one.read_on), ("people", one.people, one.people_on)):
        if words:
            told[name] = asdict(words) | {"on": day}
    return told | ({"reason": asdict(reason)} if reason else {})


def _proofs(one: Criterion) -> list[dict[str, Any]]:
    """Each proof with its name; several rules of an engine are one proof."""
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for reference in map(proofs.parse, one.proofs):
        name = proofs.name_of(reference)
        kept[reference.kind, name.ru] = {"kind": reference.kind, "name": asdict(name), "states": reference.states}
    return list(kept.values())


def _requirement(row: dict[str, Any]) -> dict[str, Any]:
    """A requirement of the decree, with how many criteria serve it and how they stand."""
    serving = [one for one in criteria() if row["id"] in one.law]
    return {
        "id": row["id"],
        "short": {"ru": row["short_ru"], "en": row["short_en"]},
        "name": {"ru": row["ru"], "en": row["en"]},
        "how": {"ru": row["how_ru"], "en": row["how_en"]},
        "is_absent": row.get("absent", False),
        "results": dict(sorted(Counter(one.result for one in serving).items())),
    }
