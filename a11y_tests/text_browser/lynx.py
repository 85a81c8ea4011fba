"""Lynx in a terminal of its own, used as a person uses it: Tab from link to link, Enter, letters, Space to read on."""

import os
import pty
import re
import select
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from a11y_tests.installed import program
from a11y_tests.text_browser.terminal import Screen

TAB, ENTER, SPACE, TOP = "\t", "\r", " ", "\x01"
CONFIGURATION = """
CHARACTER_SET:utf-8
PREFERRED_LANGUAGE:ru
ACCEPT_ALL_COOKIES:TRUE
SHOW_CURSOR:TRUE
VERBOSE_IMAGES:FALSE
"""
STATUS_ROW = -3
# Lynx says there what it is busy with.
BUSY = (
    "HTTP",
    "Getting",
    "Looking up",
    "Making",
    "Data transfer",
    "Read ",
    "Loading",
    "Sending",
    "Submitting",
    "Using",
)
QUIET_SECONDS = 0.08
LATE_SECONDS = 2.0
PATIENCE_SECONDS = 15
MOST_STOPS = 150
# Lynx writes «(BUTTON)», or the value that the button sends, before the words of a button.
_BEFORE_BUTTON = re.compile(r"^\([^)]*\) ")


class Lost(AssertionError):
    """What was looked for is not on the page; the message holds the screen."""


class Lynx:
    """One person with a text browser: nobody is signed in, nothing is kept. A context manager."""

    def __init__(self, folder: Path, tells_origin: bool = False) -> None:
        self.screen = Screen()
        self.keys = 0
        self.screens: list[str] = []
        """What was shown, screen after screen, each with the key that led to it."""
        self._folder = folder
        self._referer = "PARTIAL" if tells_origin else "DROP"
        self._process: subprocess.Popen[bytes] | None = None
        self._terminal = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(PATIENCE_SECONDS)
            os.close(self._terminal)

    def open(self, url: str) -> None:
        """Start with this page."""
        self._folder.mkdir(parents=True, exist_ok=True)
        configuration = self._folder / "lynx.cfg"
        configuration.write_text(f"{CONFIGURATION}REFERER_WITH_QUERY:{self._referer}\n", encoding="utf-8")
        environment = {"TERM": "vt52", "LANG": "C.UTF-8", "HOME": str(self._folder), "LINES": "24", "COLUMNS": "80"}
        self._terminal, inner = pty.openpty()
        self._process = subprocess.Popen(
            (program("lynx"), f"-cfg={configuration}", "-nopause", url),
            stdin=inner, stdout=inner, stderr=inner, env=environment, cwd=self._folder, start_new_session=True,
        )  # fmt: skip
        os.close(inner)
        self._settle(is_new_page=True)
        self._keep(f"открыть {url}")

    def text(self) -> str:
        """What the screen shows, in one line: a sentence may be broken anywhere."""
        return " ".join(" ".join(self.screen.lines()).split())

    def go(self, words: str) -> None:
        """Tab to the link or button that begins with these words, and press Enter."""
        self.reach(words)
        self.press(ENTER, f"Enter: {words}", is_new_page=True)

    def reach(self, words: str) -> None:
        """Tab until the cursor stands on what begins with these words."""
        for _ in range(MOST_STOPS):
            if _BEFORE_BUTTON.sub("", self.screen.at_cursor()).startswith(words):
                return
            before = self._place()
            self.press(TAB)
            if before == self._place() and not self._moves_late(before):
                break
        raise Lost(f"no «{words}» on this page:\n" + "\n".join(self.screen.lines()))

    def _place(self) -> tuple[int, int, str]:
        return self.screen.row, self.screen.column, self.text()

    def _moves_late(self, before: tuple[int, int, str]) -> bool:
        """Whether the cursor moves after all: a busy machine is slow, not wrong."""
        if select.select([self._terminal], [], [], LATE_SECONDS)[0]:
            self._settle(is_new_page=False)
        return self._place() != before

    def type(self, letters: str) -> None:
        """Type into the field that the cursor stands on."""
        for letter in letters:
            self.press(letter)

    def read_on(self) -> None:
        """The next screen of the page."""
        self.press(SPACE, "Пробел")

    def press(self, key: str, told: str = "", is_new_page: bool = False) -> None:
        """One key; with words for it, the screen is kept for the transcript."""
        self.keys += 1
        os.write(self._terminal, key.encode())
        self._settle(is_new_page)
        if told:
            self._keep(told)

    def _is_busy(self) -> bool:
        return self.screen.lines()[STATUS_ROW].startswith(BUSY)

    def _keep(self, told: str) -> None:
        self.screens.append("\n".join([f"[{told}]", *self.screen.lines()]).rstrip())

    def _settle(self, is_new_page: bool) -> None:
        """Read until Lynx is silent and not busy, a new page until another title stands there. Raises Lost."""
        before = "" if not is_new_page else self.screen.lines()[0]
        deadline = time.monotonic() + PATIENCE_SECONDS
        quiet = QUIET_SECONDS * 4 if is_new_page else QUIET_SECONDS
        while time.monotonic() < deadline:
            if select.select([self._terminal], [], [], quiet)[0]:
                self.screen.feed(os.read(self._terminal, 65536))
            elif not self._is_busy() and not (is_new_page and self.screen.lines()[0] == before):
                return
        raise Lost("Lynx did not come to the end:\n" + "\n".join(self.screen.lines()))
