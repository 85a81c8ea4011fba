"""The accessibility statement, and a page for each principle of WCAG."""

from flask import Blueprint, render_template

from webapp.conformance.statement import LEVELS, statement
from webapp.conformance.words import RESULTS, level_line
from webapp.core.access import public
from webapp.core.http_cache import revalidated

blueprint = Blueprint("conformance", __name__)


@blueprint.get("/accessibility")
@public()
@revalidated
def stated() -> str:
    """What works, what does not, what it was tried with, and what the law asks for."""
    told = statement()
    levels = [level_line(level, told.results(level)) for level in LEVELS]
    return render_template("conformance/statement.html", told=told, levels=levels, has_exceptions=told.has_exceptions())


@blueprint.get("/accessibility/<any(perceivable, operable, understandable, robust):slug>")
@public()
@revalidated
def principle(slug: str) -> str:
    """The criteria of one principle: state, meaning, proofs, what is known to be wrong."""
    told = statement()
    here = next(one for one in told.principles if one.slug == slug)
    return render_template("conformance/principle.html", told=told, here=here, words=RESULTS)
