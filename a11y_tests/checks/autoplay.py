"""Nothing speaks, plays or reloads by itself (U10): sound drowns the screen reader."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def autoplay(visit: Visit) -> list[Finding]:
    """No media that start unasked, no timed refresh, no moving text."""
    return visit.read().findings("autoplay")
