"""A second attempt stands in the last lines of a run."""

import pytest

from a11y_tests.journeys_walked import PROPERTY, told


def report(*properties: tuple[str, object]) -> pytest.TestReport:
    return pytest.TestReport(
        "a11y_tests/test_journeys.py::test", ("", 0, ""), {}, "passed", None, "call", user_properties=properties
    )


def walk(name: str, retries: int = 0, late: int = 0) -> tuple[str, object]:
    return PROPERTY, {"name": name, "retries": retries, "late": late}


def test_a_run_says_how_many_were_walked_and_which_twice() -> None:
    reports = [
        report(walk("help in firefox", late=2)),
        report(("other", 1)),
        report(walk("cane in firefox", retries=1)),
    ]
    assert told(reports) == [
        "journeys: 2 walked, 1 walked twice, 2 answers came late",
        "  walked twice: cane in firefox",
    ]


def test_a_run_without_journeys_says_nothing_of_them() -> None:
    assert told([report()]) == []
