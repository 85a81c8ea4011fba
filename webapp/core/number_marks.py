"""Marks round everything that a formatter wrote, for the test that no number reaches a page without one (U5).

Only a site of tests has the middleware that turns them on, and only for a request that asks for it. Everywhere else a
formatter's words stay as they are: `marked` then costs one look at a variable.
"""

import functools
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any, ParamSpec

from flask import Flask

BEGIN, END = "\ue000", "\ue001"
"""Characters that no text has. What stands between them was written by a formatter; they may be nested."""
HEADER = "X-Orientir-Mark-Numbers"
_ASKED = "HTTP_" + HEADER.upper().replace("-", "_")
_KEPT_BY_VISITORS = frozenset({"etag", "cache-control"})
_MARKING: ContextVar[bool] = ContextVar("marking numbers", default=False)
Arguments = ParamSpec("Arguments")
WsgiApplication = Callable[[dict[str, Any], Any], Iterable[bytes]]


def marked(text: str) -> str:
    """The text, between marks where the request asked for them."""
    return f"{BEGIN}{text}{END}" if _MARKING.get() else text


def mended(parts: list[str]) -> list[str]:
    """A marked text that was cut: each part closes the marks that it leaves open, the next one opens them again
    unless nothing is left to mark."""
    depth, whole = 0, []
    for part in parts:
        opened = BEGIN * depth + part
        depth += part.count(BEGIN) - part.count(END)
        whole.append((opened + END * depth).replace(BEGIN + END, ""))
    return whole


def marks(formatter: Callable[Arguments, str]) -> Callable[Arguments, str]:
    """Decorator of formatters. It stands above a cache, so that none keeps marked text."""

    @functools.wraps(formatter)
    def writes(*args: Arguments.args, **kwargs: Arguments.kwargs) -> str:
        text = formatter(*args, **kwargs)
        return f"{BEGIN}{text}{END}" if _MARKING.get() else text

    return writes


def init_app(app: Flask) -> None:
    """Attach the middleware: for sites of tests alone, and outside of what answers repeat views."""
    app.wsgi_app = MarkNumbers(app.wsgi_app)  # type: ignore[method-assign]


class MarkNumbers:
    """WSGI middleware: a request with the header gets its page made anew, with marks, and nothing to keep it by."""

    def __init__(self, application: WsgiApplication) -> None:
        self._application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if _ASKED not in environ:
            return self._application(environ, start_response)

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kept = [(name, value) for name, value in headers if name.lower() not in _KEPT_BY_VISITORS]
            return start_response(status, [*kept, ("Cache-Control", "no-store")], *rest)

        environ.pop("HTTP_IF_NONE_MATCH", None)
        token = _MARKING.set(True)
        try:
            return self._application(environ, start)
        finally:
            _MARKING.reset(token)
