"""A site with a played register, and the pages on which deeds are done."""

from collections.abc import Callable

import pytest

from tests.support.forms import Deed, Who, opened
from tests.support.page import Page
from tests.support.registers import Stage, line, programme
from tests.support.staged import site, stage
from tests.support.strict_client import StrictClient, visitor
from webapp.gateways.programmes.port import LifeActivity, Limitation

__all__ = ("Reach", "reach", "site", "stage")
Reach = Callable[[Deed], Page]


@pytest.fixture
def reach(stage: Stage) -> Reach:
    """Opens the page where a deed of the site can be done, in a new visitor's browser."""
    return lambda deed: opened(deed, _browser_of(stage, deed))


def _browser_of(stage: Stage, deed: Deed) -> StrictClient:
    if deed.who is not Who.PERSON:
        return visitor(stage.app)
    client = stage.entitled(programme(line(), limitations=(Limitation(LifeActivity.ORIENTATION, 3),)))
    client.page("/my")  # the register has answered, its answer is kept
    return client
