"""Sites whose sign-on the test plays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.signing_in import PlayedIdentity, played
from tests.support.sites import SiteMaker, closing, copy_database, make_site, settings_in


@pytest.fixture
def site(site_of: SiteMaker) -> Flask:
    """A site of the test's own. Its register of programmes does not answer."""
    return site_of(sandbox_port=free_port())


@pytest.fixture
def identity(site: Flask) -> PlayedIdentity:
    """What the site takes for ЕСИА."""
    return played(site)


@pytest.fixture(scope="package")
def shared_site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One site for files whose tests make visitors of their own and move no clock: there it is what `site` gives."""
    folder = tmp_path_factory.mktemp("sign-in")
    copy_database(template, folder)
    with closing(make_site(settings_in(folder, sandbox_port=free_port()))) as app:
        yield app
