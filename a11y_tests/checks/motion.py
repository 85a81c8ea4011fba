"""Nothing moves for a reader who asked for reduced motion; nothing moves without end for anybody (U10)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit

# A change this short is seen as a change, not as motion.
MILLISECONDS = 200


def motion(visit: Visit) -> list[Finding]:
    """Endless animation as the page is; any animation, transition or smooth scrolling over 200 ms when reduced."""
    with visit.browser.media(prefers_reduced_motion="no-preference"):
        found = visit.open().findings("motion", False, MILLISECONDS)
    with visit.browser.media(prefers_reduced_motion="reduce"):
        return found + visit.open().findings("motion", True, MILLISECONDS)
