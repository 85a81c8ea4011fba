"""Everything by keyboard, in reading order, nothing covered, no way in without a way out (U23)."""

from collections.abc import Iterable
from itertools import pairwise

from a11y_tests.finding import Finding
from a11y_tests.tab_walk import Stop, Walk, walk
from a11y_tests.visit import Visit

# One pixel of size is the usual way to hide something from sight only.
LEAST_SIDE = 2


def _fault(rule: str, stop: Stop, message: str) -> Finding:
    return Finding("own", rule, stop.target, f'{message}: "{stop.name}"')


def _of_stop(stop: Stop) -> Iterable[Finding]:
    if stop.tab_index > 0:
        yield _fault("tab-index", stop, f"tabindex {stop.tab_index} breaks the order of reading")
    if stop.aria_hidden:
        yield _fault("tab-hidden", stop, "gets focus but is hidden from screen readers")
    if min(stop.width, stop.height) < LEAST_SIDE:
        yield _fault("tab-no-size", stop, f"gets focus at {stop.width:.0f} × {stop.height:.0f} px")
    elif stop.free == 0:
        yield _fault("tab-covered", stop, "is covered or out of the window while it has focus")
    elif stop.free < stop.sampled:
        yield _fault("tab-partly-covered", stop, f"{stop.sampled - stop.free} of {stop.sampled} points are covered")


def _goes_back(stop: Stop, following: Stop) -> bool:
    """Whether the next stop stands before this one for the eye: higher, or on the same line to the left."""
    if not stop.boxes or not following.boxes:
        return False
    left, top, width, height = stop.boxes[0]
    x, y, w, h = following.boxes[0]
    higher = y + h <= top + 1
    same_line = y < top + height and top < y + h
    # The top of a next column is higher, and right.
    return (higher and x < left + width - 1) or (same_line and x + w <= left + 1)


def _order(stops: list[Stop]) -> Iterable[Finding]:
    # The walk may have begun in the middle of the page, at an autofocused element.
    start = min(range(len(stops)), key=lambda index: stops[index].position, default=0)
    for stop, following in pairwise(stops[start:] + stops[:start]):
        if following.position < stop.position:
            yield _fault("tab-order", following, f"comes after {stop.target}, but is read before it")
        elif _goes_back(stop, following):
            yield _fault("tab-order", following, f"comes after {stop.target}, but stands before it on the screen")


def _ways_back(forward: Walk, backward: Walk) -> Iterable[Finding]:
    for walked, key in ((forward, "Tab"), (backward, "Shift+Tab")):
        if walked.trap:
            yield _fault("tab-trap", walked.trap, f"{key} does not lead out")
    reached = {stop.key for stop in backward.stops}
    if forward.trap is None and backward.trap is None:
        for stop in forward.stops:
            if stop.key not in reached:
                yield _fault("tab-no-way-back", stop, "Shift+Tab never comes here")


def keyboard(visit: Visit) -> list[Finding]:
    """Walk the page forward and back, and judge every stop and the order of the stops."""
    forward = visit.walked or walk(visit)
    backward = walk(visit, back=True)
    found = [finding for stop in forward.stops for finding in _of_stop(stop)]
    return [*found, *_order(forward.stops), *_ways_back(forward, backward)]
