"""A site whose register of programmes the test plays. People are new in every test, so one site serves a module."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.registers import Stage
from tests.support.staged import site, stage

__all__ = ("site", "speaking", "speaking_english", "stage")


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
