"""A fake register of accompaniment for each test that wants one."""

from collections.abc import Iterator

import pytest

from tests.gateways.accompaniment.writing import client
from tests.gateways.programmes.fake_register import FakeRegister, fake_register
from webapp.gateways.accompaniment.http import HttpAccompanimentRegister


@pytest.fixture
def register() -> Iterator[FakeRegister]:
    with fake_register() as fake:
        yield fake


@pytest.fixture
def gateway(register: FakeRegister) -> HttpAccompanimentRegister:
    """The gateway to the fake register."""
    return client(register.address)
