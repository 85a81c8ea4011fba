"""One line is one text node: iOS and braille displays halt at each piece of it (U29)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def split_texts(visit: Visit) -> list[Finding]:
    """No line cut by `strong`, `span` or the like; a change of language and a link within a sentence may cut."""
    return visit.read().findings("split_texts")
