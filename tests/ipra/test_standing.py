"""What to do next with the register, by what is stored of the exchange."""

from datetime import datetime, timedelta

import pytest

from tests.support.registers import NOON
from webapp.gateways.programmes.port import Failure
from webapp.ipra.standing import RETRY_AFTER, Age, Standing, Step, Trouble, age, is_late, next_step

FRESH, PATIENCE = timedelta(hours=24), timedelta(hours=24)
SECOND = timedelta(seconds=1)


def ago(**time: float) -> datetime:
    return NOON - timedelta(**time)


@pytest.mark.parametrize(
    ("standing", "step"),
    [
        (Standing(), Step.ASK),
        (Standing(received_at=NOON), Step.NOTHING),
        (Standing(received_at=ago(hours=24) + SECOND), Step.NOTHING),
        (Standing(received_at=ago(hours=24)), Step.ASK),
        (Standing(received_at=ago(days=300)), Step.ASK),
        (Standing(received_at=NOON, is_wanted=True), Step.ASK),
        (Standing("r", ago(minutes=1)), Step.HEAR),
        (Standing("r", ago(minutes=1), received_at=ago(minutes=2)), Step.HEAR),
        (Standing("r", ago(minutes=1), received_at=ago(minutes=2), is_wanted=True), Step.HEAR),
        (Standing(failure=Trouble.REFUSED, failed_at=ago(seconds=29)), Step.NOTHING),
        (Standing(failure=Trouble.REFUSED, failed_at=ago(seconds=30)), Step.ASK),
        (Standing("r", ago(hours=1), Trouble.UNAVAILABLE, ago(seconds=29)), Step.NOTHING),
        (Standing("r", ago(hours=1), Trouble.UNAVAILABLE, ago(seconds=30)), Step.HEAR),
        (Standing(failure=Trouble.LATE, failed_at=ago(seconds=1), received_at=ago(days=9)), Step.NOTHING),
        (Standing(failure=Trouble.LATE, failed_at=ago(days=1), received_at=ago(days=9)), Step.ASK),
        (Standing(failure=Trouble.LATE, failed_at=NOON, is_wanted=True), Step.NOTHING),
        (Standing(received_at=NOON + timedelta(hours=1)), Step.NOTHING),
        (Standing(failure=Trouble.REFUSED, failed_at=NOON + timedelta(days=1)), Step.ASK),
    ],
)
def test_next_step(standing: Standing, step: Step) -> None:
    assert next_step(standing, NOON, FRESH) is step


@pytest.mark.parametrize(
    ("received_at", "expected"),
    [
        (None, Age.NONE_YET),
        (NOON, Age.FRESH),
        (ago(hours=24) + SECOND, Age.FRESH),
        (ago(hours=24), Age.STALE),
        (NOON + SECOND, Age.FRESH),
    ],
)
def test_age(received_at: datetime | None, expected: Age) -> None:
    assert age(Standing(received_at=received_at), NOON, FRESH) is expected


@pytest.mark.parametrize(
    ("asked_at", "late"), [(None, False), (NOON, False), (ago(hours=24), False), (ago(hours=24) - SECOND, True)]
)
def test_is_late(asked_at: datetime | None, late: bool) -> None:
    assert is_late(Standing("r", asked_at), NOON, PATIENCE) is late


@pytest.mark.parametrize(
    ("standing", "waits"),
    [
        (Standing(), False),
        (Standing("r", NOON), True),
        (Standing("r", NOON, received_at=NOON), True),
        (Standing("r", NOON, Trouble.UNAVAILABLE, NOON), False),
        (Standing(None, NOON, Trouble.LATE, NOON), False),
    ],
)
def test_is_waiting(standing: Standing, waits: bool) -> None:
    assert standing.is_waiting is waits


def test_every_failure_of_the_register_has_its_trouble() -> None:
    known = {trouble.value for trouble in Trouble}
    assert {failure.value for failure in Failure} - known == {Failure.UNKNOWN_REQUEST.value, Failure.BUSY.value}
    assert RETRY_AFTER.total_seconds() == 30
