"""The register over HTTP, for programs: ask, hear. Contract: docs/outside-systems.md."""

import hmac
import re
import time
import uuid
from base64 import b64encode

from flask import Blueprint, Response, abort, current_app, jsonify, make_response, request, url_for

from webapp import demo_keys
from webapp.core import clock
from webapp.sandbox import world
from webapp.sandbox.doors import machine
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.registers.programmes.extract import extract
from webapp.sandbox.registers.programmes.queue import Waiting
from webapp.settings import Settings

blueprint = Blueprint("programmes", __name__, url_prefix="/registers/programmes")
_SNILS = re.compile(r"\d{3}-\d{3}-\d{3} \d{2}")
_EXTENTS = frozenset({"Flexible", "Stable"})


@blueprint.post("/requests")
@machine(System.PROGRAMMES)
def ask() -> Response:
    """Take a request about the person with this СНИЛС."""
    _let_in()
    asked = request.get_json(silent=True)
    asked = asked if isinstance(asked, dict) else {}
    snils = asked.get("snils")
    if not isinstance(snils, str) or not _SNILS.fullmatch(snils):
        abort(_refusal(400, "snils: expected «000-000-000 00»"))
    if str(asked.get("type")) not in _EXTENTS:
        abort(_refusal(400, "type: expected «Flexible» or «Stable»"))
    number = str(uuid.uuid4())
    world.current().waiting.put(number, Waiting(snils, clock.now(), time.monotonic()))
    response = make_response(jsonify(requestId=number), 202)
    response.headers["Location"] = url_for("programmes.hear", number=number)
    return response


@blueprint.get("/requests/<number>")
@machine(System.PROGRAMMES)
def hear(number: str) -> Response:
    """The answer to a request, if it is ready."""
    _let_in()
    here = world.current()
    waiting = here.waiting.get(number)
    if waiting is None:
        abort(_refusal(404, "no such request"))
    failure = here.failure(System.PROGRAMMES)
    is_ready = (
        waiting.is_ready_late(clock.now())
        if failure is Failure.LATE
        else waiting.is_ready(time.monotonic(), here.delay_seconds)
    )
    if not is_ready:
        return make_response(jsonify(status="processing"), 202)
    return make_response(jsonify(status="done", attachments=_attachments(waiting.snils, failure)))


def _attachments(snils: str, failure: Failure) -> list[dict[str, str]]:
    person = world.current().people.insured(snils)
    content = extract(person, twice=failure is Failure.TWICE) if person is not None else None
    if content is None:
        return []
    return [{"contentType": "application/xml", "content": b64encode(content).decode("ascii")}]


def _let_in() -> None:
    """Only with the key; when told to refuse, not even with it."""
    settings: Settings = current_app.config["SETTINGS"]
    if world.current().failure(System.PROGRAMMES) is Failure.REFUSE:
        abort(_refusal(403, "not allowed"))
    key = demo_keys.secret(settings.demo_keys / "programmes_key")
    shown = request.headers.get("Authorization", "")
    if not hmac.compare_digest(shown.encode("utf-8", "replace"), f"Bearer {key}".encode()):
        response = _refusal(401, "a key is needed")
        response.headers["WWW-Authenticate"] = "Bearer"
        abort(response)


def _refusal(status: int, words: str) -> Response:
    return make_response(jsonify(error=words), status)
