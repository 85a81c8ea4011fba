"""Signing a visitor in: through a running sandbox as a person does it, or past it by a sign-on that the test plays."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit
from uuid import uuid4

import requests
import sqlalchemy as sa
from flask import Flask

from tests.support.html import elements, parsed, words
from tests.support.page import Page
from tests.support.strict_client import REDIRECTS, StrictClient, visitor
from tests.support.tables import RECORDED, contents
from webapp.consents import actions as consents_actions
from webapp.consents.rules import Purpose
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.database import Base, db, record
from webapp.core.sessions import StoredSession, hash_of
from webapp.gateways.identity.port import Attempt, Beginning, Identified, NotIdentified, Refusal
from webapp.gateways.identity.refusals import refusal_of
from webapp.people.models import Person

START, RETURN = "/sign-in/start", "/sign-in/return"
ALLOW, REFUSE = "allow", "refuse"
PLACE = "/help"
"""Where tests go on after sign-in: a page that asks nobody anything."""
PATIENCE_SECONDS = 10
PLAYED = "https://esia.example/authorise"
ANNA = Identified(
    oid="1000600101",
    last_name="Крылова",
    first_name="Анна",
    middle_name="Игоревна",
    birth_date=date(1979, 3, 15),
    gender="F",
    snils="000-000-601 99",
    region="Нижегородская область",
    is_confirmed=True,
    signed_in_at=datetime(2026, 11, 22, 9, tzinfo=UTC),
    proved_at=datetime(2026, 11, 22, 9, tzinfo=UTC),
)
"""Invented. The sandbox does not know her."""
PUBLIC_DATA = frozenset(
    "certificate_amount city data_version item kind known_word maker number_line placed_product posting product"
    " product_count region section uncoded_item".split()
)
"""Tables in which nothing is anybody's."""
BORIS = replace(
    ANNA, oid="1000600102", last_name="Зимин", first_name="Борис", middle_name="", gender="M", snils="000-000-602 98"
)


class PlayedIdentity:
    """The port `Identity` with outcomes that the test chooses. A code is good once, as ЕСИА's are."""

    def __init__(self) -> None:
        self.exchanged: list[tuple[Attempt, str]] = []
        self.fresh: list[bool] = []
        self._outcomes: dict[str, Identified | NotIdentified] = {}

    def code_for(self, outcome: Identified | Refusal) -> str:
        """A code that leads to this person, or to this refusal."""
        code = secrets.token_urlsafe(16)
        self._outcomes[code] = NotIdentified(outcome) if isinstance(outcome, Refusal) else outcome
        return code

    def begin(self, is_fresh: bool = False) -> Beginning:
        self.fresh.append(is_fresh)
        attempt = Attempt(str(uuid4()), secrets.token_urlsafe(48))
        return Beginning(f"{PLAYED}?{urlencode({'state': attempt.state})}", attempt)

    def refused(self, error: str, description: str) -> NotIdentified:
        return refusal_of(error, description)

    def finish(self, attempt: Attempt, code: str) -> Identified:
        self.exchanged.append((attempt, code))
        outcome = self._outcomes.pop(code, NotIdentified(Refusal.EXPIRED))
        if isinstance(outcome, NotIdentified):
            raise outcome
        return outcome

    def fresh_address(self, back: str) -> str | None:
        return self.sign_out_address(back)

    def sign_out_address(self, back: str) -> str:
        return f"https://esia.example/out?{urlencode({'redirect_url': back})}"


def played(app: Flask) -> PlayedIdentity:
    """Put a sign-on that the test plays in the place of ЕСИА."""
    identity = PlayedIdentity()
    app.extensions["identity"] = identity
    return identity


def begun(client: StrictClient, place: str = PLACE, start: str = START) -> str:
    """The visitor follows the link that begins sign-in; returns the state with which ЕСИА will send them back."""
    answer = client.get(f"{start}?{urlencode({'next': place})}" if place else start)
    assert answer.status_code == 303, answer.status_code
    return parameter(answer.headers["Location"], "state")


def come_back(client: StrictClient, **told: str) -> Page:
    """ЕСИА has sent the visitor back with these parameters; redirects inside the site are followed."""
    return client.page(f"{RETURN}?{urlencode(told)}")


def sign_in(
    app: Flask,
    person: Identified = ANNA,
    client: StrictClient | None = None,
    place: str = PLACE,
    consents: bool = True,
) -> StrictClient:
    """A visitor who has signed in as this person through the played sign-on; a new visitor where none is given.

    They agree to everything that needs a consent, unless `consents` says otherwise.
    """
    client = client or visitor(app)
    identity: PlayedIdentity = app.extensions["identity"]
    arrived = come_back(client, state=begun(client, place), code=identity.code_for(person))
    assert is_signed_in(arrived)
    if consents:
        consent(client)
    return client


def consent(client: StrictClient) -> None:
    """Who has signed in gives every consent that there is, past the pages."""
    with client.application.app_context(), record() as database:
        here = sa.select(StoredSession.user_id).where(StoredSession.token_hash == hash_of(token_of(client)))
        person = Actor(database.scalars(here).one())
        for purpose in Purpose:
            consents_actions.give(database, person, purpose)


def is_signed_in(page: Page) -> bool:
    """What the menu of a page says."""
    said = [link.words for link in page.links]
    out, into = ({"Выйти", "Sign out"} & set(said), {"Войти", "Sign in"} & set(said))
    assert bool(out) != bool(into), said
    return bool(out)


