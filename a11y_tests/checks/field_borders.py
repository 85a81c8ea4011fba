"""A field is found by its border: at least 3:1 against what is around it (U26)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def field_borders(visit: Visit) -> list[Finding]:
    """The weakest drawn side of each field's border, or its filling where nothing is drawn, has 3:1."""
    return visit.read().findings("field_borders", 3)
