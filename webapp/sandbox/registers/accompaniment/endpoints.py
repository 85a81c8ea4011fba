"""The register over HTTP, for programs: a person, a region. Contract: docs/outside-systems.md."""

from flask import Blueprint, Response, jsonify, make_response

from webapp.core import clock
from webapp.sandbox import world
from webapp.sandbox.doors import machine
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.registers.accompaniment import answers
from webapp.sandbox.registers.accompaniment.institutions import regions
from webapp.sandbox.registers.doors import asked, let_in, snils_of

blueprint = Blueprint("accompaniment", __name__, url_prefix="/registers/accompaniment")


@blueprint.post("/accompaniment")
@machine(System.ACCOMPANIMENT)
def told() -> Response:
    """How the person with this СНИЛС is accompanied, by the sandbox's clock."""
    let_in(System.ACCOMPANIMENT)
    snils = snils_of(asked())
    person = world.current().people.insured(snils)
    return make_response(jsonify(answers.of_person(snils, person, clock.today(), twice=_is_twice())))


@blueprint.get("/regions/<code>/organisations")
@machine(System.ACCOMPANIMENT)
def organisations(code: str) -> Response:
    """The rehabilitation organisations of the region with this code."""
    let_in(System.ACCOMPANIMENT)
    return make_response(jsonify(answers.of_region(code, regions().get(code), twice=_is_twice())))


def _is_twice() -> bool:
    return world.current().failure(System.ACCOMPANIMENT) is Failure.TWICE
