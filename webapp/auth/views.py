"""Sign-in through ЕСИА over HTTP. A visitor leaves by a link, never by a form: the policy of pages keeps forms here."""

import secrets

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.auth import actions, arrivals, attempts, sign_ins
from webapp.auth.devices import device_of
from webapp.auth.places import asked_place, landing
from webapp.core import encryption, logging, sessions
from webapp.core.access import Proof, actor, public, signed_in
from webapp.core.database import db, record
from webapp.core.errors import NotFound
from webapp.core.freshness import FRESH_FOR
from webapp.core.kept_forms import is_named_by
from webapp.core.rate_limits import count_sign_in, visitor_key
from webapp.gateways.identity.port import Identified, NotIdentified, Refusal
from webapp.gateways.registry import RETURN_PATH, identity
from webapp.people import queries as people

blueprint = Blueprint("auth", __name__)
sign_ins.register(blueprint)
arrivals.register(blueprint)
AGAIN = "again"
"""Where the session holds, sealed, the number of a sign-in anew that is under way, and the place it is for."""
NUMBER_BYTES = 16
FOREIGN_RETURN, NO_SNILS, UNCONFIRMED = "foreign_return", "no_snils", "unconfirmed"
STATUSES = {
    "denied": 200,
    "second_step": 403,
    "not_allowed": 403,
    NO_SNILS: 403,
    UNCONFIRMED: 403,
    "untrusted": 502,
    "unavailable": 503,
    "busy": 503,
    "misconfigured": 503,
}
"""Status of a failure's page; the rest are 400."""
REASONS = frozenset(Refusal) | {FOREIGN_RETURN, NO_SNILS}


@blueprint.get("/sign-in")
@public()
def sign_in() -> str | Response:
    """What sign-in is, what is read, how long it lasts; the link that begins it."""
    place = asked_place()
    if actor().is_signed_in:
        return redirect(landing(place), 303)
    ended = request.args.get("ended", "")
    is_kept = bool(ended) and is_named_by(place)
    return render_template("auth/sign_in.html", place=place, ended=ended, is_kept=is_kept)


@blueprint.get("/sign-in/start")
@public()
def start() -> Response:
    """Lead to ЕСИА with a signed request; what must be known at the return waits in a row.

    A link of another site comes no further than the page before: nobody is signed in without wishing it.
    """
    if request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
        return redirect(url_for(".sign_in", next=asked_place()) if asked_place() else url_for(".sign_in"), 303)
    count_sign_in()
    return _to_esia(asked_place())


