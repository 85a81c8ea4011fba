"""A site and a running sandbox: what a person walks through, with nothing played in between."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.sandbox import running_sandbox
from tests.support.signing_in import NewTraveller, Traveller, control
from tests.support.sites import SiteMaker
from tests.support.strict_client import visitor


@pytest.fixture
def site(site_of: SiteMaker) -> Flask:
    """A site that speaks to the sandbox of this test."""
    return site_of(sandbox_port=free_port())


@pytest.fixture
def sandbox(site: Flask) -> Iterator[str]:
    """The sandbox's address."""
    with running_sandbox(site.config["SETTINGS"]) as address:
        yield address
        control(address, reset="yes")  # what is held back as slow goes out


@pytest.fixture
def new_traveller(site: Flask, sandbox: str) -> NewTraveller:
    """Makes people with browsers of their own."""
    return lambda: Traveller(visitor(site), sandbox)


@pytest.fixture
def traveller(new_traveller: NewTraveller) -> Traveller:
    """A person with a browser."""
    return new_traveller()
