"""The parts of the report, in their order. A new one is a function here that is given the folder of the last run.

It answers with a Section. What the run did not bring, it says; it never fills in.
"""

from collections.abc import Callable
from pathlib import Path

from a11y_tests.report import journeys, steadiness
from a11y_tests.report.section import Section

SECTIONS: tuple[Callable[[Path], Section], ...] = (
    journeys.section,
    steadiness.section,
)
