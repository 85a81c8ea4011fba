"""What a request may not be: overlong, cut on the way, not UTF-8, with NUL in it. Each gets a page, never a 500."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote_to_bytes

from flask import Flask, abort, request

from webapp.settings import Settings

MOST_FIELDS = 200
WsgiApplication = Callable[[dict[str, Any], Any], Iterable[bytes]]


class WholeBodies:
    """WSGI middleware: a body shorter than it was announced is refused.

    The server says that it ends every body itself, and werkzeug then takes half a form for a whole one.
    """

    def __init__(self, application: WsgiApplication) -> None:
        self._application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ.get("CONTENT_LENGTH"):
            environ.pop("wsgi.input_terminated", None)
        return self._application(environ, start_response)


def init_app(app: Flask, settings: Settings) -> None:
    app.wsgi_app = WholeBodies(app.wsgi_app)  # type: ignore[method-assign]
    app.config.update(
        MAX_CONTENT_LENGTH=settings.largest_body_bytes,
        MAX_FORM_MEMORY_SIZE=settings.largest_body_bytes,
        MAX_FORM_PARTS=MOST_FIELDS,
    )
    longest = settings.longest_address
    app.before_request(lambda: _check(longest))


def _check(longest: int) -> None:
    query = request.query_string
    if len(request.path) + len(query) > longest:
        abort(400, "long")
    if not _is_clean(query) or "\x00" in request.path or "\ufffd" in request.path:
        abort(400, "encoding")
    if request.method in {"POST", "PUT", "PATCH"}:
        if sum(len(values) for _, values in request.form.lists()) > MOST_FIELDS:  # werkzeug counts parts alone
            abort(413)
        for key, values in request.form.lists():
            if any("\x00" in text or "\ufffd" in text for text in (key, *values)):
                abort(400, "encoding")


def _is_clean(query: bytes) -> bool:
    try:
        text = unquote_to_bytes(query.replace(b"+", b" ")).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\x00" not in text
