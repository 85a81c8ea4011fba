"""Certificates over HTTP: what they are, the region that issues them, the calculator. Public; nothing typed is kept."""

from datetime import date

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.certificates import amounts, forms, region, telling
from webapp.certificates.region import Region
from webapp.certificates.rules import money
from webapp.certificates.terms import terms
from webapp.core import region_cookie, typed
from webapp.core.access import Proof, public
from webapp.core.http_cache import revalidated
from webapp.core.places import page_of_this_site
from webapp.core.rate_limits import limit_search

blueprint = Blueprint("certificates", __name__)
COMPENSATION_ENDED = date(2025, 1, 1)
"""What was bought before is still paid back; from this day on there are the certificate and the thing itself."""
DONE = ("named", "forgotten")
"""What the page of the region says was done last."""


@blueprint.get("/certificates")
@public()
@revalidated
def about() -> str:
    """What a certificate is, its terms, what it does not cover."""
    return render_template("certificates/about.html", terms=terms(), compensation_ended=COMPENSATION_ENDED)


@blueprint.get("/region")
@public()
@revalidated
def region_page() -> str:
    """The region that holds now, whose it is, and the field to name another."""
    done = request.args.get("done", "")
    return _region_page(done=done if done in DONE else "")


@blueprint.get("/region/list")
@public()
@revalidated
def regions() -> str:
    """All regions, each a button."""
    found = [Region(code, name) for code, name in sorted(region.names().items(), key=lambda known: known[1])]
    page = page_of_this_site(request.args.get("page", ""))
    return render_template("certificates/regions.html", regions=found, page=page, said="")


@blueprint.post("/region")
@public(Proof.UNLESS_FOREIGN)
def name_region() -> str | Response | tuple[str, int]:
    """Let the device remember a region, or forget it. Where words leave a doubt it is asked about, never guessed."""
    if "forget" in request.form:
        return _let_hold(None)
    said = typed.line(typed.shown(request.form.get("region", "")))[: forms.LONGEST]
    button = region.numbered(request.form.get("code", ""))
    sure, found = (button, ()) if button is not None else forms.region_of(said)
    if sure is not None:
        return _let_hold(sure)
    page = page_of_this_site(request.form.get("page", ""))
    if found:
        return render_template("certificates/regions.html", regions=found, page=page, said=said)
    return _region_page(said=said, error=forms.region_error(said, ())), 422


@blueprint.get("/certificates/calculator")
@public()
@limit_search
@revalidated
def calculator() -> str | tuple[str, int]:
    """What is paid on top for an item, a region and a price; without a price, the form with what is known."""
    if "price" not in request.args:
        place = region.named()  # not the person's own: what is sent stands in the address
        known = {"region": place.name if place is not None else ""} | request.args.to_dict()
        return render_template("certificates/calculator.html", asked=forms.begun(known))
    asked = forms.sums_of(request.args)
    if asked.item is None or asked.region is None or asked.errors:
        return render_template("certificates/calculator.html", asked=asked), 422
    found = amounts.amount(asked.item.code, asked.region.code)
    sums = money(asked.price, found.kopecks if found is not None else None)
    told = telling.tell(sums, asked.region, found, is_official=asked.item.is_official, is_offer=True)
    return render_template("certificates/calculated.html", asked=asked, told=told)


def _let_hold(chosen: Region | None) -> Response:
    """Remember it here; reading goes on at the words that say what was done (U9, U32)."""
    page = page_of_this_site(request.form.get("page", "")) or None
    done = "named" if chosen is not None else "forgotten"
    answer = redirect(url_for(".region_page", done=done, page=page, _anchor="done"), 303)
    region_cookie.keep(current_app, answer, chosen.code if chosen is not None else None)
    return answer


def _region_page(done: str = "", said: str = "", error: str = "") -> str:
    return render_template(
        "certificates/region.html",
        held=region.chosen(),
        done=done,
        said=said,
        error=error,
        page=page_of_this_site(request.form.get("page", "") or request.args.get("page", "")),
    )
