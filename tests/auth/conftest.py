"""A site whose sign-on the test plays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.signing_in import PlayedIdentity, forget_everybody, played
from tests.support.sites import closing, copy_database, make_site, settings_in


@pytest.fixture(scope="package")
def one_site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The site of all tests here. Its register of programmes does not answer."""
    folder = tmp_path_factory.mktemp("sign-in")
    copy_database(template, folder)
    with closing(make_site(settings_in(folder, sandbox_port=free_port()))) as app:
        yield app


@pytest.fixture
def site(one_site: Flask) -> Flask:
    """That site as if nobody had been there, its sign-on played whether or not a test looks at it."""
    played(one_site)
    return forget_everybody(one_site)


@pytest.fixture
def identity(site: Flask) -> PlayedIdentity:
    """What the site takes for ЕСИА."""
    found: PlayedIdentity = site.extensions["identity"]
    return found
