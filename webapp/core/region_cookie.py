"""The region that a visitor named on this device: two digits in a cookie, and nothing else.

Public pages say what a certificate is worth there, so their tags depend on the cookie (`http_cache`). What the digits
mean is known to whoever asks: here they are only two digits.
"""

import re
from datetime import timedelta

from flask import Flask, request
from werkzeug.wrappers import Response

from webapp.settings import Settings

COOKIES = ("orientir-region", "__Host-orientir-region")
KEPT_FOR = timedelta(days=400)
"""Browsers keep no cookie longer."""
_CODE = re.compile(r"[0-9]{2}")


def init_app(app: Flask, settings: Settings) -> None:
    app.extensions["region_cookie"] = COOKIES[settings.is_production]


def code(app: Flask) -> str | None:
    """The two digits of this device; None where there are none, or something else."""
    kept = request.cookies.get(app.extensions["region_cookie"], "")
    return kept if _CODE.fullmatch(kept) else None


def keep(app: Flask, response: Response, code: str | None) -> None:
    """Let the device remember the digits; None forgets them. Raises ValueError for anything but two digits."""
    cookie: str = app.extensions["region_cookie"]
    is_secure = cookie == COOKIES[True]
    if code is None:
        response.delete_cookie(cookie, path="/", httponly=True, samesite="Lax", secure=is_secure)
    elif _CODE.fullmatch(code):
        response.set_cookie(cookie, code, max_age=KEPT_FOR, path="/", httponly=True, samesite="Lax", secure=is_secure)
    else:
        raise ValueError("a region is two digits")
