"""Link and button words say what happens, and the same words always lead to the same place (U7)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit
from a11y_tests.wording import wording


def links(visit: Visit) -> list[Finding]:
    """No vague link; no two links, or two buttons, with the same words and different targets."""
    return visit.read().findings("links", wording("vague"))
