"""A reader's own font of 200 % makes the text grow, and nothing is cut off (WCAG 1.4.4)."""

from a11y_tests.browser import USUAL_FONT, Browser
from a11y_tests.finding import Finding
from a11y_tests.visit import Visit

WINDOWS = ((1280, 1024), (320, 568))
# Headings may grow a little less than the text; text that hardly grows is set in pixels.
LEAST_GROWTH = 1.9


def _sizes(browser: Browser) -> dict[str, float]:
    sizes: dict[str, float] = browser.run("font_sizes")
    return sizes


def _ignored(before: dict[str, float], after: dict[str, float]) -> list[Finding]:
    return [
        Finding("own", "font-ignored", target, f"the text stays at {after[target]} px, it was {size}")
        for target, size in before.items()
        if target in after and after[target] < size * LEAST_GROWTH
    ]


def larger_font(visit: Visit) -> list[Finding]:
    """At twice the usual font size, in a wide and in a narrow window, text grows, fits and is whole."""
    before = _sizes(visit.read())
    found: list[Finding] = []
    with visit.browser.font_size(2 * USUAL_FONT):
        for width, height in WINDOWS:
            with visit.browser.viewport(width, height):
                browser = visit.open()
                if not found:
                    found += _ignored(before, _sizes(browser))
                found += browser.findings("wide", f"font-wide-{width}")
                found += browser.findings("clipped", f"font-clipped-{width}")
    return found
