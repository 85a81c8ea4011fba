"""Without colours: links, chosen answers, the place where one is and states are told by something else, too."""

from math import ceil

from PIL import Image, ImageChops

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.visit import Visit

PLAIN_STEP = 60
"""Levels of grey, of 256, that are surely seen apart."""
LEAST_SHARE = 0.02
"""Of the control's box that must change when it is chosen: less is a speck."""
CHOOSE = "document.querySelector(arguments[0]).checked = arguments[1]"


def without_colours(visit: Visit) -> list[Finding]:
    """In shades of grey nothing looks the same that says something different."""
    browser = visit.open()
    browser.run("still")
    found = browser.findings("told_by_colour")
    browser.cdp("Emulation.setEmulatedVisionDeficiency", type="achromatopsia")
    try:
        return found + _choices(browser)
    finally:
        browser.cdp("Emulation.setEmulatedVisionDeficiency", type="none")


def _choices(browser: Browser) -> list[Finding]:
    """Chosen answers that look as if they were not."""
    found = []
    for target in browser.run("chosen"):
        box = [ceil(side) for side in browser.run("brought_into_view", target)]
        chosen = browser.picture(*box)
        browser.js(CHOOSE, target, False)
        share = changed(chosen, browser.picture(*box))
        browser.js(CHOOSE, target, True)
        if share < LEAST_SHARE:
            found.append(Finding("own", "choice-by-colour", target, f"{share:.1%} of it changes when chosen"))
    return found


def changed(one: Image.Image, other: Image.Image) -> float:
    """The share of a picture that plainly differs in shades of grey."""
    differing = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()[PLAIN_STEP:]
    return sum(differing) / (one.width * one.height)
