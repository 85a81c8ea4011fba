"""Fingers that tremble need room (U24): targets of 44 by 44 CSS pixels, 8 pixels apart."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit

SIDE = 44
GAP = 8


def targets(visit: Visit) -> list[Finding]:
    """Size and distance of everything that can be pressed, but for links inside a sentence."""
    # The script focuses the skip link to bring it into view, so the page is its own.
    return visit.open().findings("targets", SIDE, GAP)
