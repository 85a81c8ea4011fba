"""Ids tie labels, hints and errors to fields; a doubled id ties them to the wrong one."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def ids(visit: Visit) -> list[Finding]:
    """No id occurs twice, and every reference to an id finds its element."""
    return visit.read().findings("ids")
