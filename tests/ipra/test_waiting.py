"""How many looks of a process may wait for the register: what waits must leave the threads to readers."""

from contextlib import ExitStack
from types import SimpleNamespace

import pytest
from flask import Flask

from webapp.ipra import exchange


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> float:
    """A clock that stands, so that only patience moves the end of waiting."""
    monkeypatch.setattr("webapp.ipra.exchange.time", SimpleNamespace(monotonic=lambda: 100.0))
    return 100.0


def fails_while_it_waits() -> None:
    with exchange._patience(2):
        raise RuntimeError


def test_two_may_wait_and_the_third_may_not(speaking: Flask, now: float) -> None:
    with ExitStack() as held:
        ends = [held.enter_context(exchange._patience(2)) for _ in range(3)]
    assert ends == [now + 2, now + 2, now]


def test_a_place_is_given_back_even_after_a_fault(speaking: Flask, now: float) -> None:
    for _ in range(5):
        with pytest.raises(RuntimeError):
            fails_while_it_waits()
    with exchange._patience(2) as end:
        assert end == now + 2


def test_whoever_need_not_wait_takes_no_place(speaking: Flask, now: float) -> None:
    with ExitStack() as held:
        assert [held.enter_context(exchange._patience(0)) for _ in range(5)] == [now] * 5
        assert held.enter_context(exchange._patience(2)) == now + 2
