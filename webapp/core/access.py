"""Who may call an endpoint, and what proves that a form came from our own page: declared on each, checked at start.

Deny by default: an application with an undeclared endpoint does not start. `Actor` is built afresh for every request.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from webapp.core import clock, form_owner, freshness, kept_forms, sessions
from webapp.core.acting import Authorities, MayNotAct
from webapp.core.actor import Actor
from webapp.core.database import db
from webapp.core.entrusted import Function, Refused
from webapp.core.form_owner import Owner
from webapp.core.late_forms import kept_place, led_away, way_back

View = TypeVar("View", bound=Callable[..., Any])
GUEST = "guest"
"""Where a guest's session holds the name under which things are kept for them."""
ACTING = "acting"
"""Where a person's session holds the name of the authority by which they act for another."""


class Access(Enum):
    """Levels of access, from open to closed."""

    PUBLIC = auto()
    SIGNED_IN = auto()


class Proof(Enum):
    """How a POST proves that it was sent from our own page.

    TOKEN: a token of the visitor's session in the form (personal pages); where that session has ended, the form's mark,
    or on public pages the browser's own headers. ORIGIN: the browser's own headers (public
    pages, whose bytes must be the same for everybody so that their ETags stay true). KEY: no browser sends it; the
    endpoint itself asks for a key or a signature (programs; the site has none of these). UNLESS_FOREIGN: as ORIGIN, but
    a browser may say nothing of itself, as text browsers do on pages whose address has a query; for forms that change
    nothing of anybody's but how pages look, or send words to us.
    """

    TOKEN = auto()
    ORIGIN = auto()
    KEY = auto()
    UNLESS_FOREIGN = auto()


@dataclass(frozen=True, slots=True)
class Declaration:
    """What an endpoint declares."""

    access: Access
    proof: Proof | None
    otherwise: str = ""
    """Endpoint that a visitor who is not signed in is led to by a form; the sign-in page when empty."""
    keeps: bool = False
    """Its form holds what a person typed: kept when the session has ended, given back after sign-in."""
    fresh: bool = False
    """What is done here counts as signed: only for a person who proved themselves to ЕСИА minutes ago (`freshness`)."""
    function: Function | None = None
    """What is looked at or done here belongs to the person acted for, and this is what must be entrusted for it.

    None: nothing personal, or the user's own affairs (their sign-ins, their representatives), for whomever they act.
    """


@dataclass(frozen=True, slots=True)
class Ways:
    """Endpoints to which the guard leads; all take `next`, where to go on afterwards.

    `sign_in` is for who has not signed in, `sign_in_again` for who must prove themselves anew, `choose_person` for who
    must say for whom they act (it takes `by`, the name of the authority that is wanted).
    """

    sign_in: str
    sign_in_again: str
    choose_person: str


class UndeclaredAccess(RuntimeError):
    """An endpoint says nothing about its access, or takes forms without saying what proves them."""


def public(proof: Proof | None = None, function: Function | None = None) -> Callable[[View], View]:
    """Anybody may call the endpoint; who acts for another needs the `function`."""
    return _declare(Declaration(Access.PUBLIC, proof, function=function))


def signed_in(
    proof: Proof | None = None, otherwise: str = "", keeps: bool = False, fresh: bool = False
) -> Callable[[View], View]:
    """Only a person who has signed in, about their own affairs; others are led to the sign-in page, or to `otherwise`.

    `keeps` and `fresh` are those of `Declaration`.
    """
    return _declare(Declaration(Access.SIGNED_IN, proof, otherwise, keeps, fresh))


def for_person(
    function: Function, proof: Proof | None = None, keeps: bool = False, fresh: bool = False
) -> Callable[[View], View]:
    """Only a person who has signed in, for themselves or for whom they act, as far as the `function` is entrusted."""
    return _declare(Declaration(Access.SIGNED_IN, proof, "", keeps, fresh, function))


def _declare(declared: Declaration) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.declaration = declared  # type: ignore[attr-defined]
        return view

    return mark


def declaration_of(app: Flask, endpoint: str) -> Declaration | None:
    """What the endpoint declares; None where it declares nothing."""
    return getattr(app.view_functions[endpoint], "declaration", None)


def verify(app: Flask) -> None:
    """Refuse to start when an endpoint is undeclared. Raises UndeclaredAccess with all of their names."""
    faults = []
    for rule in app.url_map.iter_rules():
        declared = declaration_of(app, rule.endpoint)
        if declared is None:
            faults.append(f"{rule.endpoint}: no access declared")
        elif declared.proof is None and (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}:
            faults.append(f"{rule.endpoint}: takes forms but declares no proof")
    if faults:
        raise UndeclaredAccess("; ".join(sorted(set(faults))))


def init_app(app: Flask, ways: Ways, authorities: Authorities) -> None:
    """`ways` are where others are led to, `authorities` says for whom somebody acts."""
    app.config.update(SIGN_IN_ENDPOINT=ways.sign_in, SIGN_IN_AGAIN_ENDPOINT=ways.sign_in_again)
    app.config.update(CHOOSE_PERSON_ENDPOINT=ways.choose_person)
    app.extensions["authorities"] = authorities
    app.jinja_env.globals.update(actor=actor, form_mark=_form_mark, is_own_page=is_own_page)
    app.before_request(_guard)
    app.extensions["before_commit"] = _hold_authority


