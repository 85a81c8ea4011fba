"""Fixtures of features whose tests need a register and a clock of their own. A conftest takes them by importing them.

People are new in every test, so one site serves a module.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.registers import Stage, site_in
from tests.support.strict_client import StrictClient, visitor


@pytest.fixture(scope="module")
def site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A loaded site for the visitors of one module."""
    with site_in(template, tmp_path_factory.mktemp("staged")) as app:
        yield app


@pytest.fixture
def stage(site: Flask) -> Stage:
    """The module's site with a register and a clock of the test's own."""
    return Stage(site)


@pytest.fixture
def guest(stage: Stage) -> StrictClient:
    """Somebody who was never here."""
    return visitor(stage.app)
