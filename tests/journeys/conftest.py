"""A site and a running sandbox: what a person walks through, with nothing played in between."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.sandbox import running_sandbox, tell
from tests.support.signing_in import NewTraveller, Traveller, forget_everybody
from tests.support.sites import closing, copy_database, make_site, settings_in
from tests.support.strict_client import visitor


@pytest.fixture(scope="package")
def one_site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The site of all tests here."""
    folder = tmp_path_factory.mktemp("journeys")
    copy_database(template, folder)
    with closing(make_site(settings_in(folder, sandbox_port=free_port()))) as app:
        yield app


@pytest.fixture(scope="package")
def one_sandbox(one_site: Flask) -> Iterator[str]:
    """The address of the sandbox that it speaks to."""
    with running_sandbox(one_site.config["SETTINGS"]) as address:
        yield address


@pytest.fixture
def site(one_site: Flask) -> Flask:
    """The site as if nobody had been there."""
    return forget_everybody(one_site)


@pytest.fixture
def sandbox(site: Flask, one_sandbox: str) -> Iterator[str]:
    """The sandbox's address; afterwards it remembers nothing, and what it held back as slow goes out."""
    yield one_sandbox
    tell(one_sandbox, reset="yes")


@pytest.fixture
def new_traveller(site: Flask, sandbox: str) -> NewTraveller:
    """Makes people with browsers of their own."""
    return lambda: Traveller(visitor(site), sandbox)


@pytest.fixture
def traveller(new_traveller: NewTraveller) -> Traveller:
    """A person with a browser."""
    return new_traveller()
