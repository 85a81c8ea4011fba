"""What a run keeps for those who judge it whole: by part and page, without what was decided."""

from pathlib import Path

import pytest

from a11y_tests import evidence
from a11y_tests.disagreements import Disagreement
from a11y_tests.evidence import Evidence
from a11y_tests.finding import Finding

FAULT = Finding("own", "link-vague", "#more", "«ещё»")
DECIDED = Finding("axe", "color-contrast", "#map > p", "4.4:1")
ENTRY = Disagreement("axe", "color-contrast", "#map > *", "The map draws itself, the list beside it says the same.")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Evidence:
    monkeypatch.setattr(evidence, "load", lambda: [ENTRY])
    return Evidence(tmp_path)


def test_findings_come_back_by_part_and_page(kept: Evidence) -> None:
    assert kept.keep("home", "check links", [FAULT]) == [FAULT]
    assert kept.judge("home", "axe", [DECIDED]) == ""
    assert kept.judge("дом", "axe", []) == ""
    assert kept.undecided() == {"check links": {"home": [FAULT]}, "axe": {"home": [], "дом": []}}
    assert kept.stale_decisions() == []


def test_a_fault_is_reported_and_an_idle_decision_is_stale(kept: Evidence) -> None:
    assert "link-vague" in kept.judge("home", "full", [FAULT])
    assert kept.stale_decisions() == ["axe color-contrast at #map > *"]
    assert not kept.is_whole()
