"""What a person does who hears the page: every deed answers with what was heard, and is counted."""

import re
from collections.abc import Callable

from a11y_tests.screen_reader.heard import Heard
from a11y_tests.screen_reader.session import Session

AROUND = re.compile(r"^(?:Продолжение с |Больше нет )")
"""Orca has come to the end of the page, or has begun it anew."""
MOST_PRESSES = 60


class Reader:
    """A person at the browser's window (`Session.person` gives a new one).

    `keys` counts keys pressed (a text typed counts as one: its letters do not depend on the page), `words` the
    words that had to be listened to, `counts` whether budgets are meant for this browser.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.keys = 0
        self.words = 0
        self.counts = session.counts

    def opens(self, address: str) -> Heard:
        """Comes to an address from elsewhere; what is heard begins with the title."""
        return self._noted(self._session.open(address), keys=0)

    def presses(self, key: str) -> Heard:
        """Presses one key by its X name, or `orca+KEY`."""
        return self._noted(self._session.press(key))

    def next_heading(self) -> Heard:
        """Goes to the next heading of any level."""
        return self.presses("h")

    def next_link(self) -> Heard:
        """Goes to the next link."""
        return self.presses("k")

    def previous_link(self) -> Heard:
        """Goes back to the link before."""
        return self.presses("shift+k")

    def next_button(self) -> Heard:
        """Goes to the next button."""
        return self.presses("b")

    def next_landmark(self) -> Heard:
        """Goes to the next landmark."""
        return self.presses("m")

    def next_item(self) -> Heard:
        """Goes to the next item of a list."""
        return self.presses("i")

    def reads_on(self) -> Heard:
        """Reads the next line."""
        return self.presses("Down")

    def tabs(self) -> Heard:
        """Goes to the next link, field or button by Tab: in a field, letters are typed from then on."""
        return self.presses("Tab")

    def presses_enter(self) -> Heard:
        """Follows a link, presses a button, sends a form; hears the page that loads."""
        return self.presses("Return")

    def goes_back(self) -> Heard:
        """Returns to the page before."""
        return self.presses("alt+Left")

    def types(self, text: str) -> Heard:
        """Types into the field that has the focus."""
        return self._noted(self._session.type(text))

    def waits(self, seconds: float) -> Heard:
        """Only listens."""
        return self._noted(self._session.listen(seconds), keys=0)

    def repeats(self, deed: Callable[[], Heard], phrase: str) -> Heard:
        """Does something until a phrase is heard, at most once round the page; all that was heard on the way."""
        heard, rounds = Heard(), 0
        for _ in range(MOST_PRESSES):
            now = deed()
            heard += now
            rounds += any(AROUND.match(piece) for piece in now.speech)
            if now.has(phrase) or rounds > 1:
                break
        return heard

    def shows(self, heard: Heard, phrase: str) -> bool:
        """Whether a phrase stood on the Braille line at once, without moving it."""
        cells = self._session.braille(phrase)
        return any(cells in line for line in heard.braille)

    def _noted(self, heard: Heard, keys: int = 1) -> Heard:
        self.keys += keys
        self.words += heard.words
        return heard
