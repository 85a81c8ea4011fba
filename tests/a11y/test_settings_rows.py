"""The rows in which reading settings meet: every two answers of two settings, in few rows, the same each time."""

import pytest

from a11y_tests.settings_rows import READINGS, met, pairs, rows
from webapp.core.reading import CHOICES

SMALL = {"size": ("1", "2", "3"), "font": ("a", "b"), "scheme": ("x", "y", "z", "w")}


@pytest.mark.parametrize("choices", [SMALL, CHOICES], ids=["small", "ours"])
def test_every_two_answers_meet(choices: dict[str, tuple[str, ...]]) -> None:
    assert pairs(choices) == set().union(*map(met, rows(choices)))


def test_there_are_hardly_more_rows_than_the_two_longest_settings_need() -> None:
    assert len(rows(SMALL)) == 12
    assert 30 <= len(READINGS) <= 36


def test_every_run_has_the_same_rows() -> None:
    assert rows(CHOICES) == rows(dict(CHOICES))
