"""Accompaniment over HTTP: what it is, the order retold, whether the person has the right to it."""

from datetime import date

from flask import Blueprint, render_template, request

from webapp.accompaniment import exchange, home, nearby, rules, words
from webapp.accompaniment.cockpit import cockpit
from webapp.accompaniment.kind import KIND
from webapp.applications import pages
from webapp.certificates.region import chosen
from webapp.consents.needed import needs_consent
from webapp.consents.rules import ACCOMPANIMENT_SINCE, Purpose
from webapp.core import clock
from webapp.core.access import actor, for_person, public
from webapp.core.entrusted import Function
from webapp.core.http_cache import revalidated
from webapp.gateways.programmes.port import Direction
from webapp.ipra import overview

blueprint = Blueprint("accompaniment", __name__)
pages.attach(blueprint, KIND, needs_consent(Purpose.PROGRAMME, ACCOMPANIMENT_SINCE), "/my/accompaniment")
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
@needs_consent(Purpose.PROGRAMME, ACCOMPANIMENT_SINCE)
def right() -> str:
    """Whether the person has the right and why, who helps now, what may be asked of whom."""
    seen = overview.look(actor())
    if seen.extract is None:
        return render_template("ipra/no_answer.html", seen=seen)
    found = rules.eligibility(seen.programmes, clock.today())
    organisation = next(one for one in found if one.participant is rules.Participant.ORGANISATION)
    copy = exchange.look(actor())
    board = cockpit(found, copy.told.records if copy.told is not None else ())
    told = {"main": organisation, "ways": words.ways(organisation), "board": board, "standing": copy.standing}
    return render_template("accompaniment/right.html", may_apply=actor().may(Function.ACCOMPANIMENT), **told)


@blueprint.get("/accompaniment/organisations")
@public(function=Function.VIEW)
def organisations() -> str:
    """Rehabilitation organisations of the region, the nearest first, those of one direction if that was chosen."""
    region = chosen()
    listed = exchange.organisations(region.code) if region is not None else None
    known = listed.organisations or () if listed is not None else ()
    direction = next((one for one in Direction if one == request.args.get("direction")), None)
    here = home.city(actor(), region.code) if region is not None else None
    return render_template(
        "accompaniment/organisations.html",
        region=region,
        listed=listed,
        here=here,
        direction=direction,
        directions=nearby.directions_of(known),
        found=nearby.nearest_first(known, here, direction),
    )
