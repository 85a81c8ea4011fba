"""Between the pages of a sign-in: which request it is about, who is here for it, the way back to the site."""

import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Response, abort, g, make_response, redirect, request, url_for

from webapp.core import clock
from webapp.sandbox import visitors, world
from webapp.sandbox.esia import provider
from webapp.sandbox.esia.clients import Client, origin_of
from webapp.sandbox.esia.grants import ONE_TIME_CODE, Authorisation
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.people.records import Person

REQUEST_BYTES = 24
_LEVELS = {"conf_acc": frozenset({"PR"}), "acc_kid": frozenset({"KD"}), "acc_not_kid": frozenset({"PR", "P"})}
_WRONG_LEVEL = {"conf_acc": "007055", "acc_kid": "007019", "acc_not_kid": "007019"}


@dataclass(frozen=True, slots=True)
class Here:
    """Who has signed in in this browser, and how."""

    person: Person
    session: world.SignedIn


def wait_for_person(asked: Authorisation) -> Response:
    """A right request waits; the person is led to consent, or to say who they are first."""
    key = secrets.token_urlsafe(REQUEST_BYTES)
    world.current().pending.put(key, asked)
    step = "consent" if who(asked) is not None else "sign_in"
    return make_response(redirect(url_for(f"esia.{step}", request=key)))


def number() -> str:
    """Of the request that the page is about."""
    return request.args.get("request", "")


def pending() -> tuple[Authorisation, Client]:
    """What the site asked for, and the site, to which the page may lead on. Answers 404 when it is over or unknown."""
    asked = world.current().pending.get(number())
    client = provider.current().clients.get(asked.client_id) if asked is not None else None
    if asked is None or client is None:
        abort(404, "request")
    g.leads_to = origin_of(asked.return_address)
    return asked, client


def who(asked: Authorisation) -> Here | None:
    """Who is here and may go on to consent; None where somebody must sign in first, or anew."""
    session = visitors.session()
    person = world.current().people.named(session.slug) if session is not None else None
    if session is None or person is None or not is_let_in(person, asked):
        return None
    is_fresh = asked.signed_in_since is None or session.since >= asked.signed_in_since
    is_proved = ONE_TIME_CODE in session.ways or not needs_code(person)
    return Here(person, session) if is_fresh and is_proved else None


def is_let_in(person: Person, asked: Authorisation) -> bool:
    """Whether the site lets accounts of this level in."""
    return person.level(clock.today()) in _LEVELS.get(asked.person_filter, {"PR", "P", "KD"})


def refusal_of_level(asked: Authorisation) -> Refused:
    """Why an account that is not let in is not."""
    return Refused(_WRONG_LEVEL[asked.person_filter])


def needs_code(person: Person) -> bool:
    """Whether signing in takes a code besides."""
    return person.has_second_step or world.current().asks_everybody_for_codes()


def sent_back(address: str, refusal: Refused, state: str) -> Response:
    """To the site, with a refusal."""
    return back(address, error=refusal.error, error_description=refusal.description, state=state)


def back(address: str, **told: str) -> Response:
    """To the site, with what it is told; what is empty is left out."""
    query = urlencode({name: value for name, value in told.items() if value})
    return make_response(redirect(f"{address}{'&' if '?' in address else '?'}{query}"))
