"""The person's programme over HTTP: what they are entitled to, one item, the programme as a document."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.consents.needed import needs_consent
from webapp.consents.rules import Purpose
from webapp.core.access import Proof, actor, for_person
from webapp.core.database import db
from webapp.core.entrusted import Function
from webapp.ipra import actions, overview

blueprint = Blueprint("ipra", __name__)


@blueprint.get("")
@for_person(Function.VIEW)
@needs_consent(Purpose.PROGRAMME)
def entitlements() -> str:
    """«Что мне положено»: every item with its state and next step; without data the reason and a way on."""
    seen = overview.look(actor())
    if seen.extract is None:
        return render_template("ipra/no_answer.html", seen=seen)
    if not seen.programmes:
        return render_template("ipra/no_programme.html", seen=seen)
    return render_template("ipra/entitlements.html", seen=seen, items=overview.told(seen.items))


@blueprint.get("/items/<item_id>")
@for_person(Function.VIEW)
@needs_consent(Purpose.PROGRAMME)
def item(item_id: str) -> str:
    """One item: state, next step, who acts, by when; the way to the products that fit it."""
    seen = overview.look(actor())
    return render_template("ipra/item.html", seen=seen, item=overview.item(seen, item_id))


@blueprint.get("/programme")
@for_person(Function.VIEW)
@needs_consent(Purpose.PROGRAMME)
def programme() -> str | Response:
    """The programme that counts today, as a document."""
    return _document(None)


@blueprint.get("/programme/<programme_id>")
@for_person(Function.VIEW)
@needs_consent(Purpose.PROGRAMME)
def one_programme(programme_id: str) -> str | Response:
    """Any of the person's programmes, as a document."""
    return _document(programme_id)


@blueprint.post("/request")
@for_person(Function.VIEW, Proof.TOKEN)
@needs_consent(Purpose.PROGRAMME)
def request_anew() -> Response:
    """The person wants newer data than these."""
    actions.want_anew(actor(), db.session)
    return redirect(url_for(".entitlements", asked=1, _anchor="data"), 303)


def _document(wanted: str | None) -> str | Response:
    seen = overview.look(actor())
    if not seen.programmes:
        return redirect(url_for(".entitlements"), 303)
    return render_template("ipra/programme.html", seen=seen, document=overview.document(seen, wanted))
