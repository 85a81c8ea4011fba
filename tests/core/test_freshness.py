"""How old a proof may be, at its very edges."""

from datetime import UTC, datetime, timedelta

import pytest

from webapp.core.freshness import FRESH_FOR, is_fresh

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(), True),
        (FRESH_FOR, True),
        (FRESH_FOR + MOMENT, False),
        (timedelta(seconds=-60), True),
        (-FRESH_FOR - MOMENT, False),
        (timedelta(days=-365), False),
    ],
    ids=str,
)
def test_a_proof_is_good_for_ten_minutes_and_not_for_ever_from_the_future(age: timedelta, expected: bool) -> None:
    assert is_fresh(NOW - age, NOW) is expected


def test_of_nobody_says_when_it_is_never_fresh() -> None:
    assert not is_fresh(None, NOW)
