"""Accompaniment over HTTP: what it is, the order retold, whether the person has the right to it."""

from datetime import date

from flask import Blueprint, render_template

from webapp.accompaniment import rules, words
from webapp.accompaniment.kind import KIND
from webapp.applications import pages
from webapp.consents.needed import needs_consent
from webapp.consents.rules import Purpose
from webapp.core import clock
from webapp.core.access import actor, for_person, public
from webapp.core.entrusted import Function
from webapp.core.http_cache import revalidated
from webapp.ipra import overview

blueprint = Blueprint("accompaniment", __name__)
pages.attach(blueprint, KIND, needs_consent(Purpose.PROGRAMME), "/my/accompaniment")
SIGNED, SINCE = date(2024, 7, 18), date(2025, 3, 1)
"""When the order was signed, and from when on it holds."""


@blueprint.get("/accompaniment")
@public()
@revalidated
def about() -> str:
    """What it is, who gives it, how to ask, stop and resume, when it ends, what it is not (paragraph 5)."""
    return render_template("accompaniment/about.html", counted=rules.COUNTED)


@blueprint.get("/accompaniment/order")
@public()
@revalidated
def order() -> str:
    """The order retold, paragraph by paragraph."""
    return render_template("accompaniment/order.html", signed=SIGNED, since=SINCE)


@blueprint.get("/my/accompaniment")
@for_person(Function.VIEW)
@needs_consent(Purpose.PROGRAMME)
def right() -> str:
    """Whether the person has the right, by which participant, and why; without the register's answer that page."""
    seen = overview.look(actor())
    if seen.extract is None:
        return render_template("ipra/no_answer.html", seen=seen)
    found = rules.eligibility(seen.programmes, clock.today())
    organisation = next(one for one in found if one.participant is rules.Participant.ORGANISATION)
    return render_template("accompaniment/right.html", found=found, main=organisation, ways=words.ways(organisation))
