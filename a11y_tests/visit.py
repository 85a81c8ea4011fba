"""The one thing that engines and checks are given: a page in a state, and the way to reach it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding

if TYPE_CHECKING:  # the walk goes to visits
    from a11y_tests.tab_walk import Walk


class Visit:
    """A page in one state. `reach` opens the address and takes the steps that lead to the state."""

    def __init__(self, browser: Browser, reach: Callable[[Browser], object]) -> None:
        self.browser = browser
        self.walked: Walk | None = None
        """The walk with Tab from beginning to end, once a check has taken it."""
        self._reach = reach

    @classmethod
    def at(cls, browser: Browser, url: str) -> Self:
        """The visit of a page whose state is all in its address."""
        return cls(browser, lambda opened: opened.open(url))

    def read(self) -> Browser:
        """The page, loaded only if it is not already open and untouched. The caller must not change it."""
        if self.browser.showing is not self:
            self._reach(self.browser)
            self.browser.showing = self
        return self.browser

    def open(self) -> Browser:
        """The page, loaded anew; the caller may do with it what it likes."""
        self.browser.showing = None
        self._reach(self.browser)
        self.browser.showing = None
        return self.browser


Check = Callable[[Visit], list[Finding]]
