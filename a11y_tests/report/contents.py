"""The parts of the report, in their order. A new one is a function here: given the folder of the last run, it answers
with its sections. What the run did not bring, it says; it never fills in.
"""

from collections.abc import Callable
from pathlib import Path

from a11y_tests.readability import section as readability
from a11y_tests.report import criteria, goals, journeys, steadiness, waiting
from a11y_tests.section import Section

SECTIONS: tuple[Callable[[Path], list[Section]], ...] = (
    goals.sections,
    journeys.sections,
    steadiness.sections,
    criteria.sections,
    waiting.sections,
    lambda _report: readability.sections(),
)
