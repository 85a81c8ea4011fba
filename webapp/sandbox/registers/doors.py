"""What the doors of all registers share: who is let in, how a refusal is written, what a СНИЛС looks like."""

import hmac
import re

from flask import Response, abort, current_app, jsonify, make_response, request

from webapp import demo_keys
from webapp.sandbox import world
from webapp.sandbox.failures import Failure, System
from webapp.settings import Settings

_SNILS = re.compile(r"\d{3}-\d{3}-\d{3} \d{2}")


def let_in(system: System) -> None:
    """Only with the register's key; when told to refuse, not even with it."""
    settings: Settings = current_app.config["SETTINGS"]
    if world.current().failure(system) is Failure.REFUSE:
        abort(refusal(403, "not allowed"))
    key = demo_keys.secret(settings.demo_keys / f"{system.value}_key")
    shown = request.headers.get("Authorization", "")
    if not hmac.compare_digest(shown.encode("utf-8", "replace"), f"Bearer {key}".encode()):
        response = refusal(401, "a key is needed")
        response.headers["WWW-Authenticate"] = "Bearer"
        abort(response)


def asked() -> dict[str, object]:
    """The object that the body holds; an empty one where it holds something else."""
    found = request.get_json(silent=True)
    return found if isinstance(found, dict) else {}


def snils_of(told: dict[str, object]) -> str:
    """The СНИЛС that is asked about. Aborts with 400 where there is none."""
    snils = told.get("snils")
    if not isinstance(snils, str) or not _SNILS.fullmatch(snils):
        abort(refusal(400, "snils: expected «000-000-000 00»"))
    return snils


def refusal(status: int, words: str) -> Response:
    return make_response(jsonify(error=words), status)
