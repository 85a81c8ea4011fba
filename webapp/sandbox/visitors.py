"""Who has signed in at the sandbox in this browser: a cookie of its own, the rest in memory."""

import secrets
from datetime import timedelta
from uuid import uuid4

from flask import Response, request

from webapp.core import clock
from webapp.sandbox import world
from webapp.sandbox.people.records import Person

COOKIE = "orientir_sandbox"
LIFE = timedelta(hours=12)
TOKEN_BYTES = 32


def session() -> world.SignedIn | None:
    """The session of this browser, if it has one that is not over."""
    found = world.current().sessions.get(request.cookies.get(COOKIE, ""))
    return found if found is not None and clock.now() - found.since <= LIFE else None


def person() -> Person | None:
    """Who has signed in."""
    found = session()
    return world.current().people.named(found.slug) if found is not None else None


def sign_in(response: Response, slug: str, ways: tuple[str, ...]) -> None:
    """From now on this browser is theirs, under a new token: an old one opens nothing any more."""
    world.current().sessions.take(request.cookies.get(COOKIE, ""))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    world.current().sessions.put(token, world.SignedIn(slug, clock.now(), str(uuid4()), ways))
    response.set_cookie(COOKIE, token, path="/", httponly=True, samesite="Lax")


def sign_out(response: Response) -> None:
    """Nobody is signed in any more; the next sign-in asks again. What sites could renew without the person is over."""
    ended = world.current().sessions.take(request.cookies.get(COOKIE, ""))
    if ended is not None:
        world.current().renewals.drop(lambda grant: grant.session_number == ended.number)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="Lax")
