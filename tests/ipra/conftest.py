"""A site whose register of programmes the test plays. People are new in every test, so one site serves a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.registers import Stage, site_in


@pytest.fixture(scope="module")
def site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A loaded site for the people of one module."""
    with site_in(template, tmp_path_factory.mktemp("programmes")) as app:
        yield app


@pytest.fixture
def stage(site: Flask) -> Stage:
    """The module's site with a register and a clock of the test's own."""
    return Stage(site)


@pytest.fixture
def speaking(stage: Stage) -> Iterator[Flask]:
    """A request in Russian on the stage's day."""
    with stage.app.test_request_context("/"):
        yield stage.app


@pytest.fixture
def speaking_english(stage: Stage) -> Iterator[Flask]:
    """A request in English on the stage's day."""
    with stage.app.test_request_context("/", environ_overrides={"orientir.language": "en"}):
        yield stage.app
