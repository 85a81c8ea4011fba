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
from webapp.core.errors import NotFound, not_kept
from webapp.core.origin import is_foreign
from webapp.core.places import page_of_this_site, parts_of
from webapp.core.rate_limits import count_form

View = TypeVar("View", bound=Callable[..., Any])
GUEST = "guest"
"""Where a guest's session holds the name under which things are kept for them."""


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


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. Nobody has both: `user_id` is the person who has signed in, `guest` a visitor who keeps something."""

    user_id: int | None = None
    guest: str | None = None

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None

    @property
    def is_known(self) -> bool:
        """Whether pages may differ for this visitor."""
        return self.user_id is not None or self.guest is not None

    @property
    def user(self) -> int:
        """Who is here: the person who has signed in. Raises NotFound for anybody else."""
        if self.user_id is None:
            raise NotFound("person")
        return self.user_id

    @property
    def person_id(self) -> int:
        """Whose things are looked at. Today everybody acts for themselves. Raises NotFound for a visitor."""
        return self.user


class UndeclaredAccess(RuntimeError):
    """An endpoint says nothing about its access, or takes forms without saying what proves them."""


def public(proof: Proof | None = None) -> Callable[[View], View]:
    """Anybody may call the endpoint."""
    return _declare(Declaration(Access.PUBLIC, proof))


def signed_in(
    proof: Proof | None = None, otherwise: str = "", keeps: bool = False, fresh: bool = False
) -> Callable[[View], View]:
    """Only a person who has signed in; others are led to the sign-in page, or to `otherwise`.

    `keeps` and `fresh` are those of `Declaration`.
    """
    return _declare(Declaration(Access.SIGNED_IN, proof, otherwise, keeps, fresh))


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


def init_app(app: Flask, sign_in: str, sign_in_again: str) -> None:
    """`sign_in` is the endpoint that others are led to, `sign_in_again` the one for who must prove themselves anew.

    Both take `next`, where to go on afterwards.
    """
    app.config.update(SIGN_IN_ENDPOINT=sign_in, SIGN_IN_AGAIN_ENDPOINT=sign_in_again)
    app.jinja_env.globals.update(actor=actor, form_mark=_form_mark)
    app.before_request(_guard)


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
        return _led_away(declared, current_app.config["SIGN_IN_ENDPOINT"], **told)
    # A form made for one person must not act for another, nor for a nameless visitor.
    if is_form_of_person and form_owner.owner_of(request.form) not in (None, g.actor.user_id):
        abort(409, "other_person_kept" if declared.keeps and _kept_place() else "other_person")
    if declared.fresh and not is_fresh():
        return _led_away(declared, current_app.config["SIGN_IN_AGAIN_ENDPOINT"])
    return None


def is_fresh() -> bool:
    """Whether the person proved themselves to ЕСИА just now."""
    return freshness.is_fresh(sessions.current().proved_at, clock.now())


def _led_away(declared: Declaration, endpoint: str, **told: Any) -> Response:
    """To this endpoint of sign-in and back to the form. What was typed is kept on the way, or given back at once."""
    place = _place_of_form(declared)
    is_lost = request.method == "POST" and declared.keeps and not kept_forms.is_named_by(place)
    if is_lost and not is_foreign():
        return not_kept(kept_forms.typed(), url_for(endpoint, next=place))
    return redirect(url_for(endpoint, next=place, **told), 303)


def _place_of_form(declared: Declaration) -> str:
    """Where to go on after sign-in; where what was typed had to be kept, the page that gives it back."""
    if request.method != "POST" or not declared.keeps:
        return way_back()
    return _kept_place() or kept_forms.page_of_form()


def _kept_place() -> str:
    """Keep the form for the person it was made for; the page that gives it back, empty where nothing could be kept.

    The guard comes before the proof and the limit of forms: a form of another site is not kept, each kept one counts.
    """
    owner = form_owner.owner_of(request.form)
    if owner is None or is_foreign():
        return ""
    count_form()
    return kept_forms.keep(owner)


def _form_mark() -> str:
    """The mark of a form that is made now; empty for a visitor who has not signed in."""
    user_id = actor().user_id
    return form_owner.mark(user_id) if user_id is not None else ""


def _present_actor() -> Actor:
    """Built afresh from the stored session. A visitor without a cookie costs no query."""
    visitor = sessions.current()
    if visitor.token is None:
        return Actor()
    guest = visitor.get(GUEST)  # reads the row: only now is it known whose session it is
    return Actor(visitor.user_id) if visitor.user_id is not None else Actor(guest=guest)


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


def way_back() -> str:
    """Where to go on after sign-in: the page asked for; for a form the page that held it."""
    if request.method == "GET":
        return request.script_root + request.full_path.rstrip("?")
    page = parts_of(request.referrer or "")
    own = page_of_this_site(page.path) if page.netloc == request.host else ""
    return own or request.script_root + "/"


def declaration_of_current() -> Declaration:
    """The declaration of the endpoint that answers the present request."""
    assert request.endpoint is not None
    declared = declaration_of(current_app, request.endpoint)
    if declared is None:  # an endpoint added after the start: deny
        raise UndeclaredAccess(request.endpoint)
    return declared
