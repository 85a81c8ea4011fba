"""The token in a form: proof that a page of the visitor's present session held it.

A random text of the session, signed by the site's keys with HMAC-SHA-256, so that neither a thief of the database nor
another site can make one. It lives as long as the session: a form left open for hours must still be accepted (U37).
"""

import hashlib
import hmac
import secrets

from flask import current_app, session
from itsdangerous import BadData, URLSafeSerializer

FIELD = "csrf_token"
"""Of a form, and where the session holds its text."""
TEXT_BYTES = 32


def token() -> str:
    """The token for a form that is made now; makes the session's text where there is none."""
    if not isinstance(session.get(FIELD), str):
        session[FIELD] = secrets.token_urlsafe(TEXT_BYTES)
    signed: str | bytes = _signer().dumps(session[FIELD])
    return str(signed)


def is_token(shown: str) -> bool:
    """Whether this is a token of the present session."""
    known = session.get(FIELD)
    if not isinstance(known, str):
        return False
    try:
        told = _signer().loads(shown)
    except BadData:
        return False
    return isinstance(told, str) and hmac.compare_digest(told.encode(), known.encode())


def _signer() -> URLSafeSerializer:
    """Signs by the newest key, which itsdangerous wants last; a form made before the keys were changed holds, too."""
    keys = [*reversed(current_app.config["SECRET_KEY_FALLBACKS"]), current_app.config["SECRET_KEY"]]
    how = {"key_derivation": "hmac", "digest_method": hashlib.sha256}
    return URLSafeSerializer(keys, salt="orientir: token of a form", signer_kwargs=how)
