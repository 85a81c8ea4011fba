"""Tables are heard cell by cell (U20): header cells with a scope, and a caption."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def tables(visit: Visit) -> list[Finding]:
    """Each data table has header cells, each header cell a scope, the whole a caption."""
    return visit.read().findings("tables")
