"""Three journeys once more, in another browser: what Firefox tells Orca, Chromium must tell it too.

A module of its own: its browser and screen reader start when those of Firefox have ended.
"""

from pathlib import Path

import pytest

from a11y_tests.journeys_walked import Walk
from a11y_tests.screen_reader.ways import CHROMIUM, IN_CHROMIUM, JOURNEYS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

BROWSER = CHROMIUM
CHOSEN = [path for path in JOURNEYS if path.stem in IN_CHROMIUM]


@pytest.mark.parametrize("path", CHOSEN, ids=[path.stem for path in CHOSEN])
def test_a_person_who_hears_gets_there_too(path: Path, walk: Walk) -> None:
    failure, written = walk(path)
    assert failure == "", f"transcript: {written}"


def test_every_journey_that_was_chosen_is_there() -> None:
    assert {path.stem for path in CHOSEN} == set(IN_CHROMIUM)