def _hold_authority() -> None:
    """What is written for another person is written only while the right to do so still stands. Raises MayNotAct.

    Asked in the very transaction that writes, so that access that was withdrawn meanwhile is withdrawn.
    """
    acting = actor().acting
    if acting is None or declaration_of_current().function is None:
        return
    authorities: Authorities = current_app.extensions["authorities"]
    if not authorities.hold(db.session, acting, actor().user):
        raise MayNotAct(Refused.WITHDRAWN, acting.name)


def check_again() -> None:
    """Ask once more whether the right still stands, after an outside system was waited for. Raises MayNotAct."""
    acting = actor().acting
    if acting is not None:
        current_app.extensions["authorities"].acting(actor().user, acting.name)


def actor() -> Actor:
    """Who asks now. An error before the guard's turn is shown to nobody in particular."""
    found: Actor = g.get("actor") or Actor()
    return found


def remember_guest() -> Actor:
    """Give a visitor who keeps something for the first time a name of chance; returns the actor as from now on."""
    if not actor().is_known:
        session[GUEST] = secrets.token_hex(16)
        g.actor = Actor(guest=session[GUEST])
    return actor()


def _guard() -> Response | None:
    g.actor = _present_actor()
    if request.endpoint is None:
        return None
    declared = declaration_of_current()
    is_form_of_person = request.method == "POST" and form_owner.MARK in request.form
    if not g.actor.is_signed_in and (declared.access is Access.SIGNED_IN or is_form_of_person):
        if declared.otherwise:
            return redirect(url_for(declared.otherwise), 303)
        # Whoever sent a form had signed in: it ended meanwhile.
        told = {"ended": "1"} if request.method == "POST" else {}
        return led_away(declared.keeps, current_app.config["SIGN_IN_ENDPOINT"], **told)
    if is_form_of_person:
        _check_owner(declared, form_owner.owner_of(request.form))
    wanted = kept_forms.authority_asked_for(g.actor.user_id) if g.actor.user_id is not None else None
    if wanted is not None and wanted != g.actor.authority and declared.keeps:
        return redirect(url_for(current_app.config["CHOOSE_PERSON_ENDPOINT"], by=wanted, next=way_back()), 303)
    if declared.function is not None and not g.actor.may(declared.function):
        raise g.actor.stopped or MayNotAct(Refused.OUT_OF_SCOPE, g.actor.authority, declared.function)
    if declared.fresh and not is_fresh():
        return led_away(declared.keeps, current_app.config["SIGN_IN_AGAIN_ENDPOINT"])
    return None


def _check_owner(declared: Declaration, owner: Owner | None) -> None:
    """A form made for one person must not act for another, nor for a nameless visitor."""
    if owner is None or owner == g.actor.owner:
        return
    reason = "other_person" if owner.user_id != g.actor.user_id else "other_acting"
    abort(409, f"{reason}_kept" if declared.keeps and kept_place() else reason)


def is_fresh() -> bool:
    """Whether the person proved themselves to ЕСИА just now."""
    return freshness.is_fresh(sessions.current().proved_at, clock.now())


def _form_mark() -> str:
    """The mark of a form that is made now; empty for a visitor who has not signed in."""
    owner = actor().owner
    return form_owner.mark(owner) if owner is not None else ""


def is_own_page() -> bool:
    """Whether the page is about who has signed in, for whomever they act."""
    if request.endpoint is None:
        return False
    declared = declaration_of_current()
    return declared.access is Access.SIGNED_IN and declared.function is None


def _present_actor() -> Actor:
    """Built afresh from the stored session. A visitor without a cookie costs no query."""
    visitor = sessions.current()
    if visitor.token is None:
        return Actor()
    guest = visitor.get(GUEST)  # reads the row: only now is it known whose session it is
    if visitor.user_id is None:
        return Actor(guest=guest)
    authority = visitor.get(ACTING)
    return _acting(visitor.user_id, authority) if authority is not None else Actor(visitor.user_id)


def _acting(user_id: int, authority: str) -> Actor:
    """The user as the representative that they chose to be, if they still are."""
    authorities: Authorities = current_app.extensions["authorities"]
    try:
        return Actor(user_id, acting=authorities.acting(user_id, authority))
    except MayNotAct as refusal:
        return Actor(user_id, stopped=refusal)


def sign_in_address() -> str:
    """Where sign-in begins for a visitor of this page, and where it ends: at the page, if people can be led back to it.

    Pages of sign-in itself carry ЕСИА's answer in their address, home is no place to come back to.
    """
    sign_in: str = current_app.config["SIGN_IN_ENDPOINT"]
    own_blueprint = sign_in.partition(".")[0]
    is_place = request.endpoint is not None and request.method == "GET" and request.path != "/"
    if not is_place or request.blueprint == own_blueprint:
        return url_for(sign_in)
    return url_for(sign_in, next=way_back())


def declaration_of_current() -> Declaration:
    """The declaration of the endpoint that answers the present request."""
    assert request.endpoint is not None
    declared = declaration_of(current_app, request.endpoint)
    if declared is None:  # an endpoint added after the start: deny
        raise UndeclaredAccess(request.endpoint)
    return declared
