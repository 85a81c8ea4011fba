"""The statement may promise no more than a run showed: what was not run, or failed, is told and fails the run."""

import json
from pathlib import Path

import pytest

from a11y_tests.finding import Finding
from a11y_tests.pages import PAGES
from a11y_tests.wcag import run, statement
from a11y_tests.wcag.criteria import criteria
from a11y_tests.wcag.proofs import JOURNEY_TEST, TREE_TEST, Reference, journeys, parse

FULL = [page.name for page in PAGES if page.full]
EVERY = [page.name for page in PAGES]
Kept = dict[str, dict[str, list[Finding]]]


@pytest.fixture(autouse=True)
def axe_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which rules belong to a tag is asked of the installed axe; here a tag has one rule."""
    monkeypatch.setattr(run, "axe_rules_of", lambda name: {"html-has-lang"} if name == "wcag311" else {name})


@pytest.fixture
def kept() -> Kept:
    """A whole run in which nothing was found."""
    named = {parse(text) for one in criteria() for text in one.proofs}
    checks = {f"check {one.name}": FULL for one in named if one.kind == "check"}
    return {
        part: {page: [] for page in pages} for part, pages in {"axe": EVERY, "nu": EVERY, "ibm": FULL, **checks}.items()
    }


@pytest.fixture
def outcomes() -> run.Outcomes:
    """A whole run in which everything passed."""
    ended = run.Outcomes()
    for number in range(len(EVERY)):
        ended.note(f"{TREE_TEST}[page {number}]", "call", "passed")
    for stem in journeys():
        ended.note(f"{JOURNEY_TEST}[{stem}]@journeys", "call", "passed")
    for one in criteria():
        for reference in map(parse, one.proofs):
            if reference.kind == "test":
                ended.note(reference.name, "call", "passed")
    return ended


def result(folder: Path, number: str) -> str:
    rows = json.loads((folder / "wcag.json").read_text(encoding="utf-8"))
    return str(next(row["result"] for row in rows if row["number"] == number))


def test_a_clean_whole_run_confirms_all(kept: Kept, outcomes: run.Outcomes, tmp_path: Path) -> None:
    assert run.is_whole(outcomes)
    assert run.judge(kept, outcomes, tmp_path) == []
    assert "не подтверждено" not in (tmp_path / "wcag.txt").read_text(encoding="utf-8")
    assert result(tmp_path, "2.5.5") == "proven"


def test_a_finding_takes_the_confirmation_away(kept: Kept, outcomes: run.Outcomes, tmp_path: Path) -> None:
    kept["check targets"][FULL[3]] = [Finding("own", "target-small", "#x", "20 px")]
    kept["axe"][EVERY[0]] = [Finding("axe", "html-has-lang", "html", "none")]
    told = run.judge(kept, outcomes, tmp_path)
    assert [line.partition(" ")[0] for line in told] == ["2.5.5", "2.5.6", "2.5.8", "3.1.1"]
    assert f"check:targets {len(FULL)} of {len(FULL)}, faulty 1" in told[0]
    assert result(tmp_path, "2.5.5") == run.UNCONFIRMED
    assert result(tmp_path, "2.4.2") == "proven"


def test_a_page_that_was_not_looked_at_is_missed(kept: Kept, outcomes: run.Outcomes, tmp_path: Path) -> None:
    del kept["check focus_ring"][FULL[0]]
    told = run.judge(kept, outcomes, tmp_path)
    assert [line.partition(" ")[0] for line in told] == ["1.4.11", "2.4.7", "2.4.13"]


@pytest.mark.parametrize(("when", "outcome"), [("call", "failed"), ("setup", "failed"), ("teardown", "failed")])
def test_a_journey_that_failed_confirms_nothing(
    kept: Kept, outcomes: run.Outcomes, tmp_path: Path, when: str, outcome: str
) -> None:
    outcomes.note(f"{JOURNEY_TEST}[tonometer]@journeys", when, outcome)
    numbers = [line.partition(" ")[0] for line in run.judge(kept, outcomes, tmp_path)]
    assert numbers == [one.number for one in criteria() if "journey:tonometer" in one.proofs]


def test_a_statement_that_is_not_current_is_told(
    kept: Kept, outcomes: run.Outcomes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statement, "is_current", lambda: False)
    assert run.judge(kept, outcomes, tmp_path) == ["the committed statement is not that of its sources: make matrix"]


@pytest.mark.parametrize(
    "nodeid", ["a.py::test_x@group", "a.py::test_x[one]@group", "a.py::test_x[one @ two]", "a.py::test_x"]
)
def test_a_test_is_known_by_any_of_its_names(nodeid: str) -> None:
    ended = run.Outcomes()
    ended.note(nodeid, "setup", "passed")
    assert ended.of("a.py::test_x") == {}
    ended.note(nodeid, "call", "passed")
    assert list(ended.of("a.py::test_x").values()) == [True]


def test_a_run_of_one_file_is_not_whole() -> None:
    ended = run.Outcomes()
    ended.note(f"{TREE_TEST}[home]", "call", "passed")
    assert not run.is_whole(ended)


def test_fast_tests_are_named_but_belong_to_another_run(kept: Kept, tmp_path: Path, outcomes: run.Outcomes) -> None:
    run.judge(kept, outcomes, tmp_path)
    rows = json.loads((tmp_path / "wcag.json").read_text(encoding="utf-8"))
    named = {text for row in rows for text in row["fast_tests"]}
    assert named == {text for one in criteria() for text in one.proofs if text.startswith("test:tests/")}
    assert Reference("test", "tests/none.py::x").states == 0
