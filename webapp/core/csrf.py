"""Proof that a form was sent from our own page, in three kinds (see `access.Proof`).

TOKEN is Flask-WTF's signed token bound to the visitor's session. A session ends, or another tab signs in anew, while a
form lies open: then the form's mark proves it (made by us, for the very person who sends it), unless the browser says
that another site sent it: a mark lives longer than a token and may have been seen by somebody. On public pages it is
proven by what the browser says (`origin`). ORIGIN reads that alone; a request that says nothing is refused.
UNLESS_FOREIGN accepts that one too.
"""

from flask import Flask, current_app, request, session
from flask_wtf.csrf import CSRFError, CSRFProtect

from webapp.core import form_owner
from webapp.core.access import Access, Declaration, Proof, actor, declaration_of
from webapp.core.database import WRITING_METHODS
from webapp.core.origin import check_origin, is_foreign, sent_from_our_page

csrf = CSRFProtect()


def init_app(app: Flask) -> None:
    # The token lives as long as the session (U37): a form left open for hours must still be accepted.
    # Signed by the newest key, which itsdangerous wants last; a form made before the keys were changed is accepted too.
    keys = [*reversed(app.config["SECRET_KEY_FALLBACKS"]), app.config["SECRET_KEY"]]
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SECRET_KEY=keys,
        WTF_CSRF_SSL_STRICT=False,  # a browser that keeps its Referer to itself still has the token
    )
    csrf.init_app(app)
    app.before_request(_check)


def _check() -> None:
    if request.method not in WRITING_METHODS or request.endpoint is None:
        return
    declared: Declaration | None = declaration_of(current_app, request.endpoint)
    if declared is not None and declared.proof is Proof.KEY:
        return
    if declared is not None and declared.proof is Proof.ORIGIN:
        check_origin()
        return
    if declared is not None and declared.proof is Proof.UNLESS_FOREIGN:
        if is_foreign():
            check_origin()
        return
    try:
        csrf.protect()
    except CSRFError:
        if not _is_proven_otherwise(declared):
            raise


def _is_proven_otherwise(declared: Declaration | None) -> bool:
    owner = form_owner.owner_of(request.form)
    if owner is not None:
        return owner == actor().user_id and not is_foreign()
    # A form with a token, though the present session has given none: it was made in one that is over.
    has_ended = "csrf_token" in request.form and "csrf_token" not in session
    return has_ended and declared is not None and declared.access is Access.PUBLIC and sent_from_our_page()
