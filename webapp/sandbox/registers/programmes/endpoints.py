"""The register over HTTP, for programs: ask, hear. Contract: docs/outside-systems.md."""

import time
import uuid
from base64 import b64encode

from flask import Blueprint, Response, abort, jsonify, make_response, url_for

from webapp.core import clock
from webapp.sandbox import world
from webapp.sandbox.doors import machine
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.registers.doors import asked, let_in, refusal, snils_of
from webapp.sandbox.registers.programmes.extract import extract
from webapp.sandbox.registers.programmes.queue import Waiting

blueprint = Blueprint("programmes", __name__, url_prefix="/registers/programmes")
_EXTENTS = frozenset({"Flexible", "Stable"})


@blueprint.post("/requests")
@machine(System.PROGRAMMES)
def ask() -> Response:
    """Take a request about the person with this СНИЛС."""
    let_in(System.PROGRAMMES)
    told = asked()
    snils = snils_of(told)
    if str(told.get("type")) not in _EXTENTS:
        abort(refusal(400, "type: expected «Flexible» or «Stable»"))
    number = str(uuid.uuid4())
    world.current().waiting.put(number, Waiting(snils, clock.now(), time.monotonic()))
    response = make_response(jsonify(requestId=number), 202)
    response.headers["Location"] = url_for("programmes.hear", number=number)
    return response


@blueprint.get("/requests/<number>")
@machine(System.PROGRAMMES)
def hear(number: str) -> Response:
    """The answer to a request, if it is ready."""
    let_in(System.PROGRAMMES)
    here = world.current()
    waiting = here.waiting.get(number)
    if waiting is None:
        abort(refusal(404, "no such request"))
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
