"""`/health/live`: the process answers. `/health/ready`: the database answers and has the newest tables."""

import sqlalchemy as sa
from flask import Blueprint, jsonify
from sqlalchemy.exc import DBAPIError
from werkzeug.wrappers import Response

from webapp.core import logging
from webapp.core.access import public
from webapp.core.database import db, newest_migrations, read

blueprint = Blueprint("health", __name__)

_VERSION = sa.text("SELECT version_num FROM alembic_version")


@blueprint.get("/live")
@public()
def live() -> Response:
    """Says that the process is alive; asks nobody else."""
    return jsonify(status="live")


@blueprint.get("/ready")
@public()
def ready() -> tuple[Response, int]:
    """200 when pages can be served; 503 with the reason when not."""
    try:
        tables = sa.inspect(db.session.connection()).has_table("alembic_version")
        current = set(read(_VERSION).scalars()) if tables else set()
    except DBAPIError as error:
        logging.failure("not_ready", error)
        return jsonify(status="not ready", reason="database"), 503
    if current != newest_migrations():
        return jsonify(status="not ready", reason="migrations"), 503
    return jsonify(status="ready"), 200
