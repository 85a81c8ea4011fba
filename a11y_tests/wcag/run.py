"""What a whole run showed of each criterion, and whether the committed statement promises more than that."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from a11y_tests.finding import Finding
from a11y_tests.pages import PAGES
from a11y_tests.wcag import statement
from a11y_tests.wcag.criteria import Criterion, criteria
from a11y_tests.wcag.proofs import JOURNEY_TEST, ROOT, TREE_TEST, Reference, axe_rules_of, parse

REPORT = ROOT / "report"
UNCONFIRMED = "не подтверждено"
FAST = "tests/"
"""Proofs below it are tests of `make check`, which another run shows."""
Kept = Mapping[str, Mapping[str, list[Finding]]]
"""Part of the run → page → findings that no decision covers."""


class Outcomes:
    """How the tests of a run ended: by test, then by what stands in its brackets."""

    def __init__(self) -> None:
        self._ended: dict[str, dict[str, bool]] = defaultdict(dict)

    def note(self, nodeid: str, when: str | None, outcome: str) -> None:
        """Take what pytest reports of a phase of a test: it passed when its call did and nothing round it failed."""
        test, _, rest = nodeid.partition("[")
        test, case = test.partition("@")[0], rest.rpartition("]")[0]  # xdist's groups stand behind an «@»
        if when == "call" or outcome != "passed":
            self._ended[test][case] = self._ended[test].get(case, True) and outcome == "passed"

    def of(self, test: str) -> Mapping[str, bool]:
        """Whether each case of a test passed; empty when it did not run."""
        return self._ended.get(test, {})

    def modules(self) -> set[str]:
        """The files whose tests ran."""
        return {test.partition("::")[0] for test in self._ended}


@dataclass(frozen=True)
class Shown:
    """What a run showed of one proof: on how many states (or ways) it ran, on how many with faults."""

    proof: str
    promised: int
    ran: int
    faulty: int

    @property
    def holds(self) -> bool:
        """Whether it was clean at least as often as the statement says."""
        return self.ran - self.faulty >= self.promised and self.faulty == 0


def shown(text: str, kept: Kept, outcomes: Outcomes) -> Shown:
    """What the run showed of one reference."""
    reference = parse(text)
    promised = reference.states or 1
    if reference.kind in ("axe", "ibm", "nu", "check"):
        pages = kept.get(f"check {reference.name}" if reference.kind == "check" else reference.kind, {})
        rules = axe_rules_of(reference.name) if reference.kind == "axe" else {reference.name}
        every = reference.kind in ("nu", "check")
        faulty = sum(any(every or finding.rule in rules for finding in found) for found in pages.values())
        return Shown(text, promised, len(pages), faulty)
    ended = _cases(reference, outcomes)
    moving = sum(not page.is_steady for page in PAGES) if reference.kind == "tree" else 0
    return Shown(text, promised, max(0, len(ended) - moving), sum(not passed for passed in ended.values()))


def _cases(reference: Reference, outcomes: Outcomes) -> Mapping[str, bool]:
    if reference.kind == "tree":
        return outcomes.of(TREE_TEST)
    if reference.kind == "journey":
        walked = outcomes.of(JOURNEY_TEST)
        return {reference.name: walked[reference.name]} if reference.name in walked else {}
    return outcomes.of(reference.name)


def is_whole(outcomes: Outcomes) -> bool:
    """Whether tests of every file that a criterion names ran: else nothing can be said."""
    named = [parse(text) for one in criteria() for text in one.proofs]
    files = {one.name.partition("::")[0] for one in named if one.kind == "test" and not one.name.startswith(FAST)}
    return files | {TREE_TEST.partition("::")[0], JOURNEY_TEST.partition("::")[0]} <= outcomes.modules()


def judge(kept: Kept, outcomes: Outcomes, folder: Path = REPORT) -> list[str]:
    """Write `wcag.json` and `wcag.txt`, and answer with what the statement promises and the run did not show."""
    rows, lines, faults = [], [], []
    for one in criteria():
        of_run = [text for text in one.proofs if not text.startswith(f"test:{FAST}")]
        told = [shown(text, kept, outcomes) for text in of_run]
        result = one.result if all(proof.holds for proof in told) else UNCONFIRMED
        row = {"number": one.number, "level": one.level, "stated": one.result, "result": result}
        elsewhere = [text for text in one.proofs if text not in of_run]
        rows.append(row | {"proofs": [asdict(proof) for proof in told], "fast_tests": elsewhere})
        lines.append(_line(one, result, told))
        faults += [lines[-1]] if result == UNCONFIRMED else []
    counted = Counter(row["result"] for row in rows)
    total = ", ".join(f"{result} {number}" for result, number in counted.items())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "wcag.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / "wcag.txt").write_text("\n".join([total, "", *lines]) + "\n", encoding="utf-8")
    return faults + (
        [] if statement.is_current() else ["the committed statement is not that of its sources: make matrix"]
    )


def _line(one: Criterion, result: str, told: list[Shown]) -> str:
    parts = [f"{proof.proof} {proof.ran} of {proof.promised}, faulty {proof.faulty}" for proof in told]
    return f"{one.number} {one.level}: {result}. " + "; ".join(parts)
