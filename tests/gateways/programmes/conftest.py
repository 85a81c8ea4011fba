"""A fake register for each test that wants one."""

from collections.abc import Iterator

import pytest

from tests.gateways.programmes.fake_register import FakeRegister, client, fake_register
from webapp.gateways.programmes.http import HttpProgrammeRegister


@pytest.fixture
def register() -> Iterator[FakeRegister]:
    with fake_register() as fake:
        yield fake


@pytest.fixture
def gateway(register: FakeRegister) -> HttpProgrammeRegister:
    """The gateway to the fake register."""
    return client(register.address)
