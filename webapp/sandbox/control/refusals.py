"""A refusal on demand: the next answer of ЕСИА is one of a chosen number, once."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for

from webapp.core.access import Proof, public
from webapp.sandbox import world
from webapp.sandbox.control import words
from webapp.sandbox.esia.refusals import MEANINGS
from webapp.sandbox.failures import Step

blueprint = Blueprint("refusals", __name__)


@blueprint.get("/control/refusal")
@public()
def choose() -> str:
    """Which answer shall be refused, and by which number?"""
    demands = [words.refusal(step, number) for step, number in world.current().demands().items()]
    steps = [(step.value, said, "") for step, said in words.STEPS.items()]
    return render_template(
        "sandbox/refusal.html", done="done" in request.args, demands=demands, steps=steps, numbers=words.refusals()
    )


@blueprint.post("/control/refusal")
@public(Proof.ORIGIN)
def demand() -> Response:
    """The next answer of this step is that refusal."""
    step, number = request.form.get("step", ""), request.form.get("number", "")
    if step not in set(Step) or number not in MEANINGS:
        abort(400)
    world.current().demand(Step(step), number)
    return make_response(redirect(url_for("refusals.choose", done="yes", _anchor="done"), 303))