class Traveller:
    """One visitor with one browser: pages of the site by its test client, pages of the sandbox over HTTP.

    Redirects between the two are followed by hand, so that a test may stop at any of them.
    """

    def __init__(self, client: StrictClient, sandbox: str) -> None:
        self.client = client
        self.sandbox = sandbox
        self._browser = requests.Session()
        self._browser.trust_env = False

    def sign_in(self, slug: str, place: str = PLACE, consents: bool = True) -> Page:
        """The whole way; returns the page of the site where it ends, all consents given unless said otherwise."""
        page = self.arrive(self.agree(self.leave(place), slug))
        if not consents or not is_signed_in(page):
            return page
        consent(self.client)
        return self.client.page(page.address) if page.address.startswith("/my") else page

    def leave(self, place: str = PLACE) -> str:
        """Begin sign-in; returns the signed address at ЕСИА that the site leads to."""
        answer = self.client.get(f"{START}?{urlencode({'next': place})}" if place else START)
        assert answer.status_code == 303, answer.status_code
        assert answer.headers["Location"].startswith(self.sandbox)
        return answer.headers["Location"]

    def agree(self, address: str, slug: str, decision: str = ALLOW) -> str:
        """Be this person at ЕСИА and decide; returns the address at the site that ЕСИА leads back to."""
        here = self.at_sandbox(address)
        if urlsplit(here).path == "/sign-in":
            here = self._send(here, person=slug)
        if urlsplit(here).path == "/consent" and self.who_consents(here) != slug:
            here = self._send(here.replace("/consent", "/sign-in"), person=slug)
        if urlsplit(here).path == "/consent":
            here = self._send(here, person=slug, decision=decision)
        assert not here.startswith(self.sandbox), here
        return here

    def arrive(self, address: str) -> Page:
        """Open what ЕСИА leads back to, which must be an address of the site as browsers know it."""
        own = self.client.application.config["SETTINGS"].own_url
        assert address.startswith(f"{own}/"), address
        return self.client.page(address.removeprefix(own))

    def at_sandbox(self, address: str) -> str:
        """Where an address of the sandbox leads in this browser."""
        return self._followed(self._browser.get(address, allow_redirects=False, timeout=PATIENCE_SECONDS))

    def status_of(self, address: str) -> int:
        """How the sandbox answers, no redirect followed."""
        return self._browser.get(address, allow_redirects=False, timeout=PATIENCE_SECONDS).status_code

    def heading(self, address: str) -> str:
        """What a page of the sandbox is called."""
        return words(elements(parsed(self._text(address)), "h1")[0])

    def who_consents(self, address: str) -> str:
        """The person whom the consent page speaks to."""
        fields = elements(parsed(self._text(address)), "input")
        return next(field.get("value") or "" for field in fields if field.get("name") == "person")

    def _text(self, address: str) -> str:
        return self._browser.get(address, timeout=PATIENCE_SECONDS).text

    def _send(self, address: str, **answers: str) -> str:
        headers = {"Sec-Fetch-Site": "same-origin"}
        answer = self._browser.post(
            address, data=answers, headers=headers, allow_redirects=False, timeout=PATIENCE_SECONDS
        )
        return self._followed(answer)

    def _followed(self, answer: requests.Response) -> str:
        """The end of the sandbox's redirects: a page of its own, or an address elsewhere."""
        while answer.status_code in REDIRECTS:
            address = urljoin(answer.url, answer.headers["Location"])
            if not address.startswith(self.sandbox):
                return address
            answer = self._browser.get(address, allow_redirects=False, timeout=PATIENCE_SECONDS)
        assert answer.status_code == 200, f"{answer.status_code} at {answer.url}"
        return answer.url


NewTraveller = Callable[[], Traveller]


def parameter(address: str, name: str) -> str:
    """The value of a parameter of an address."""
    return parse_qs(urlsplit(address).query, strict_parsing=True)[name][0]


def token_of(client: StrictClient) -> str:
    """The token that the visitor's cookie holds."""
    cookie = client.get_cookie("orientir")
    assert cookie is not None
    return cookie.value


def with_cookie(app: Flask, token: str) -> StrictClient:
    """A visitor whose cookie holds this token."""
    client = visitor(app)
    client.set_cookie("orientir", token)
    return client


def kept_of_people(app: Flask) -> dict[str, int]:
    """Table → a number that changes with any of its rows: all tables but those of public data and of what requests
    note down."""
    return contents(app, RECORDED | PUBLIC_DATA | {"sign_in_attempt"})


def signed_in_sessions(app: Flask) -> list[int]:
    """Whose sessions there are, guests' left out: one number of a person for each session, in order."""
    with app.app_context():
        found = db.session.scalars(sa.select(StoredSession.user_id).where(StoredSession.user_id.is_not(None)))
        return sorted(number for number in found if number is not None)


def number_of(app: Flask, person: Identified) -> int:
    """The person's number in our database."""
    with app.app_context():
        return db.session.scalars(sa.select(Person.id).where(Person.oid == person.oid)).one()


def forget_everybody(app: Flask) -> Flask:
    """Make a site that a test has used as new again: nobody was here, the clock is right. Cheaper than a new one."""
    with app.app_context(), record() as database:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in PUBLIC_DATA | {"access_log"}:  # the log takes new rows only
                database.execute(sa.delete(table))
    (app.config["SETTINGS"].data_dir / clock.SHIFT_FILE).unlink(missing_ok=True)
    return app


def pass_time(app: Flask, **time: float) -> None:
    """Move the clock of the site, and of the sandbox that shares its folder, by so much."""
    moved = app.extensions["clock"]
    assert isinstance(moved, clock.ShiftedClock)
    moved.move(moved.shift() + timedelta(**time))
