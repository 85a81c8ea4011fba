"""Accompaniment over HTTP: what it is, the order retold, whether the person has the right to it."""

from collections.abc import Callable

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.accompaniment import exchange, home, nearby, public_papers, rules, words
from webapp.accompaniment.cockpit import cockpit
from webapp.accompaniment.kind import KIND
from webapp.applications import pages
from webapp.certificates.region import chosen
from webapp.consents.needed import needs_consent
from webapp.consents.rules import ACCOMPANIMENT_SINCE, Purpose
from webapp.core import clock
from webapp.core.access import actor, for_person, public
from webapp.core.database import let_go
from webapp.core.entrusted import Function
from webapp.core.http_cache import revalidated
from webapp.core.locale import gettext
from webapp.core.rate_limits import limit_search
from webapp.documents import answers as documents
from webapp.documents.braille import USUAL_WIDTH
from webapp.documents.tree import Document
from webapp.gateways.programmes.port import Direction
from webapp.ipra import overview

blueprint = Blueprint("accompaniment", __name__)
pages.attach(blueprint, KIND, needs_consent(Purpose.PROGRAMME, ACCOMPANIMENT_SINCE), "/my/accompaniment")


@blueprint.get("/accompaniment")
@public()
@revalidated
def about() -> str:
    """What it is, who gives it, how to ask, stop and resume, when it ends, what it is not (paragraph 5)."""
    document = public_papers.about()
    links = _files("accompaniment.about_file", lambda how: gettext("Рассказ %(how)s", how=how), document)
    return render_template("accompaniment/about.html", document=document, links=links)


@blueprint.get("/accompaniment/files/<form>")
@public()
@limit_search
@revalidated
def about_file(form: str) -> Response:
    """The same as a file."""
    return _file(public_papers.about(), form)


@blueprint.get("/accompaniment/order")
@public()
@revalidated
def order() -> str:
    """The order retold, paragraph by paragraph."""
    document = public_papers.order()
    links = _files("accompaniment.order_file", lambda how: gettext("Пересказ %(how)s", how=how), document)
    return render_template("accompaniment/order.html", document=document, links=links)


@blueprint.get("/accompaniment/order/files/<form>")
@public()
@limit_search
@revalidated
def order_file(form: str) -> Response:
    """The same as a file."""
    return _file(public_papers.order(), form)


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


def _files(endpoint: str, words: Callable[[str], str], document: Document) -> list[tuple[str, str, None, str]]:
    """Words, format, no size and address of every form that the document can be had in here, for `file_links`."""
    ways = documents.ways(documents.forms_of(document))
    return [(words(way.words), way.format, None, url_for(endpoint, form=way.form, cells=way.cells)) for way in ways]


def _file(document: Document, form: str) -> Response:
    let_go()  # a file takes its time, and nothing more is read
    return documents.answer(document, form, request.args.get("cells", default=USUAL_WIDTH, type=int))
