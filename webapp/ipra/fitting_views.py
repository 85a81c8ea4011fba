"""The rules by which products are compared with a programme, for everybody to read."""

from flask import Blueprint, render_template

from webapp.core.access import public
from webapp.core.http_cache import revalidated
from webapp.ipra.fitting_told import told_rules

blueprint = Blueprint("fitting", __name__)


@blueprint.get("/fit-rules")
@public()
@revalidated
def rules() -> str:
    """Every rule, made of the data that decide."""
    return render_template("ipra/fit_rules.html", sorts=told_rules())
