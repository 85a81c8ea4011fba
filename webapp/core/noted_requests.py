"""Every request of a representative about whom they act for goes into the log of access, whatever came of it.

What is done is noted each time; a look, or a refusal, that is noted already is not noted again within the hour. What a
person does with their own things is noted only where an action says so. A page that cannot be noted is not shown; a
fault shows nothing, so it is not noted.
"""

from flask import Flask, Response, g, request

from webapp.core import access
from webapp.core.access_log import LONGEST_ACT, Outcome, is_noted_lately, note
from webapp.core.acting import MayNotAct
from webapp.core.actor import Actor
from webapp.core.database import WRITING_METHODS, db, let_go, record

SENT = ":sent"
"""Tells a form that was sent from the page that holds it."""


def init_app(app: Flask) -> None:
    """Must come after all that may refuse a request or lead it elsewhere."""
    app.before_request(_let_in)
    app.after_request(_note)
    hold = app.extensions["before_commit"]

    def noted_hold() -> None:
        try:
            hold()
        except MayNotAct:
            _note_apart(access.actor(), Outcome.REFUSED)
            raise

    app.extensions["before_commit"] = noted_hold


def act_of_request() -> str:
    """The code of what is asked for."""
    return f"{request.endpoint}{SENT if request.method in WRITING_METHODS else ''}"[:LONGEST_ACT]


def _let_in() -> None:
    g.is_let_in = True


def _note(response: Response) -> Response:
    actor = g.get("actor")
    if actor is None or actor.acting is None or not _is_about_person() or response.status_code >= 500:
        return response
    is_led_elsewhere = response.status_code < 400 and not g.get("is_let_in")
    if is_led_elsewhere or (response.status_code < 400 and g.get("is_deed_noted")):
        return response
    if request.method in WRITING_METHODS and response.status_code < 400:
        note(db.session, actor, act_of_request())  # in the request's own transaction, which commits it
    else:
        _note_apart(actor, _outcome(response.status_code))
    return response


def _note_apart(actor: Actor, outcome: Outcome) -> None:
    """A look, or what was refused: once within the hour."""
    act = act_of_request()
    is_known = is_noted_lately(actor, act, outcome)
    let_go()
    if is_known:
        return
    with record() as database:
        note(database, actor, act, outcome)


def _is_about_person() -> bool:
    if request.endpoint is None:
        return False
    return access.declaration_of_current().function is not None or bool(g.get("is_looked_at"))


def _outcome(status: int) -> Outcome:
    if status < 400:
        return Outcome.DONE
    return Outcome.FAILED if status in {404, 422} else Outcome.REFUSED
