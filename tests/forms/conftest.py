"""A site with a played register, and the pages on which deeds are done."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.forms import Deed, Who, opened
from tests.support.page import Page
from tests.support.registers import Stage, line, programme, site_in
from tests.support.strict_client import StrictClient, visitor

Reach = Callable[[Deed], Page]


@pytest.fixture(scope="package")
def one_site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The site of all tests here: everybody in them is new."""
    with site_in(template, tmp_path_factory.mktemp("forms")) as app:
        yield app


@pytest.fixture
def stage(one_site: Flask) -> Stage:
    """The site with a register and a clock of the test's own."""
    return Stage(one_site)


@pytest.fixture
def reach(stage: Stage) -> Reach:
    """Opens the page where a deed of the site can be done, in a new visitor's browser."""
    return lambda deed: opened(deed, _browser_of(stage, deed))


def _browser_of(stage: Stage, deed: Deed) -> StrictClient:
    if deed.who is not Who.PERSON:
        return visitor(stage.app)
    client = stage.entitled(programme(line()))
    client.page("/my")  # the register has answered, its answer is kept
    return client
