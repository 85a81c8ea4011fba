"""A site whose readers choose how pages are shown. Visitors are new in every test, so one site serves a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.registers import Stage, site_in
from tests.support.strict_client import StrictClient, visitor


@pytest.fixture(scope="module")
def site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A loaded site for the readers of one module."""
    with site_in(template, tmp_path_factory.mktemp("reading-settings")) as app:
        yield app


@pytest.fixture
def stage(site: Flask) -> Stage:
    """The module's site with a register and a clock of the test's own."""
    return Stage(site)


@pytest.fixture
def guest(site: Flask) -> StrictClient:
    """A reader who has chosen nothing yet."""
    return visitor(site)
