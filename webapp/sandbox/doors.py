"""The two kinds of doors. Pages are for people: their forms prove by the browser's headers where they were sent from.
Machine doors are for programs: those show a signature or a key, and fail when the sandbox is told so.
"""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, abort, current_app, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from webapp.core import clock, csrf
from webapp.core.access import Access, Declaration, Proof, UndeclaredAccess, declaration_of
from webapp.sandbox import world
from webapp.sandbox.failures import Failure, System

View = TypeVar("View", bound=Callable[..., Any])
READING = frozenset({"GET", "HEAD", "OPTIONS"})


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

        answer.declaration = Declaration(Access.PUBLIC, None)  # type: ignore[attr-defined]
        answer.is_for_machines = True  # type: ignore[attr-defined]
        return answer  # type: ignore[return-value]

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
    if request.method in READING or request.endpoint is None:
        return
    declared = declaration_of(current_app, request.endpoint)
    if declared is not None and declared.proof is Proof.ORIGIN and not csrf.sent_from_our_page():
        abort(400, "origin")


def verify(app: Flask) -> None:
    """Refuse to start with an undeclared endpoint, or with a form that nothing proves. Raises UndeclaredAccess."""
    faults = []
    for rule in app.url_map.iter_rules():
        declared = declaration_of(app, rule.endpoint)
        is_for_machines = getattr(app.view_functions[rule.endpoint], "is_for_machines", False)
        if declared is None:
            faults.append(f"{rule.endpoint}: no access declared")
        elif declared.proof is not Proof.ORIGIN and not is_for_machines and (rule.methods or set()) - READING:
            faults.append(f"{rule.endpoint}: takes forms but declares no proof")
    if faults:
        raise UndeclaredAccess("; ".join(sorted(set(faults))))
