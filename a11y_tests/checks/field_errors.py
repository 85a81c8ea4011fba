"""An error is heard only where its text is tied to its field (U14)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit
from a11y_tests.wording import wording


def field_errors(visit: Visit) -> list[Finding]:
    """Each invalid field is described by words, and each error text beside a field is tied to it."""
    return visit.read().findings("field_errors", wording("error_starts"))
