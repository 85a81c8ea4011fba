"""A journey once more at 320 pixels of width, and without script: what is heard must be the same.

A module of its own: a browser is started anew for each way.
"""

from collections.abc import Iterator

import pytest

from a11y_tests.journeys_walked import walk_and_keep
from a11y_tests.screen_reader.session import Session
from a11y_tests.screen_reader.ways import JOURNEYS, OTHERWISE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

BY_NAME = {path.stem: path for path in JOURNEYS}
WALKS = [(way, name) for way, names in OTHERWISE.items() for name in names]


@pytest.fixture
def shown(request: pytest.FixtureRequest) -> Iterator[Session]:
    """A desktop whose browser shows pages in the way of the test."""
    with Session(request.param) as session:
        yield session


@pytest.mark.parametrize(("shown", "name"), WALKS, ids=[f"{name} {way}" for way, name in WALKS], indirect=["shown"])
def test_a_person_who_hears_gets_there_too(
    shown: Session, name: str, site: str, request: pytest.FixtureRequest
) -> None:
    failure, written = walk_and_keep(BY_NAME[name], shown, site, request.node)
    assert failure == "", f"transcript: {written}"
