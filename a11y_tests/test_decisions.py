"""Decisions hide what they name and nothing else; the journal tells the worst first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from a11y_tests.disagreements import BadEntry, Disagreement, load, stale, undecided
from a11y_tests.engines.axe import axe
from a11y_tests.engines.ibm import ibm
from a11y_tests.finding import Finding
from a11y_tests.journal import Journal
from a11y_tests.visit import Visit

REASON = "The engine cannot know that this is the map's own drawing."
CONTRAST = Finding("axe", "color-contrast", "#map > p:nth-of-type(2)", "4.4:1")
ENTRY = Disagreement("axe", "color-contrast", "#map > p*", REASON)


def test_a_decision_covers_its_own_finding_only() -> None:
    others = [
        Finding("ibm", "color-contrast", "#map > p", "another engine"),
        Finding("axe", "image-alt", "#map > p", "another rule"),
        Finding("axe", "color-contrast", "#list > p", "another place"),
    ]
    assert undecided([CONTRAST, *others], [ENTRY]) == others


def test_brackets_are_no_pattern() -> None:
    entry = Disagreement("nu", "html", 'a[href="x"]*', REASON)
    assert entry.covers(Finding("nu", "html", 'a[href="x"] > b', ""))
    assert not entry.covers(Finding("nu", "html", "ah", ""))


def test_a_decision_that_covered_nothing_is_stale() -> None:
    gone = Disagreement("axe", "color-contrast", "#gone", REASON)
    assert stale([ENTRY, gone], [CONTRAST]) == [gone]


def test_one_that_its_engine_finds_now_and_then_is_not_stale() -> None:
    assert stale([Disagreement("ibm", "x", "#gone", REASON, unsteady=True)], [CONTRAST]) == []


def test_how_steady_it_is_is_said_by_true_alone(tmp_path: Path) -> None:
    file = tmp_path / "known.toml"
    told = f'[[entry]]\nengine = "axe"\nrule = "x"\nselector = "#map"\nreason = "{REASON}"\nunsteady = '
    file.write_text(told + "true\n", encoding="utf-8")
    assert [entry.unsteady for entry in load(file)] == [True]
    file.write_text(told + '"yes"\n', encoding="utf-8")
    with pytest.raises(BadEntry, match="unsteady"):
        load(file)


@pytest.mark.parametrize(
    ("selector", "reason"), [("#map", ""), ("#map", "ok"), ("*", REASON), (" * ", REASON)], ids=repr
)
def test_a_decision_needs_a_place_and_a_reason(selector: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "known.toml"
    file.write_text(
        f'[[entry]]\nengine = "axe"\nrule = "x"\nselector = "{selector}"\nreason = "{reason}"\n', encoding="utf-8"
    )
    with pytest.raises(BadEntry):
        load(file)


def test_a_decision_without_a_field_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "known.toml"
    file.write_text(f'[[entry]]\nengine = "axe"\nrule = "x"\nreason = "{REASON}"\n', encoding="utf-8")
    with pytest.raises(BadEntry, match="selector"):
        load(file)


def test_the_house_s_decisions_can_be_read() -> None:
    assert all(entry.engine in ("axe", "ibm", "nu", "own") for entry in load())


@pytest.mark.browser
def test_where_two_engines_disagree_a_decision_settles_it(fault_page: Callable[[str], Visit]) -> None:
    # A part that scrolls must take focus, says axe; nothing with this role may, says IBM.
    visit = fault_page("reflow.html")
    entry = Disagreement(
        "ibm",
        "element_tabbable_role_valid",
        "main > div*",
        "A part that scrolls and takes no focus is lost to the keys.",
    )
    assert axe(visit) == []
    found = ibm(visit)
    assert [finding.rule for finding in found] == [entry.rule]
    assert undecided(found, [entry]) == []


def test_the_journal_is_empty_where_all_is_well() -> None:
    journal = Journal()
    journal.add("/", [])
    assert journal.report() == ""
    assert journal.findings() == []


def test_the_journal_tells_the_worst_first() -> None:
    journal = Journal()
    doubt = Finding("axe", "a-doubt", "#d", "cannot tell", certain=False)
    rare = Finding("axe", "a-rare-fault", "#r", "seldom")
    frame = Finding("own", "frame-fault", "#f", "everywhere")
    journal.add("/", [doubt, rare, frame])
    journal.add("/catalogue", [doubt, frame])
    journal.add("/help", [])
    assert journal.findings() == [doubt, rare, frame, doubt, frame]
    assert journal.report() == (
        "5 findings on 2 of 3 pages\n"
        "\nown frame-fault\n  #f\n    everywhere\n    on / and 1 more\n"
        "\naxe a-rare-fault\n  #r\n    seldom\n    on /\n"
        "\naxe a-doubt (to be decided)\n  #d\n    cannot tell\n    on / and 1 more"
    )


def test_the_journal_does_not_drown_its_reader() -> None:
    journal = Journal()
    journal.add("/", [Finding("own", "rule", f"#n{number}", "message") for number in range(40)])
    assert journal.report().count("message") == 12
    assert "… and 28 more places" in journal.report()
