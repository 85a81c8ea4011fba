"""What is measured, what it should be, and whether it is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

SAME = 0.05
"""Ratios closer than this say nothing."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound: `good` must be kept, `best` is aimed at. `at_least` tells on which side of it values lie."""

    good: float
    best: float | None = None
    at_least: bool = True

    def judge(self, value: float) -> str:
        """«best», «good» or «missed»."""
        if self.best is not None and self._keeps(value, self.best):
            return "best"
        return "good" if self._keeps(value, self.good) else "missed"

    def words(self) -> str:
        """The goal as it is printed."""
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {self.good:g}" + (f" ({self.best:g})" if self.best is not None else "")

    def _keeps(self, value: float, bound: float) -> bool:
        return value >= bound if self.at_least else value <= bound


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with the lowest and the highest of the rounds that it is the median of."""

    group: str
    name: str
    value: float
    unit: str = ""
    low: float | None = None
    high: float | None = None
    goal: Goal | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """«best», «good», «missed», or nothing where no goal is set."""
        return self.goal.judge(self.value) if self.goal else ""

    def as_data(self) -> dict[str, Any]:
        """What the JSON file holds."""
        return asdict(self) | {"verdict": self.verdict}


def of_rounds(group: str, name: str, values: Sequence[float], goal: Goal | None = None, note: str = "") -> Measure:
    """The median of rounds with their spread."""
    return Measure(group, name, median(values), low=min(values), high=max(values), goal=goal, note=note)
