"""One person at one machine: a desktop, a browser, Orca; keys go in, words come out."""

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from a11y_tests.screen_reader import browsers, desktop, programs
from a11y_tests.screen_reader.heard import Heard
from a11y_tests.screen_reader.listening import LOADED, Listener
from a11y_tests.screen_reader.processes import Processes, ProgramFailed
from a11y_tests.screen_reader.ways import COUNTED

ORCA_SECONDS = 30.0
WINDOW_SECONDS = 40.0
WINDOW_BEATS = 40
"""A browser's window comes slowly and has much to say of itself."""
PATIENCE_SECONDS = 3.0
"""How long a key may take to its first words; half a second is the most that was measured on a free machine."""
BEATS = 8
AT_ONCE_BEATS = 4
"""After keys that Orca answers itself, without asking the browser to do anything."""
AT_ONCE = re.compile(r"(?:shift\+)?(?:[a-z0-9]|Down|Up|Left|Right)")
LETTER_MILLISECONDS = 8
CYRILLIC = re.compile(r"[а-яёА-ЯЁ]")
RUNS = re.compile(r"[а-яёА-ЯЁ\s\d]+|[^а-яёА-ЯЁ]+")
PAGE = "веб-документ"
"""Orca's word after a page's title. It comes with the focus, or not at all; the end of loading is always said."""


class Session:
    """A session with the screen reader; use it as a context manager. Everything it starts ends with it."""

    def __init__(self, browser: str = "firefox") -> None:
        programs.check(browser)
        self.browser = browser
        self.counts = browser == COUNTED
        self._folder = Path(tempfile.mkdtemp(prefix="orientir-orca-"))
        self._processes = Processes(self._folder, {})
        self._listener = Listener(self._folder / "heard", self._alive)
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End everything that was started, and remove its folder."""
        self._processes.end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def press(self, key: str, patience: float = PATIENCE_SECONDS) -> Heard:
        """Press one key, by its X name (`Tab`, `shift+Tab`, `h`), or `orca+KEY` with Orca's own key held down."""
        begun = time.time()
        if key.startswith("orca+"):
            self._xdotool("keydown", "Insert", "key", key.removeprefix("orca+"), "keyup", "Insert")
        else:
            self._xdotool("key", key)
        beats = AT_ONCE_BEATS if AT_ONCE.fullmatch(key) else BEATS
        return self._listener.listen(patience, beats, begun)

    def type(self, text: str) -> Heard:
        """Type into what has the focus; Orca does not repeat letters, so nothing need be heard."""
        heard = Heard()
        for run in RUNS.findall(text):
            self._processes.run("setxkbmap", "ru" if CYRILLIC.search(run) else "us")
            self._xdotool("type", "--delay", str(LETTER_MILLISECONDS), run)
            # The browser reads a key by the layout of the moment: the layout stays until all letters are read.
            heard += self.listen(0)
        self._processes.run("setxkbmap", "us")
        return heard

    def listen(self, seconds: float) -> Heard:
        """Only listen, for what comes late."""
        return self._listener.listen(seconds, BEATS)

    def open(self, address: str) -> Heard:
        """Type an address into the browser's own field; what is heard begins with the page's title."""
        self.press("ctrl+l")
        begun = time.time()
        letters = quote(address, safe=":/?#[]@!$&'()*+,;=%~")
        self._xdotool("type", "--delay", str(LETTER_MILLISECONDS), letters)
        self._xdotool("key", "Return")
        return _from_title(self._listener.listen(PATIENCE_SECONDS, BEATS, begun, loads=True))

    @contextmanager
    def person(self) -> Iterator[None]:
        """A new person comes: a window without visited links and with nobody signed in; closed in whatever state."""
        self.press(browsers.PRIVATE_WINDOW[programs.BROWSERS[self.browser]], WINDOW_SECONDS)
        try:
            yield
        finally:
            self.press("ctrl+shift+w", WINDOW_SECONDS)

    def braille(self, text: str) -> str:
        """A text in cells, by the table that the display uses."""
        tables = f"unicode.dis,{programs.BRAILLE_TABLE}"
        return self._processes.run("lou_translate", "--forward", tables, words=text).rstrip("\n")

    def _start(self) -> None:
        self._processes.environment.update(desktop.prepare(self._folder))
        desktop.start(self._processes, self._folder)
        if not self._listener.listen(ORCA_SECONDS, BEATS).speech:
            raise ProgramFailed(f"Orca said nothing: {self._processes.log('orca')}")
        self._processes.start(*browsers.command(self.browser, self._folder / "profile"))
        if not self._listener.listen(WINDOW_SECONDS, WINDOW_BEATS).speech:
            raise ProgramFailed(f"{self.browser} was not heard")

    def _xdotool(self, *arguments: str) -> None:
        self._processes.run("xdotool", *arguments)

    def _alive(self) -> None:
        ended = self._processes.ended()
        if ended:
            raise ProgramFailed(f"ended by themselves: {', '.join(ended)}: {self._processes.log(ended[0])}")


def _from_title(heard: Heard) -> Heard:
    """Without what is about the browser's own window."""
    for place, piece in enumerate(heard.speech):
        if piece.endswith(PAGE) or piece.startswith(LOADED):
            return Heard(heard.speech[place:], heard.braille, heard.first, heard.seconds)
    return heard
