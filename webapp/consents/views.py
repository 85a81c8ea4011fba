"""«Согласия» over HTTP: the list, each as a document with its own button, the question before it is withdrawn."""

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.consents import actions, queries
from webapp.consents.errors import NotGiven, NotInForce, NotYours
from webapp.consents.forms import Agreement
from webapp.consents.needed import wanted_page
from webapp.consents.rules import TEXTS, Purpose, newest
from webapp.core import logging, news
from webapp.core.access import Proof, actor, for_person
from webapp.core.database import after_commit, db, let_go
from webapp.core.entrusted import Function
from webapp.core.errors import NotFound
from webapp.core.forms import Form
from webapp.core.news import News
from webapp.core.places import page_of_this_site

blueprint = Blueprint("consents", __name__)


@blueprint.get("/consents")
@for_person(Function.CONSENT)
def listed() -> str:
    """What there is to agree to, what was agreed to, by whom and since when."""
    kept = queries.all_of(actor())
    given = {(each.purpose, each.version) for each in kept if each.is_open}
    missing = [each for each in Purpose if (each, newest(each)) not in given]
    older = {purpose for purpose, _ in given}
    return render_template("consents/listed.html", kept=kept, missing=missing, older=older, newest=newest)


@blueprint.route("/consents/<purpose>", methods=["GET", "POST"])
@for_person(Function.CONSENT, Proof.TOKEN)
def one(purpose: str) -> str | Response:
    """The whole text; agree to it by its button. Then on to `next`, else here.

    `text` names a version; without it the text is shown that was agreed to, else the one in force.
    """
    wanted = _purpose(purpose)
    form = Agreement()
    if form.is_submitted():
        return _agree(wanted, form.version.data)
    given, asked = queries.given(actor(), wanted), request.args.get("text", "")
    version = asked if asked in TEXTS[wanted] else next(iter(given), newest(wanted))
    return render_template(
        "consents/one.html",
        purpose=wanted,
        given=given,
        version=version,
        newest=newest(wanted),
        known=queries.acting_as(actor()),
        hindrance=queries.hindrance(actor()),
        is_withdrawn=not given and request.args.get("done") == "withdrawn",
    )


def _agree(purpose: Purpose, version: str) -> Response:
    """Keep it, and begin what it allows; who has read another text than that in force comes to this one."""
    place = page_of_this_site(request.args.get("next", ""))
    try:
        actions.give(db.session, actor(), purpose, version)
    except NotInForce:
        return redirect(url_for(".one", purpose=purpose, text=newest(purpose), next=place or None), 303)
    after_commit(partial(actions.begin, actor(), purpose))
    logging.event("consent_given", purpose=purpose)
    if place:
        news.tell(News.AGREED)
    return redirect(place or url_for(".one", purpose=purpose, done="given"), 303)


@blueprint.route("/consents/<purpose>/withdrawal", methods=["GET", "POST"])
@for_person(Function.CONSENT, Proof.TOKEN)
def withdraw(purpose: str) -> str | Response:
    """One question; then it is over, and the copy is gone."""
    wanted = _purpose(purpose)
    if Form().is_submitted():
        actions.withdraw(db.session, actor(), wanted)
        logging.event("consent_withdrawn", purpose=wanted)
        return redirect(url_for(".one", purpose=purpose, done="withdrawn"), 303)
    if not queries.given(actor(), wanted):
        return redirect(url_for(".one", purpose=purpose), 303)
    return render_template("consents/withdraw.html", purpose=wanted, hindrance=queries.hindrance(actor()))


@blueprint.app_errorhandler(NotYours)
def not_yours(refusal: NotYours) -> tuple[str, int]:
    """Who acts for the person cannot decide about this; nothing has been done."""
    let_go()
    return render_template("consents/not_yours.html", hindrance=refusal.hindrance), 403


@blueprint.app_errorhandler(NotGiven)
def not_given(refusal: NotGiven) -> tuple[str, int]:
    """What was sent needs a consent that nobody gave, or that was withdrawn meanwhile; nothing has been done."""
    let_go()
    return wanted_page(refusal.purpose, refusal.since, is_refused=True), 403


def _purpose(text: str) -> Purpose:
    try:
        return Purpose(text)
    except ValueError:
        raise NotFound("consent") from None
