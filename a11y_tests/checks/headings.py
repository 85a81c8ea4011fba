"""Headings tell the page (U3): one h1, and no level is skipped."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def headings(visit: Visit) -> list[Finding]:
    """Exactly one h1; each heading at most one level below the one before it."""
    return visit.read().findings("headings")
