"""Readers may set wider letters, words and lines (WCAG 1.4.12): nothing may be lost by it."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit

# The values of the success criterion.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
    "p { margin-bottom: 2em !important; }"
)


def text_spacing(visit: Visit) -> list[Finding]:
    """With the spacing of 1.4.12 no text is cut off or laid over other text."""
    browser = visit.open()
    browser.run("add_style", SPACING)
    return browser.findings("clipped", "spacing-clipped") + browser.findings("wide", "spacing-wide")
