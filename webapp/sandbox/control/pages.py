"""The sandbox's own pages: home and control."""

from datetime import timedelta

from flask import Blueprint, Response, abort, current_app, make_response, redirect, render_template, request, url_for

from webapp.core import clock
from webapp.core.access import Proof, public
from webapp.sandbox import world
from webapp.sandbox.control import words
from webapp.sandbox.failures import WAYS, Failure, System

blueprint = Blueprint("control", __name__)
MOVES = {"day": timedelta(days=1), "month": timedelta(days=30), "year": timedelta(days=365)}
ASKED_FOR_CODES = frozenset({"everybody", "marked"})
REAL_TIME = "real"
FARTHEST = timedelta(days=100 * 365)


@blueprint.get("/")
@public()
def home() -> str:
    """What this is and who lives in it."""
    return render_template("sandbox/home.html", people=world.current().people.with_accounts())


@blueprint.get("/control")
@public()
def show() -> str:
    """The clock, failures on demand, what programs were answered."""
    here = world.current()
    return render_template(
        "sandbox/control.html",
        done=request.args.get("done", ""),
        now=words.moment(clock.now()),
        is_moved=bool(_clock().shift()),
        systems=[(system, words.SYSTEMS[system], here.failure(system)) for system in System],
        choices={system: words.choices(system) for system in System},
        asks_everybody=here.asks_everybody_for_codes(),
        demands=[words.refusal(step, number) for step, number in here.demands().items()],
        deliveries=[words.delivery(each) for each in here.deliveries()],
    )


@blueprint.post("/control")
@public(Proof.ORIGIN)
def change() -> Response:
    """Move the clock, switch failures, or put everything back: whatever the form names."""
    named = set(request.form)
    if "reset" in named:
        world.current().reset()
        _clock().move(timedelta())
        return _done("reset")
    if "clock" in named:
        _move(request.form["clock"])
        return _done("clock")
    if "second_step" in named:
        if request.form["second_step"] not in ASKED_FOR_CODES:
            abort(400)
        world.current().asks_everybody_for_codes(request.form["second_step"] == "everybody")
        return _done("second_step")
    systems = [system for system in System if system in named]
    if not systems:
        abort(400)
    chosen = {system: _failure(system, request.form[system]) for system in systems}
    for system, failure in chosen.items():
        world.current().switch(system, failure)
    return _done("failures")


def _move(how: str) -> None:
    if how == REAL_TIME:
        _clock().move(timedelta())
        return
    if how not in MOVES:
        abort(400)
    shift = _clock().shift() + MOVES[how]
    if shift > FARTHEST:
        abort(400)  # a calendar ends, and people do not live so long
    _clock().move(shift)


def _failure(system: System, value: str) -> Failure:
    if value not in WAYS[system]:
        abort(400)
    return Failure(value)


def _clock() -> clock.ShiftedClock:
    found: clock.ShiftedClock = current_app.extensions["clock"]
    return found


def _done(what: str) -> Response:
    """Lead to the thing acted on; the title says what was done."""
    return make_response(redirect(url_for("control.show", done=what, _anchor=what), 303))
