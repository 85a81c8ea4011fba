"""Repeat views of public pages: an ETag that is known before the page is made.

The tag names what the bytes depend on: the build, the version of the data (one row), the address. A visitor for whom
pages may differ (`Actor.is_known`) gets them made anew each time, and no copy of them is kept.

A visitor without cookies who already has the page is answered before Flask is asked: that is most repeat views, and
the framework's own work is most of their cost.
"""

import functools
import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, current_app, make_response, request
from sqlalchemy.exc import DBAPIError
from werkzeug.http import parse_etags
from werkzeug.sansio.http import parse_cookie
from werkzeug.wrappers import Response

from webapp.core import access, data_version, logging, reading, region_cookie
from webapp.core.database import db
from webapp.core.security_headers import HEADERS, TRANSPORT_SECURITY
from webapp.settings import Settings

PAGES_DEPEND_ON = (*reading.COOKIES, *region_cookie.COOKIES)
"""Names of cookies that change what public pages show: their values are part of the tag."""
VARY = ("Cookie", "Accept-Encoding", "HX-Request")
CACHE_CONTROL = "no-cache"


def revalidated(view: Callable[..., Any]) -> Callable[..., Any]:
    """Answer 304 when the visitor already has this page; otherwise mark the answer so that they can ask next time."""

    @functools.wraps(view)
    def answer(*args: Any, **kwargs: Any) -> Response:
        if access.actor().is_known:
            return make_response(view(*args, **kwargs))
        tag = _tag(current_app.config["BUILD_ID"], data_version.current(), request.environ)
        asked = request.if_none_match  # «*» would be true of addresses that do not exist
        if asked.is_weak(tag) or asked.is_strong(tag):
            response = Response(status=304)
        else:
            response = make_response(view(*args, **kwargs))
            if response.status_code != 200:
                return response
        response.set_etag(tag, weak=True)
        response.headers["Cache-Control"] = CACHE_CONTROL
        response.vary.update(VARY)
        return response

    return answer


class RepeatViews:
    """WSGI middleware: the short way to a 304. Only an address that gave out a tag can have it asked for again."""

    def __init__(self, app: Flask, always_secure: bool) -> None:
        self._app = app
        self._application = app.wsgi_app
        self._always_secure = always_secure
        with app.app_context():
            self._engine = db.engine

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and environ["REQUEST_METHOD"] in {"GET", "HEAD"} and not environ.get("HTTP_COOKIE"):
            tag = self._present_tag(environ)
            asked = parse_etags(known)
            if tag is not None and (asked.is_weak(tag) or asked.is_strong(tag)):
                logging.event("repeat_view", status=304)
                is_secure = self._always_secure or environ["wsgi.url_scheme"] == "https"
                start_response("304 NOT MODIFIED", _headers(tag, is_secure))
                return ()
        return self._application(environ, start_response)

    def _present_tag(self, environ: dict[str, Any]) -> str | None:
        try:
            return _tag(self._app.config["BUILD_ID"], data_version.current(self._engine), environ)
        except DBAPIError:  # the long way has a page for that
            return None


def init_app(app: Flask, settings: Settings) -> None:
    """Must come before locale.init_app: the tag is of the address without its language's prefix, and of the prefix."""
    app.wsgi_app = RepeatViews(app, settings.is_production)  # type: ignore[method-assign]


def _headers(tag: str, is_secure: bool) -> list[tuple[str, str]]:
    own = {"ETag": f'W/"{tag}"', "Cache-Control": CACHE_CONTROL, "Vary": ", ".join(VARY)}
    secure = {"Strict-Transport-Security": TRANSPORT_SECURITY} if is_secure else {}
    return list((own | HEADERS | secure).items())


def _cookies(environ: dict[str, Any]) -> Iterable[str]:
    if PAGES_DEPEND_ON and environ.get("HTTP_COOKIE"):
        cookies = parse_cookie(environ["HTTP_COOKIE"])
        return (f"{name}={cookies[name]}" for name in PAGES_DEPEND_ON if name in cookies)
    return ()


def _tag(build: str, data: str, environ: dict[str, Any]) -> str:
    facts = (
        build,
        data,
        environ.get("SCRIPT_NAME", ""),
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
        environ.get("HTTP_HX_REQUEST", ""),
        environ.get("HTTP_HX_HISTORY_RESTORE_REQUEST", ""),
        *_cookies(environ),
    )
    return hashlib.blake2s("\n".join(facts).encode("utf-8", "replace"), digest_size=12).hexdigest()
