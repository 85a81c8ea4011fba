"""Errors are pages: what happened and a way on."""

from flask import Flask, Response, make_response, render_template
from werkzeug.exceptions import HTTPException

from webapp.core import logging

PAGES = frozenset({400, 404, 405, 413, 500})
LAST_RESORT = """<!doctype html><html lang="ru"><head><meta charset="utf-8">
<title>Песочница не может ответить — песочница</title></head>
<body><main id="main" tabindex="-1"><h1>Песочница не может ответить</h1>
<p>Это песочница: люди и данные выдуманы. Она открывается только по адресу, который начинается с localhost.</p>
</main></body></html>"""
"""For an answer that cannot be made of a template: of a host that is not ours no address is known."""


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(Exception, _on_fault)


def _on_http_error(error: HTTPException) -> Response:
    status = error.code or 500
    if 300 <= status < 400:
        return make_response(error.get_response())
    response = _page(status, error.description or "")
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _on_fault(error: Exception) -> Response:
    logging.failure("fault", error)
    return _page(500, "")


def _page(status: int, reason: str) -> Response:
    told = status if status in PAGES else (500 if status >= 500 else 400)
    try:
        words = render_template("sandbox/error.html", status=told, reason=reason)
    except Exception as fault:
        logging.failure("error_page_failed", fault)
        words = LAST_RESORT
    return make_response(words, status)
