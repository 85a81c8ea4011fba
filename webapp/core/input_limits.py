"""What a request may not be: overlong, not UTF-8, with NUL in it. Each gets a plain page, never a 500."""

from urllib.parse import unquote_to_bytes

from flask import Flask, abort, request

from webapp.settings import Settings


def init_app(app: Flask, settings: Settings) -> None:
    app.config.update(
        MAX_CONTENT_LENGTH=settings.largest_body_bytes,
        MAX_FORM_MEMORY_SIZE=settings.largest_body_bytes,
        MAX_FORM_PARTS=200,
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
        for key, values in request.form.lists():
            if any("\x00" in text or "\ufffd" in text for text in (key, *values)):
                abort(400, "encoding")


def _is_clean(query: bytes) -> bool:
    try:
        text = unquote_to_bytes(query.replace(b"+", b" ")).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\x00" not in text
