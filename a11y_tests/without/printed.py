"""On paper: the words of the page and none of the controls, black on white, in letters that fit the sheet."""

import re

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit
from a11y_tests.without import paper

TALLEST = 60
"""Points of the tallest line: a heading of large print."""
LEAST, MOST = 12, 18
"""Points of plain text: usual letters, and what is called large print."""


def printed(visit: Visit) -> list[Finding]:
    """What the style sheet makes of the page for a printer, then what stands on the sheets."""
    browser = visit.open()
    with browser.on_paper():
        found = browser.findings("on_paper", LEAST, MOST) + browser.findings("clipped", "paper-clipped")
        wanted, addresses = browser.run("main_text"), browser.run("outer_links")
    words = paper.words(browser)
    read = [letters for word in words if (letters := _letters(word.text))]
    there = "".join(read)
    found += [
        Finding("own", "paper-lost", text, "is on the page and not on paper")
        for text in wanted
        if _letters(text) not in there and not _stands_together(text, read)
    ]
    found += [
        Finding("own", "paper-address", address, "the address of a link is not on paper")
        for address in addresses
        if _letters(address) not in there
    ]
    for word in words:
        if not word.is_whole:
            found.append(Finding("own", "paper-edge", word.text, "is cut by the margin of the sheet"))
        if word.height > TALLEST:
            found.append(Finding("own", "paper-huge", word.text, f"{word.height:.0f} points tall, at most {TALLEST}"))
    return found


def _letters(text: str) -> str:
    """A text without spaces, hyphens and signs, which line breaks may add."""
    return re.sub(r"[\W_]", "", text).casefold()


def _stands_together(text: str, read: list[str]) -> bool:
    """Whether the words of a text stand one by another, in any order: large lines are read back in columns."""
    wanted = sorted(letters for word in text.split() if (letters := _letters(word)))
    places = range(len(read) - len(wanted) + 1)
    return bool(wanted) and any(sorted(read[place : place + len(wanted)]) == wanted for place in places)
