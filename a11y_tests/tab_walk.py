"""Walking a page with the Tab key, as a keyboard user does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import sleep
from typing import Any

from a11y_tests.browser import Browser
from a11y_tests.visit import Visit

# No page of ours has more stops; without a limit a page that makes new controls on focus would be walked for ever.
LIMIT = 500
SETTLING = 0.02
# A player's or a frame's own parts are stops too, and look like one element from outside.
PATIENCE = {"video": 12, "audio": 12, "iframe": 12}

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Stop:
    """One element that got focus, measured while it had it. `boxes` are left, top, width, height in the document."""

    target: str
    # The same for all radios of a group: Tab enters the group at another one than Shift+Tab.
    key: str
    name: str
    tag: str
    position: int
    tab_index: int
    aria_hidden: bool
    width: float
    height: float
    # How many of the sampled points are free, and how many were sampled.
    free: int
    sampled: int
    boxes: tuple[Box, ...]


@dataclass
class Walk:
    """The stops in the order met, and the element that did not let the focus go on."""

    stops: list[Stop] = field(default_factory=list)
    trap: Stop | None = None


def _stop(row: dict[str, Any]) -> Stop:
    boxes = tuple((float(x), float(y), float(w), float(h)) for x, y, w, h in row.pop("boxes"))
    return Stop(boxes=boxes, **row)


def walk(visit: Visit, back: bool = False, look: Callable[[Browser, Stop], None] | None = None) -> Walk:
    """Press Tab (or Shift+Tab) until the focus has been everywhere; `look` is called at each new stop.

    An autofocused element starts the walk in the middle, so it goes on past the end of the page to where it began.
    """
    browser = visit.open()
    browser.run("still")
    done = Walk()
    met: set[str] = set()
    through_end, held, last = False, 0, None
    for _ in range(LIMIT):
        browser.press_tab(back)
        # A trap may take the focus back from a timer, a moment after the key.
        sleep(SETTLING)
        row = browser.run("tab_stop")
        if row is None:
            if through_end and last is None:
                return done
            through_end, last = True, None
            continue
        stop = _stop(row)
        if stop.target == last:
            held += 1
            if held >= PATIENCE.get(stop.tag, 2):
                done.trap = stop
                return done
            continue
        if stop.target in met:
            # Tab passes the end of the document before it starts anew; Shift+Tab goes round without it.
            done.trap = None if through_end or back else stop
            return done
        met.add(stop.target)
        last, held = stop.target, 0
        done.stops.append(stop)
        if look:
            look(browser, stop)
    raise AssertionError(f"the Tab walk did not end after {LIMIT} keys")
