"""Errors are pages: what happened, what to do, a way on. Nothing personal is logged, no detail is shown."""

from flask import Flask, Response, current_app, make_response, render_template, request
from flask.globals import request_ctx
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from webapp.core import logging
from webapp.core.database import db

PAGES = (400, 403, 404, 405, 413, 422, 429, 500, 503)
"""Statuses that have words of their own; any other is told as 400 or 500, under its own number."""
RETRY_AFTER_SECONDS = 10
DATABASE_GONE = (OperationalError, InterfaceError)
TOO_MANY, ONE_WINDOW_SECONDS = 429, 60
OF_ANOTHER = 409
REFUSED = frozenset({400, 403, OF_ANOTHER, 413, TOO_MANY})
REASONS = frozenset(
    (
        "origin proof host long encoding not_kept other_person other_person_kept other_acting other_acting_kept"
        " document"
    ).split()
)
"""Our own words for why; what a library says may quote the visitor."""

LAST_RESORT = """<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Сайт временно не работает — Ориентир</title></head>
<body><main id="main" tabindex="-1"><h1>Сайт временно не работает</h1><p>Мы уже знаем об этом. Попробуйте ещё раз через несколько минут.</p>
<p lang="en">The site is not working at the moment. Please try again in a few minutes.</p></main></body></html>"""


class NotFound(HTTPException):
    """Nothing there, or nothing that this person may see: the two are never told apart."""

    code = 404


class NotProven(HTTPException):
    """A form that nothing shows to have been sent from our own page for this visitor."""

    code = 400


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(NotProven, _on_missing_proof)
    for gone in DATABASE_GONE:
        app.register_error_handler(gone, on_database_gone)
    app.register_error_handler(Exception, _on_fault)


def page(status: int, reason: str = "", **facts: str) -> Response:
    """The page of an error. `reason` chooses between texts of one status; unknown reasons get the general text.

    `facts` are for the template.
    """
    told = status if status in PAGES else (500 if status >= 500 else 400)
    if request_ctx.url_adapter is None:
        _answer_by_own_name()
    try:
        response = make_response(render_template(f"errors/{told}.html", status=told, reason=reason, **facts), status)
    except Exception as fault:  # the page itself cannot be made: words without anything else
        logging.failure("error_page_failed", fault)
        response = make_response(LAST_RESORT, status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer_by_own_name() -> None:
    """Give the request a name of ours in place of the one that Flask refused: without it no page can say an address.

    What was refused stays refused, and what the request called us is on no page.
    """
    request.host = current_app.config["SETTINGS"].host_names()[0]
    request_ctx.url_adapter = current_app.url_map.bind(
        request.host, script_name=request.script_root or "/", url_scheme=request.scheme
    )


def not_kept(typed: str, way_in: str) -> Response:
    """The page that gives back to the browser what it has just sent, where that could not be kept for sign-in."""
    response = make_response(render_template("errors/not_kept.html", typed=typed, way_in=way_in), 403)
    response.headers["Cache-Control"] = "no-store"
    _note_refusal(403, "not_kept")
    return response


def _on_http_error(error: HTTPException) -> Response:
    original = getattr(error, "original_exception", None)
    if original is not None:  # raised after the view, for instance by the commit
        return on_database_gone(original) if _is_database_gone(original) else _on_fault(original)
    if error.code is not None and 300 <= error.code < 400:
        return make_response(error.get_response())
    is_misnamed = isinstance(error, SecurityError)  # its own words quote the name
    reason = "host" if is_misnamed else error.description or ""
    _note_refusal(error.code, reason)
    facts = {"form_address": _form_address()} if error.code == OF_ANOTHER else {}
    if is_misnamed:
        facts = {"own_address": current_app.config["SETTINGS"].own_url}
    response = page(error.code or 500, reason, **facts)
    if error.code == TOO_MANY:
        response.headers["Retry-After"] = str(ONE_WINDOW_SECONDS)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _on_missing_proof(error: NotProven) -> Response:
    _note_refusal(400, "proof")
    return page(400, "proof", form_address=_form_address())


def _form_address() -> str:
    """Where the form that was sent can be opened anew: most forms are sent to the address of their own page."""
    has_page = current_app.url_map.bind(request.host).test(request.path, "GET")
    return request.script_root + request.path if has_page else ""


def _note_refusal(status: int | None, reason: str | None) -> None:
    if status in REFUSED:
        logging.event("refused", status=status, reason=reason if reason in REASONS else "")


def _is_database_gone(error: BaseException) -> bool:
    return isinstance(error, DATABASE_GONE)


def on_database_gone(error: Exception) -> Response:
    """The page that asks to come again; what was begun is abandoned."""
    logging.failure("database_unavailable", error, kind=type(getattr(error, "orig", error)).__name__)
    _abandon_transaction()
    response = page(503)
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _on_fault(error: Exception) -> Response:
    if isinstance(error, HTTPException) and not isinstance(error, InternalServerError):
        return _on_http_error(error)
    logging.failure("fault", error)
    _abandon_transaction()
    return page(500)


def _abandon_transaction() -> None:
    try:
        db.session.rollback()
    except DBAPIError as error:
        logging.failure("rollback_failed", error)
