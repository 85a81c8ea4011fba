"""Journeys walked in a run: each is kept for the report, and a second attempt is told in the run's last lines."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from a11y_tests.people import sandbox_of
from a11y_tests.screen_reader import journey_file, record, transcript
from a11y_tests.screen_reader.session import Session
from a11y_tests.screen_reader.walk import attempts

ONCE = "ORIENTIR_WALK_ONCE"
"""Set when a second attempt is a failure: `make a11y-steady`."""
PROPERTY = "journey"
"""The property of a test's report that says how its walk went: parallel workers send it to the run."""

Walk = Callable[[Path], tuple[str, Path]]
"""Walks the journey of a file; answers with what went wrong, empty when nothing did, and with the transcript."""


def walk_and_keep(path: Path, session: Session, site: str, test: pytest.Item) -> tuple[str, Path]:
    """Walk; once more when something went wrong, unless that is a failure. Keeps what was heard."""
    journey = journey_file.load(path)
    places = {"site": site, "sandbox": sandbox_of(site)}
    made = attempts(journey, session, places, most=1 if os.environ.get(ONCE) else 2)
    written = transcript.write(journey, session.browser, made)
    kept = record.of(journey, session.browser, made)
    record.write(kept, written.parent)
    how = {"name": f"{kept.name} in {kept.browser}", "retries": kept.retries, "late": kept.late}
    test.user_properties.append((PROPERTY, how))
    return made[-1].failure, written.relative_to(transcript.ROOT)


def told(reports: Iterable[pytest.TestReport]) -> list[str]:
    """Lines for the end of a run; none when nothing was walked."""
    walks: list[Any] = [how for report in reports for name, how in report.user_properties if name == PROPERTY]
    if not walks:
        return []
    again = [how["name"] for how in walks if how["retries"]]
    late = sum(how["late"] for how in walks)
    lines = [f"journeys: {len(walks)} walked, {len(again)} walked twice, {late} answers came late"]
    return lines + [f"  walked twice: {name}" for name in again]
