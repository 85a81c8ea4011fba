"""A page as a printer gets it, and where each word stands on the sheets."""

import base64
import html
import re
import subprocess
from dataclasses import dataclass

from a11y_tests.browser import Browser
from a11y_tests.installed import program

INCH = 72
MARGIN = 0.4
SHEET = {"paperWidth": 8.27, "paperHeight": 11.69, "marginLeft": MARGIN, "marginRight": MARGIN}
SLACK = 2
"""Points: margins are rounded, and a letter reaches a little past its line."""
_SHEET = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_WORD = re.compile(r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>')


@dataclass(frozen=True, slots=True)
class Word:
    """A word on paper; the box and the sheet are in points."""

    text: str
    left: float
    right: float
    height: float
    sheet_width: float

    @property
    def is_whole(self) -> bool:
        """Whether none of it stands in the margin, where nothing is painted."""
        edge = MARGIN * INCH - SLACK
        return self.left >= edge and self.right <= self.sheet_width - edge


def words(browser: Browser) -> list[Word]:
    """Print the page that is open on A4 and read the words back from the sheets."""
    sheets = base64.b64decode(browser.cdp("Page.printToPDF", **SHEET)["data"])
    command = (program("pdftotext"), "-bbox", "-", "-")
    told = subprocess.run(command, input=sheets, capture_output=True, check=True, timeout=60).stdout.decode()
    found = []
    width = 0.0
    for row in told.splitlines():
        if sheet := _SHEET.search(row):
            width = float(sheet[1])
        elif word := _WORD.search(row):
            left, top, right, bottom = map(float, word.groups()[:4])
            found.append(Word(html.unescape(word[5]), left, right, bottom - top, width))
    return found
