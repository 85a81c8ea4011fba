"""Journeys by ear: each is walked with a real screen reader, and what it says is what the journey's file expects."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_tests.journeys_walked import Walk
from a11y_tests.screen_reader import journey_file
from a11y_tests.screen_reader import walk as walking
from a11y_tests.screen_reader.reader import Reader
from a11y_tests.screen_reader.session import Session
from a11y_tests.screen_reader.ways import COUNTED, JOURNEYS

# One worker walks them all, with one screen reader.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

PLANTED = Path(__file__).resolve().parent / "faults" / "heard.journey"
BROWSER = os.environ.get("ORIENTIR_JOURNEY_BROWSER", COUNTED)


@pytest.mark.parametrize("path", JOURNEYS, ids=[path.stem for path in JOURNEYS])
def test_a_person_who_hears_gets_there(path: Path, walk: Walk) -> None:
    failure, written = walk(path)
    assert failure == "", f"transcript: {written}"


@pytest.fixture(scope="module")
def window(session: Session) -> Iterator[Session]:
    """One window for all planted faults: nobody signs in there."""
    with session.person():
        yield session


@pytest.mark.parametrize(
    ("page", "line", "said"),
    [
        ("heard_no_h1", "нажать: H", "Больше нет заголовков"),
        ("heard_no_label", "нажать: Tab", "запись"),
        ("heard_no_status", "нажать: Enter", "тишина"),
    ],
    ids=["no h1", "no label", "no status"],
)
def test_a_journey_notices_a_fault(page: str, line: str, said: str, window: Session, faults_address: str) -> None:
    attempt = walking.walk(journey_file.load(PLANTED), Reader(window), {"site": f"{faults_address}{page}.html"})
    assert f"после «{line}» не слышно" in attempt.failure
    assert said in attempt.failure


def test_a_journey_notices_that_more_is_said(window: Session, faults_address: str) -> None:
    reader = Reader(window)
    reader.counts = True  # so much more that it is too much in any browser
    attempt = walking.walk(journey_file.load(PLANTED), reader, {"site": f"{faults_address}heard_wordy.html"})
    assert attempt.failure.startswith("heard.journey: слов ")
    assert ", можно не больше 60. Если так и нужно" in attempt.failure


def test_the_same_journey_without_the_faults_is_walked(window: Session, faults_address: str) -> None:
    attempt = walking.walk(journey_file.load(PLANTED), Reader(window), {"site": f"{faults_address}heard_clean.html"})
    assert attempt.failure == ""
