"""The matrix of WCAG criteria is whole, current, and points only at proofs that exist."""

import re
from collections import Counter
from datetime import date

import pytest

from a11y_tests.checks import CHECKS
from a11y_tests.wcag import proofs, statement, table
from a11y_tests.wcag.criteria import PER_LEVEL, BadCriterion, criteria, criterion, load, order, problems
from a11y_tests.wcag.proofs import Reference
from tests.support.sources import files

ROW = {
    "number": "9.9.9", "level": "A", "since": "2.0", "ru": "Имя", "en": "Name",
    "means_ru": "Смысл", "means_en": "Meaning", "proofs": ["nu"], "rules": ["U1"], "law": ["keyboard"],
}  # fmt: skip
DAY = date(2026, 11, 22)
RULE = re.compile(r"U([1-9]|[123]\d|40)")


def holding(element: str) -> list[str]:
    """Templates with an element in them."""
    found = re.compile(rf"<{element}\b", re.IGNORECASE)
    return [path.name for path in files("templates", ".html") if found.search(path.read_text(encoding="utf-8"))]


def test_every_criterion_of_the_standard_is_there_once() -> None:
    numbers = [one.number for one in criteria()]
    assert Counter(one.level for one in criteria()) == PER_LEVEL
    assert len(set(numbers)) == len(numbers) == 86
    assert numbers == sorted(numbers, key=order)
    assert "4.1.1" not in numbers
    assert {number.rpartition(".")[0] for number in numbers} == {
        guideline for row in load("principles.toml")["principle"] for guideline in row["guidelines"]
    }


def test_only_three_are_not_claimed() -> None:
    assert {one.number for one in criteria() if one.result == "not_claimed"} == {"1.2.6", "1.2.9", "2.2.3"}


@pytest.mark.parametrize("file", [statement, table], ids=["the data of the site", "the page of the documentation"])
def test_what_is_written_from_the_matrix_is_current(file: object) -> None:
    assert file in (statement, table)
    path, text = (statement.FILE, statement.text()) if file is statement else (table.FILE, table.text())
    assert path.read_text(encoding="utf-8") == text, "run: make matrix"


def test_every_proof_exists_and_has_a_name() -> None:
    found = {reference: proofs.fault_of(reference) for reference in proofs.used()}
    assert {reference: fault for reference, fault in found.items() if fault} == {}


def test_every_check_and_every_journey_proves_something() -> None:
    assert proofs.unproving() == []


def test_a_new_check_is_asked_for_its_criterion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS, "planted", CHECKS["ids"])
    assert [fault.split(":")[1] for fault in proofs.unproving()] == ["planted proves no criterion"]


@pytest.mark.parametrize(
    ("reference", "fault"),
    [
        (Reference("check", "planted"), "has no name in proofs.toml"),
        (Reference("journey", "planted"), "has no name in proofs.toml"),
        (Reference("test", "tests/none.py::test_none"), "has no name in proofs.toml"),
        (Reference("guess", "x"), "no such kind"),
        (Reference("axe"), "needs a rule"),
        (Reference("nu", "x"), "has no parts"),
    ],
)
def test_a_proof_that_does_not_exist_is_found(reference: Reference, fault: str) -> None:
    assert fault in proofs.fault_of(reference)


def test_what_is_called_absent_is_in_no_template() -> None:
    absent = {element for one in criteria() for element in one.absent}
    assert absent == {"audio", "canvas", "embed", "iframe", "object"}
    assert {element: found for element in absent if (found := holding(element))} == {}
    assert "header.html" in holding("svg")


def test_problems_law_and_rules_are_known() -> None:
    known = {one.number for one in criteria()}
    asked = {row["id"] for row in load("law.toml")["requirement"]}
    assert all(set(problem.criteria) <= known and problem.criteria for problem in problems())
    assert len(asked) == 6
    assert {served for one in criteria() for served in one.law} | {"documents"} == asked
    assert [rule for one in criteria() for rule in one.rules if not RULE.fullmatch(rule)] == []


def test_clauses_are_those_of_the_european_standard() -> None:
    clauses = {one.number: one.clause for one in criteria()}
    assert [clauses[number] for number in ("1.1.1", "1.4.13", "2.5.5", "2.5.8", "4.1.3")] == [
        "9.1.1.1", "9.1.4.13", "9.5", "", "9.4.1.3",
    ]  # fmt: skip
    # 29 of A and 20 of AA in WCAG 2.1 without 4.1.1; 28 of AAA are recommended.
    assert Counter(clause.count(".") for clause in clauses.values()) == {3: 49, 1: 28, 0: 9}


@pytest.mark.parametrize(
    ("changed", "result"),
    [
        ({}, "proven"),
        ({"read_ru": "Прочитано", "read_en": "Read"}, "part"),
        ({"proofs": [], "read_ru": "Прочитано", "read_en": "Read"}, "read"),
        ({"absent": ["video"], "absent_ru": "Нет", "absent_en": "None"}, "absent"),
        ({"level": "AAA", "not_claimed_ru": "Нет", "not_claimed_en": "None"}, "not_claimed"),
    ],
)
def test_results_follow_from_what_is_written(changed: dict[str, object], result: str) -> None:
    assert criterion(ROW | changed, DAY).result == result
    assert criterion(ROW, DAY, ("a-problem",)).result == "flawed"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"proofs": []}, "no proof, nobody read it"),
        ({"not_claimed_ru": "Нет", "not_claimed_en": "None"}, "only AAA"),
        ({"absent": ["video"]}, "what is absent"),
        ({"read_ru": "Прочитано"}, "one language only"),
        ({"people_ru": "Да", "people_en": "Yes"}, "needs its day"),
        ({"law": []}, "what it serves"),
        ({"levle": "A"}, "levle"),
        ({"level": "B"}, "no such level"),
    ],
)
def test_a_criterion_that_says_too_little_is_refused(changed: dict[str, object], fault: str) -> None:
    with pytest.raises(BadCriterion, match=fault):
        criterion(ROW | changed, DAY)
