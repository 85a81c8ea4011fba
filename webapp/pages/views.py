"""Home, help, words, data: pages that change only with the build or the data."""

from datetime import time

from flask import Blueprint, render_template

from webapp.catalogue import queries as catalogue
from webapp.core.access import public
from webapp.core.http_cache import revalidated
from webapp.ipra import queries as ipra
from webapp.pages.abbreviations import ENTRIES
from webapp.reference import queries as reference

blueprint = Blueprint("pages", __name__)

OPENS, CLOSES = time(9), time(18)
"""When people answer, Moscow time."""


@blueprint.get("/")
@public()
@revalidated
def home() -> str:
    """What this is, search, catalogue, sign-in, help."""
    sections = reference.sections()
    counts = catalogue.product_counts(section.code for section in sections)
    return render_template("pages/home.html", sections=sections, products=sum(counts.values()))


@blueprint.get("/help")
@public()
@revalidated
def help() -> str:
    """How to reach people, and how to walk the site."""
    return render_template("pages/help.html", opens=OPENS, closes=CLOSES)


@blueprint.get("/abbreviations")
@public()
@revalidated
def abbreviations() -> str:
    """The abbreviations of the field, opened."""
    return render_template("pages/abbreviations.html", entries=ENTRIES)


@blueprint.get("/data")
@public()
@revalidated
def about_data() -> str:
    """Where the data come from and how sure they are."""
    return render_template("pages/about_data.html", terms=ipra.told_terms())
