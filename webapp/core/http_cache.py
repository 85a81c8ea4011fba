"""Repeat views of public pages: an ETag that is known before the page is made.

The tag names what the bytes depend on: the build, the version of the data (one row), the address. A page that depends
on who asks must not use it.
"""

import functools
import hashlib
from collections.abc import Callable
from typing import Any

from flask import current_app, make_response, request
from werkzeug.wrappers import Response

from webapp.core import data_version


def revalidated(view: Callable[..., Any]) -> Callable[..., Any]:
    """Answer 304 when the visitor already has this page; otherwise mark the answer so that they can ask next time."""

    @functools.wraps(view)
    def answer(*args: Any, **kwargs: Any) -> Response:
        tag = _tag()
        if request.if_none_match.contains_weak(tag):
            response = Response(status=304)
        else:
            response = make_response(view(*args, **kwargs))
            if response.status_code != 200:
                return response
        response.set_etag(tag, weak=True)
        response.headers["Cache-Control"] = "no-cache"
        response.vary.update(["Cookie", "Accept-Encoding", "HX-Request"])
        return response

    return answer


def _tag() -> str:
    facts = (
        current_app.config["BUILD_ID"],
        data_version.current(),
        request.script_root,
        request.full_path,
        request.headers.get("HX-Request", ""),
    )
    return hashlib.blake2s("\n".join(facts).encode("utf-8", "replace"), digest_size=12).hexdigest()
