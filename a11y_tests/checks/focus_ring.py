"""Focus is seen (U23): at least 3 pixels thick, in two tones so that it holds on any background."""

from math import ceil, floor
from typing import Any
from weakref import WeakKeyDictionary

from PIL import Image

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.ring import Ring, measure
from a11y_tests.tab_walk import Box, Stop, walk
from a11y_tests.visit import Visit

# Room around the element for an indicator that stands off it.
MARGIN = 14
# Fewer changed pixels than this are no indicator at all.
LEAST_PIXELS = 12
THICK = 3.0
# Rounded corners take a little from a ring of exactly three pixels.
SLACK = 0.3

Window = tuple[float, float, float, float]
_RINGS: WeakKeyDictionary[Browser, dict[str, Ring]] = WeakKeyDictionary()
"""What was measured in each browser, by the look of the element and of what it stands in."""


def _picture(browser: Browser, boxes: list[Box], window: Window) -> Image.Image:
    left, top, right, bottom = window
    x = max(left, floor(min(b[0] for b in boxes)) - MARGIN)
    y = max(top, floor(min(b[1] for b in boxes)) - MARGIN)
    width = min(right, ceil(max(b[0] + b[2] for b in boxes)) + MARGIN) - x
    height = min(bottom, ceil(max(b[1] + b[3] for b in boxes)) + MARGIN) - y
    return browser.picture(int(x), int(y), max(1, int(width)), max(1, int(height)))


def _perimeter(boxes: list[Box], window: Window) -> float:
    """The length of the edges that are in the window: a ring at the others cannot be photographed."""
    left, top, right, bottom = window
    length = 0.0
    for x, y, w, h in boxes:
        across = max(0.0, min(right, x + w) - max(left, x))
        down = max(0.0, min(bottom, y + h) - max(top, y))
        length += across * sum(top <= edge <= bottom for edge in (y, y + h))
        length += down * sum(left <= edge <= right for edge in (x, x + w))
    return length


def _ring(browser: Browser) -> Ring:
    """The ring of the element with focus: of elements that look alike in all that it depends on, the first one's."""
    shown = browser.run("focus_shown")
    rings = _RINGS.setdefault(browser, {})
    if shown["look"] in rings:
        browser.run("focus_given_back")
    else:
        rings[shown["look"]] = _photographed(browser, shown)
    return rings[shown["look"]]


def _photographed(browser: Browser, shown: dict[str, Any]) -> Ring:
    boxes, window = [tuple(box) for box in shown["boxes"]], tuple(shown["window"])
    focused = _picture(browser, boxes, window)
    browser.run("focus_taken")
    plain = _picture(browser, boxes, window)
    browser.run("focus_given_back")
    return measure(focused, plain, _perimeter(boxes, window))


def _judge(stop: Stop, ring: Ring) -> list[Finding]:
    if ring.changed < LEAST_PIXELS:
        return [Finding("own", "focus-invisible", stop.target, f'nothing is seen of the focus: "{stop.name}"')]
    found = []
    if ring.thickness < THICK - SLACK:
        message = f'the focus mark is {ring.thickness:.1f} px thick, needs {THICK:.0f}: "{stop.name}"'
        found.append(Finding("own", "focus-thin", stop.target, message))
    if not ring.two_tone:
        found.append(Finding("own", "focus-one-tone", stop.target, f'the focus mark has no second tone: "{stop.name}"'))
    return found


def focus_ring(visit: Visit) -> list[Finding]:
    """Photograph every look of a Tab stop with focus and without, and measure the difference.

    The thickness is a mean: the area of what changed, over the length of the element's edge. The walk is left to the
    check `keyboard`, which would go the same way.
    """
    found: list[Finding] = []

    def look(browser: Browser, stop: Stop) -> None:
        # What has no size cannot be photographed; the keyboard check names it.
        if stop.boxes:
            found.extend(_judge(stop, _ring(browser)))

    visit.walked = walk(visit, look=look)
    return found
