"""One page of the site in one state: who must be where, and how it is reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from a11y_tests import people
from a11y_tests.browser import Browser
from a11y_tests.steps import Steps

REGISTERS = {"programmes", "accompaniment"}
"""Systems of the sandbox whose answers about a person the site keeps."""
LATE = "late"
"""How a system fails whose answer comes after all."""
_UNANSWERED: set[tuple[str, str]] = set()
"""A site and a person of the sandbox who has met only failing registers there: forgetting them again takes seconds."""


@dataclass(frozen=True)
class Page:
    """One page in one state.

    `steps` (given the browser and the site's address) lead there from the opened page. `who` is the person of the
    sandbox who has signed in, nobody by default. `failing` says how the sandbox's systems fail meanwhile. A page that
    tells the time, or what has happened so far, is not steady: it has no accepted tree. `has_own_reading`: its steps
    choose reading settings, or lead to the sandbox, which has none. `consents`: who signs in agrees to what pages need;
    a person who does not is on pages of theirs alone. `ends_at` is the address where the steps lead, or
    redirects, when another page has it too.
    """

    name: str
    endpoint: str
    path: str
    full: bool = False
    dark: bool = False
    steps: Steps | None = field(default=None, compare=False)
    who: str = ""
    failing: Mapping[str, str] = field(default_factory=dict, compare=False)
    is_sandbox: bool = False
    is_steady: bool = True
    has_own_reading: bool = False
    consents: bool = True
    ends_at: str = ""

    @property
    def is_for_visitors(self) -> bool:
        """Whether people meet it: the style guide and the sandbox, where sign-in leads, are for those who build."""
        return not (self.endpoint.startswith(("style_guide.", "sandbox", "auth.start", "auth.go_again")))

    def reach(self, browser: Browser, site: str, reading: str = "") -> None:
        """Be who the page is for, with these reading settings on this device, open it and take its steps."""
        self._nothing_was_answered_before(site)
        if self.failing:
            people.fail(site, **self.failing)
        if self.who:
            people.become(browser, site, self.who, self.consents)
        else:
            people.become_nobody(browser)
        people.read_as(browser, site, reading)
        browser.open((people.sandbox_of(site) if self.is_sandbox else site) + self.path)
        if self.steps is not None:
            self.steps(browser, site)
        if self.failing:
            people.fail(site)

    def _nothing_was_answered_before(self, site: str) -> None:
        """What a register told this person on an earlier page would hide that it fails on this one."""
        if not REGISTERS & self.failing.keys():
            _UNANSWERED.discard((site, self.who))
        elif (site, self.who) not in _UNANSWERED:
            people.make_new(site, next(each.full_name for each in people.PEOPLE if each.slug == self.who))
            if LATE not in self.failing.values():
                _UNANSWERED.add((site, self.who))
