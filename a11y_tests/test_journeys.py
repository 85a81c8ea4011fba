"""Journeys by ear: each is walked with a real screen reader, and what it says is what the journey's file expects."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_tests.people import sandbox_of
from a11y_tests.screen_reader import journey_file, transcript
from a11y_tests.screen_reader.reader import Reader
from a11y_tests.screen_reader.session import Session
from a11y_tests.screen_reader.walk import attempts, walk

# One worker walks them all, with one screen reader.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

HERE = Path(__file__).resolve().parent
JOURNEYS = sorted((HERE / "screen_reader" / "journeys").glob("*.journey"))
PLANTED = HERE / "faults" / "heard.journey"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """One screen reader and browser for all journeys: starting them costs as much as a journey."""
    with Session(os.environ.get("ORIENTIR_JOURNEY_BROWSER", "firefox")) as started:
        yield started


@pytest.mark.parametrize("path", JOURNEYS, ids=[path.stem for path in JOURNEYS])
def test_a_person_who_hears_gets_there(path: Path, session: Session, site: str) -> None:
    journey = journey_file.load(path)
    made = attempts(journey, session, {"site": site, "sandbox": sandbox_of(site)})
    written = transcript.write(journey, made)
    assert made[-1].failure == "", f"transcript: {written.relative_to(transcript.ROOT)}"


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
    attempt = walk(journey_file.load(PLANTED), Reader(window), {"site": f"{faults_address}{page}.html"})
    assert f"после «{line}» не слышно" in attempt.failure
    assert said in attempt.failure


def test_the_same_journey_without_the_faults_is_walked(window: Session, faults_address: str) -> None:
    attempt = walk(journey_file.load(PLANTED), Reader(window), {"site": f"{faults_address}heard_clean.html"})
    assert attempt.failure == ""
