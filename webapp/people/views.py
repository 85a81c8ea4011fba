"""«Сведения о вас» over HTTP: what ЕСИА told of the person at their last sign-in, and where it is mended."""

from flask import Blueprint, render_template

from webapp.core.access import actor, signed_in
from webapp.gateways.registry import account_address
from webapp.people import queries
from webapp.people.words import details

blueprint = Blueprint("people", __name__)


@blueprint.get("/details")
@signed_in()
def told() -> str:
    """All of it; nothing is typed here."""
    found = queries.told_user(actor())
    return render_template(
        "people/details.html", parts=details(found), told_on=queries.told_when(actor()), account=account_address()
    )
