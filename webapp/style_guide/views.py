"""The style guide over HTTP: every component in every state, every scheme, one journey, one fragment.

Russian only: it is read by those who build. Its forms are real: they prove both kinds of protection.
"""

from datetime import date

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from webapp.core import errors
from webapp.core.access import Proof, public
from webapp.core.errors import NotFound
from webapp.core.fragments import render, wants_fragment
from webapp.core.http_cache import revalidated
from webapp.core.listing import Page
from webapp.style_guide import journey, personal
from webapp.style_guide.components import COMPONENTS, SCHEMES

SAMPLE_DAY = date(2026, 8, 29)

blueprint = Blueprint("style_guide", __name__)
journey.register(blueprint)
personal.register(blueprint)


@blueprint.get("")
@public()
@revalidated
def index() -> str:
    """All components."""
    return render_template("style_guide/index.html", components=COMPONENTS, errors=errors.PAGES)


@blueprint.get("/components/<name>")
@public()
@revalidated
def component(name: str) -> str:
    """One component in all of its states."""
    if name not in COMPONENTS:
        raise NotFound("component")
    page = Page([None] * 20, _sample_page(), 174)
    return render_template(
        "style_guide/component.html", name=name, title=COMPONENTS[name], page=page, sample_day=SAMPLE_DAY
    )


def _sample_page() -> int:
    number = request.args.get("page", "1")
    return int(number) if number in set("123456789") else 1


@blueprint.get("/schemes")
@public()
@revalidated
def schemes() -> str:
    """The colour schemes side by side."""
    return render_template("style_guide/schemes.html", schemes=SCHEMES)


@blueprint.get("/errors/<int(fixed_digits=3):status>")
@public()
def error_page(status: int) -> Response:
    """A page of an error, under its own status."""
    if status not in errors.PAGES:
        raise NotFound("error")
    return errors.page(status)


@blueprint.get("/fragment")
@public()
def fragment() -> str:
    """A thing that is kept and given back by one button, with script and without."""
    return render_template("style_guide/fragment.html", kept=_is_kept())


@blueprint.post("/fragment")
@public(Proof.ORIGIN)
def keep() -> str | Response:
    """Keep it or give it back; answer with the piece, or lead to the thing acted on (U9)."""
    session["style_guide_kept"] = request.form.get("keep") == "yes"
    if wants_fragment():
        return render("style_guide/fragment.html", "style_guide/_kept.html", kept=_is_kept())
    return redirect(url_for(".fragment", _anchor="thing"), 303)


def _is_kept() -> bool:
    return bool(session.get("style_guide_kept"))
