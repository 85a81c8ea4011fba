"""Fixtures of tests whose site has a sign-on that the test plays; a conftest or a module imports them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.signing_in import forget_everybody, played
from tests.support.sites import closing, copy_database, make_site, settings_in


@pytest.fixture(scope="module")
def one_site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The site of most tests of a module. Its register of programmes does not answer."""
    folder = tmp_path_factory.mktemp("played")
    copy_database(template, folder)
    with closing(make_site(settings_in(folder, sandbox_port=free_port()))) as app:
        yield app


@pytest.fixture
def site(one_site: Flask) -> Flask:
    """That site as if nobody had been there; the test plays its sign-on."""
    played(forget_everybody(one_site))
    return one_site
