"""Somebody who signs in: goes from page to page of the site and of the sandbox as a person does, without thinking."""

import re
import time
from dataclasses import dataclass

import requests
from flask import Flask
from flask.testing import FlaskClient

from bench.load import AS_BROWSERS_ASK, HOST, PATIENCE_SECONDS

START = "/sign-in/start"
CONSENT, PEOPLE, ACTING_FOR = "/my/consents/programme", "/my/people", "/my/acting-for"
ACTING = re.compile(r'name="acting" value="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
COOKIE = "orientir"
BROWSER = "traveller"
"""What the traveller calls itself: requests of the site to the sandbox bear another name."""


class NotSignedIn(RuntimeError):
    """The way did not end at a page of a person who has signed in."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One way from the start of sign-in to the page shown, bodies read. Of its answers `at_site` came from the site.

    Who comes for the first time agrees to what the page needs; that is not counted. `html` is the page after it.
    """

    seconds: float
    seconds_at_site: float
    requests: int
    at_site: int
    address: str
    html: str
    token: str


class Traveller:
    """One visitor with one browser. Close it: it is a context manager."""

    def __init__(self, port: int) -> None:
        self._site = f"http://{HOST}:{port}"
        self._browser = requests.Session()
        self._browser.trust_env = False
        self._browser.headers.update({**AS_BROWSERS_ASK, "User-Agent": BROWSER})

    def __enter__(self) -> "Traveller":
        return self

    def __exit__(self, *_error: object) -> None:
        self._browser.close()

    def look(self, address: str) -> float:
        """Open a page of the site; returns the seconds that it took."""
        started = time.perf_counter()
        self._open(f"{self._site}{address}")
        return time.perf_counter() - started

    def sign_in(self, who: str) -> Trip:
        """Sign in as the sandbox's person of this slug and end where the site leads. Raises NotSignedIn."""
        started = time.perf_counter()
        choice = self._open(f"{self._site}{START}")
        consent = self._press(choice, person=who)
        landing = self._press(consent, person=who, decision="allow")
        seconds = time.perf_counter() - started
        answers = [each for last in (choice, consent, landing) for each in (*last.history, last)]
        at_site = [each for each in answers if each.url.startswith(self._site)]
        token = self._browser.cookies.get(COOKIE, domain=HOST)
        if not landing.url.startswith(self._site) or "/sign-in" in landing.url or token is None:
            raise NotSignedIn(landing.url.partition("?")[0])
        return Trip(
            seconds=seconds,
            seconds_at_site=sum(each.elapsed.total_seconds() for each in at_site),
            requests=len(answers),
            at_site=len(at_site),
            address=landing.url.removeprefix(self._site),
            html=self._consented(landing),
            token=token,
        )

    def _consented(self, landing: requests.Response) -> str:
        """The page where sign-in ended, as it is once the person has agreed to what it needs."""
        if CONSENT not in landing.text:
            return landing.text
        self._send(self._open(f"{self._site}{CONSENT}"), CONSENT)
        return self._open(landing.url).text

    def act_for_somebody(self) -> None:
        """From now on act for the first of the people for whom one may. Raises NotSignedIn when there is nobody."""
        page = self._open(f"{self._site}{PEOPLE}")
        first = ACTING.search(page.text)
        if first is None:
            raise NotSignedIn("there is nobody to act for")
        self._send(page, ACTING_FOR, acting=first[1])

    def _send(self, page: requests.Response, address: str, **fields: str) -> None:
        """Send a form of the site that stands on the page."""
        headers = {"Sec-Fetch-Site": "same-origin", "Referer": page.url}
        form = dict(HIDDEN.findall(page.text)) | fields
        there = f"{self._site}{address}"
        _shown(self._browser.post(there, data=form, headers=headers, timeout=PATIENCE_SECONDS))

    def _press(self, page: requests.Response, **fields: str) -> requests.Response:
        """Send the form of a page of the sandbox to where the page stands."""
        headers = {"Sec-Fetch-Site": "same-origin"}
        answer = self._browser.post(page.url, data=fields, headers=headers, timeout=PATIENCE_SECONDS)
        return _shown(answer)

    def _open(self, address: str) -> requests.Response:
        return _shown(self._browser.get(address, timeout=PATIENCE_SECONDS))


def _shown(answer: requests.Response) -> requests.Response:
    if answer.status_code != 200:
        raise NotSignedIn(f"{answer.status_code} at {answer.url.partition('?')[0]}")
    return answer


def visitor(app: Flask, token: str = "") -> FlaskClient:
    """A visitor of the site within this process, in the session of the token."""
    client = app.test_client()
    if token:
        client.set_cookie(COOKIE, token)
    return client


def in_session(token: str) -> tuple[tuple[str, str], ...]:
    """The header of a visitor in the session of the token."""
    return (("Cookie", f"{COOKIE}={token}"),)
