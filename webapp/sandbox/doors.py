"""The two kinds of doors. Pages are for people: their forms prove by the browser's headers where they were sent from.
Machine doors are for programs: those show a signature or a key, and fail when the sandbox is told so.
"""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, current_app, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from webapp.core import clock, origin
from webapp.core.access import Proof, declaration_of, public
from webapp.core.database import WRITING_METHODS
from webapp.sandbox import world
from webapp.sandbox.failures import Failure, System

View = TypeVar("View", bound=Callable[..., Any])


def machine(system: System) -> Callable[[View], View]:
    """Mark a view as a door for programs to this system."""

    def mark(view: View) -> View:
        @functools.wraps(view)
        def answer(**values: Any) -> Response:
            try:
                response = _failed(system) or make_response(view(**values))
            except HTTPException as refusal:
                if refusal.response is None:
                    raise
                response = make_response(refusal.response)
            _note(system, view.__name__, response)
            return response

        return public(Proof.KEY)(answer)  # type: ignore[return-value]

    return mark


def _failed(system: System) -> Response | None:
    """The answer of a system that fails whatever it is asked; None when the view may answer."""
    here = world.current()
    failure = here.failure(system)
    if failure is Failure.SLOW:
        here.hold_back(system)
    if failure is Failure.ERROR:
        return Response("Internal Server Error", 500, mimetype="text/plain")
    if failure is Failure.HTML:
        return make_response(render_template("sandbox/out_of_order.html"))
    return None


def _note(system: System, what: str, response: Response) -> None:
    outcome = g.get("refusal") or str(response.status_code)
    world.current().note(world.Delivery(clock.now(), system, what, outcome))


def init_app(app: Flask) -> None:
    app.before_request(_check)


def _check() -> None:
    """Forms of people prove where they were sent from; there is no session here that could hold a token."""
    if request.method not in WRITING_METHODS or request.endpoint is None:
        return
    declared = declaration_of(current_app, request.endpoint)
    if declared is None or declared.proof is not Proof.KEY:
        origin.check_origin()
