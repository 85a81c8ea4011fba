"""The first thing to press leads past what is the same on every page (U2)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def skip_link(visit: Visit) -> list[Finding]:
    """The first control is a link to main, and main takes the focus."""
    return visit.read().findings("skip_link")
