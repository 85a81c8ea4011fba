"""Reading settings over HTTP: choose, restore, take back. For text browsers too: only forms of others are refused."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.core import reading
from webapp.core.access import Proof, actor, public
from webapp.core.http_cache import revalidated
from webapp.core.places import page_of_this_site
from webapp.core.reading import USUAL, Reading
from webapp.reading_settings import actions, queries
from webapp.reading_settings.words import SETTINGS, told

blueprint = Blueprint("reading_settings", __name__)
DONE = ("chosen", "usual", "back")
"""What the page says was done last."""


@blueprint.get("")
@public()
@revalidated
def settings() -> str:
    """The settings as they are, an example, and what was just done."""
    return render_template(
        "reading_settings/settings.html",
        settings=SETTINGS,
        told=told,
        is_in_profile=actor().is_signed_in and queries.chosen(actor()) is not None,
        done=request.args.get("done", "") if request.args.get("done") in DONE else "",
        before=request.args.get("before"),
        page=page_of_this_site(request.args.get("page", "")),
    )


@blueprint.post("")
@public(Proof.UNLESS_FOREIGN)
def choose() -> Response:
    """Let the choice hold from now on; what the form leaves out stays as it was."""
    return _let_hold(Reading.chosen(request.form.to_dict(), reading.present(current_app)))


@blueprint.post("/usual")
@public(Proof.UNLESS_FOREIGN)
def restore() -> Response:
    """Everything as usual again."""
    return _let_hold(USUAL)


@blueprint.post("/before")
@public(Proof.UNLESS_FOREIGN)
def take_back() -> Response:
    """What held before the last change holds again."""
    return _let_hold(Reading.of_code(request.form.get("before", "")), done="back")


def _let_hold(chosen: Reading, done: str = "") -> Response:
    """Remember the choice here and in the profile; reading goes on at the words that say what was done (U9, U32)."""
    # What held when the page was opened: a second press of the same button must not lose the way back.
    before = Reading.of_code(request.form.get("held", reading.present(current_app).code))
    actions.choose(actor(), chosen)
    place = url_for(
        ".settings",
        done=done or ("chosen" if chosen.changed else "usual"),
        before=(before.code or "usual") if before != chosen else None,
        page=page_of_this_site(request.form.get("page", "")) or None,
        _anchor="done",
    )
    answer = redirect(place, 303)
    reading.keep_on_device(current_app, answer, chosen)
    return answer
