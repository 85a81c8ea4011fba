"""Favourites over HTTP: the list, keeping, removing, notes. For guests too, so forms are proved by their origin."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.catalogue import queries as catalogue
from webapp.catalogue.comparison import asked_numbers
from webapp.consents.rules import Purpose
from webapp.core.access import Proof, actor, for_person, public, remember_guest
from webapp.core.entrusted import Function
from webapp.core.errors import NotFound
from webapp.favourites import actions, queries, refused_notes
from webapp.favourites.errors import TooMany
from webapp.favourites.forms import NoteForm
from webapp.favourites.overview import overview
from webapp.favourites.rules import LONGEST_NOTE
from webapp.reference.codes import is_product_number

blueprint = Blueprint("favourites", __name__)
FROM_LIST, FROM_COMPARISON = "list", "comparison"
"""What a form says that stands in the list, or in a comparison, and leads back to it."""


@blueprint.get("")
@public(function=Function.FAVOURITES)
def kept() -> str:
    """The list, with what has changed since each was kept."""
    noted = request.args.get("noted", "")
    found = overview(actor(), noted or request.args.get("changed", ""))
    told = {"overview": found, "is_noted": bool(noted), "purpose": Purpose.PROGRAMME}
    return render_template("favourites/kept.html", **told)


@blueprint.post("/<product:number>")
@public(Proof.ORIGIN, Function.FAVOURITES)
def keep(number: str) -> Response | tuple[str, int]:
    """Keep a product, or take its removal back; reading goes on at the product (U9, U32)."""
    if not actor().is_known:
        catalogue.product(number)  # nobody gets a session for a product that is not there
    try:
        actions.keep(remember_guest(), number)
    except TooMany:
        return render_template("favourites/full.html", most=actions.MOST), 422
    return _back_to(number)


@blueprint.post("/<product:number>/removal")
@public(Proof.ORIGIN, Function.FAVOURITES)
def remove(number: str) -> Response:
    """Remove a product; its place keeps a way to put it back."""
    actions.remove(actor(), number)
    return _back_to(number)


@blueprint.post("")
@public(Proof.TOKEN, Function.FAVOURITES)
def change() -> Response | tuple[str, int]:
    """A button of the list in a browser that knows no `formaction`; such browsers do not tell their origin either."""
    for name, act in (("keep", keep), ("remove", remove)):
        if number := request.form.get(name):
            if not is_product_number(number):
                raise NotFound("product")
            return act(number)
    abort(400)


@blueprint.route("/<product:number>/note", methods=["GET", "POST"])
@for_person(Function.FAVOURITES, Proof.TOKEN, keeps=True)
def note(number: str) -> str | tuple[str, int] | Response:
    """What a person writes about a product that they keep; reading goes on at the product in the list."""
    found = queries.noted(actor(), number)
    refused = refused_notes.kept(actor(), number)
    form = NoteForm(note=found.note if refused is None else refused)
    if form.validate_on_submit():
        actions.note(actor(), number, form.text())
        refused_notes.forget()
        return redirect(url_for(".kept", noted=number, _anchor="changed"), 303)
    if form.is_submitted():
        refused_notes.keep(actor(), number, form.note.data)
    told = {"form": form, "favourite": found, "number": number, "longest": LONGEST_NOTE}
    return render_template("favourites/note.html", **told), 422 if form.is_submitted() else 200


def _back_to(number: str) -> Response:
    if request.form.get("from") == FROM_LIST:
        if queries.keeping(actor(), number) is queries.Keeping.NOT_KEPT:  # a guest's list may be over meanwhile
            return redirect(url_for(".kept"), 303)
        return redirect(url_for(".kept", changed=number, _anchor="changed"), 303)
    compared, _ = asked_numbers(request.form.getlist("p"))
    if request.form.get("from") == FROM_COMPARISON and number in compared:
        return redirect(url_for("catalogue.compare", p=compared, changed=number, _anchor="changed"), 303)
    return redirect(url_for("catalogue.product", number=number, _anchor="product"), 303)