@blueprint.get("/sign-in/again")
@signed_in()
def again() -> str:
    """Why the person has to prove themselves once more, and the link that begins it."""
    place = asked_place()
    minutes = int(FRESH_FOR.total_seconds() // 60)
    return render_template("auth/again.html", place=place, minutes=minutes, is_kept=is_named_by(place))


@blueprint.get("/sign-in/again/start")
@signed_in()
def start_again() -> Response:
    """Begin it: where a session that goes on would not be asked for its password, ЕСИА ends it first.

    ЕСИА sends the visitor to `go_again` then. The number is used once; without it that page begins nothing.
    """
    if request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
        return redirect(url_for(".again", next=asked_place()), 303)
    count_sign_in()
    number = secrets.token_urlsafe(NUMBER_BYTES)
    sessions.current()[AGAIN] = encryption.seal({"number": number, "next": asked_place()})
    own: str = current_app.config["SETTINGS"].own_url
    return redirect(
        identity().fresh_address(own + url_for(".go_again", number=number)) or url_for(".go_again", number=number), 303
    )


@blueprint.get("/sign-in/again/go")
@signed_in()
def go_again() -> Response:
    """ЕСИА has ended its session: now to its sign-in, and from there to the place where something is signed."""
    waiting = encryption.unseal(sessions.current().get(AGAIN, "")) or {}
    if not waiting or not secrets.compare_digest(waiting["number"].encode(), request.args.get("number", "").encode()):
        return redirect(url_for(".again"), 303)
    del sessions.current()[AGAIN]
    return _to_esia(waiting["next"], is_fresh=True)


@blueprint.get(RETURN_PATH)
@public()
def returned() -> Response:
    """ЕСИА has sent the visitor back: exchange the code, let the person in, go on where they wanted to go.

    Whatever comes of it, the answer leads on: the code must not stay in the address. A return is not counted: without
    an attempt, whose beginning was, nobody is asked.
    """
    waiting = attempts.take(request.args.get("state", ""))
    if waiting is None:  # used already, by the other of two clicks, or never begun here
        if not actor().is_signed_in:
            return _failure(FOREIGN_RETURN)
        arrivals.note()  # somebody else may have signed in in another tab: whose pages these are must be heard
        return redirect(landing(""), 303)
    guest = actor()
    try:
        if "error" in request.args:
            raise identity().refused(request.args["error"], request.args.get("error_description", ""))
        identified = identity().finish(waiting.attempt, request.args.get("code", ""))
    except NotIdentified as error:
        return _failure(error.refusal, waiting.root, error.code)
    unfit = _unfit(identified)
    if unfit:
        return _failure(unfit, waiting.root)
    with record() as database:
        actions.enter(database, guest, identified, device_of(request.user_agent.string, visitor_key()))
    logging.event("signed_in")
    arrivals.note()
    return redirect(waiting.next_path, 303)


@blueprint.get("/sign-in/failed/<reason>")
@public()
def failed(reason: str) -> Response:
    """The page of what went wrong. Nobody was signed in, nothing was made."""
    if reason not in REASONS:
        raise NotFound("reason")
    if reason == FOREIGN_RETURN and actor().is_signed_in:  # the other of two clicks has let the person in meanwhile
        return redirect(landing(""), 303)
    return make_response(render_template("auth/failure.html", reason=reason), STATUSES.get(reason, 400))


@blueprint.get("/sign-out")
@signed_in()
def sign_out() -> str:
    """Who is signed in, and the two ways out."""
    return render_template("auth/sign_out.html", told=people.told_user(actor()))


@blueprint.post("/sign-out")
@signed_in(Proof.TOKEN, otherwise="auth.signed_out")
def leave() -> Response:
    """End this session, or all of them; browsers forget the copies that they were allowed to keep.

    Whoever presses twice, or after the session has ended, is told that they are out: that is what they wanted.
    """
    everywhere = request.form.get("where") == "everywhere"
    actions.leave(db.session, actor(), everywhere=everywhere)
    logging.event("signed_out", everywhere=everywhere)
    response = redirect(url_for(".signed_out", everywhere=1 if everywhere else None), 303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@blueprint.get("/signed-out")
@public()
def signed_out() -> str | Response:
    """Signed out here; the way to sign out of Госуслуги too. Whoever is signed in after all is told so."""
    if actor().is_signed_in:
        return redirect(url_for(".sign_out"), 303)
    is_whole, is_everywhere = "whole" in request.args, "everywhere" in request.args
    back = current_app.config["SETTINGS"].own_url + url_for(".signed_out", whole=1)
    return render_template(
        "auth/signed_out.html", is_whole=is_whole, is_everywhere=is_everywhere, esia=identity().sign_out_address(back)
    )


def _to_esia(place: str, is_fresh: bool = False) -> Response:
    """To ЕСИА with a signed request, and from there to this place."""
    try:
        beginning = identity().begin(is_fresh)
    except NotIdentified as error:
        return _failure(error.refusal)
    attempts.keep(beginning.attempt, landing(place), request.script_root)
    return redirect(beginning.address, 303)


def _unfit(identified: Identified) -> str:
    """Why a person whom ЕСИА knows cannot be let in: without these two the register tells nobody anything."""
    if not identified.is_confirmed:
        return UNCONFIRMED
    return "" if identified.snils else NO_SNILS


def _failure(reason: str, root: str | None = None, code: str = "") -> Response:
    """Lead to the page of what went wrong, in the language of the attempt's reader. `code` is ЕСИА's own number."""
    logging.event("sign_in_failed", reason=str(reason), code=code)
    here = request.script_root
    return redirect((here if root is None else root) + url_for(".failed", reason=reason).removeprefix(here), 303)
