"""With the system's forced colours text, fields, buttons and focus are still seen (U36)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def forced_colors(visit: Visit) -> list[Finding]:
    """Text readable, borders of fields and buttons drawn, focus shown by more than a shadow or a colour."""
    with visit.browser.media(forced_colors="active"):
        browser = visit.open()
        browser.run("still")
        return browser.findings("forced_colors", 7, 3)
