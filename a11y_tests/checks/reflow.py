"""At 400 % the page is 320 pixels wide and still needs no scrolling sideways (WCAG 1.4.10, U25)."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit

# A window of 1280 × 1024 at 400 %.
WIDTH, HEIGHT = 320, 256


def reflow(visit: Visit) -> list[Finding]:
    """Nothing stands out of a window of 320 × 256, and nothing is cut off in it."""
    with visit.browser.viewport(WIDTH, HEIGHT):
        browser = visit.open()
        return browser.findings("wide", "reflow-wide") + browser.findings("clipped", "reflow-clipped")
