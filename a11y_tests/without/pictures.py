"""Without pictures, blocked or not wanted: their words stand in their place."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit
from a11y_tests.without.told import lost, told

PICTURES = ("*.svg", "*.svg?*", "*.png", "*.png?*", "*.jpg", "*.jpg?*", "*.webp", "*.webp?*")


def without_pictures(visit: Visit) -> list[Finding]:
    """The same is told without them, and each description is seen whole where the picture would be."""
    before = told(visit.read())
    browser = visit.browser
    with browser.blocking(*PICTURES):
        visit.open()
        after = told(browser)
        return lost("picture-needed", before, after) + browser.findings("pictures_missing")
