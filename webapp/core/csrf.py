"""Proof that a form was sent from our own page, in three kinds (see `access.Proof`).

TOKEN is a signed token bound to the visitor's session (`form_tokens`). A session ends, or another tab signs in anew,
while a form lies open: then the form's mark proves it (made by us, for the very person who sends it), unless the
browser says that another site sent it: a mark lives longer than a token and may have been seen by somebody. On public
pages it is proven by what the browser says (`origin`). ORIGIN reads that alone; a request that says nothing is refused.
UNLESS_FOREIGN accepts that one too.
"""

from flask import Flask, current_app, request, session

from webapp.core import form_owner, form_tokens
from webapp.core.access import Access, Declaration, Proof, actor, declaration_of
from webapp.core.database import WRITING_METHODS
from webapp.core.errors import NotProven
from webapp.core.origin import check_origin, is_foreign, sent_from_our_page


def init_app(app: Flask) -> None:
    app.jinja_env.globals["csrf_token"] = form_tokens.token
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
    if not form_tokens.is_token(request.form.get(form_tokens.FIELD, "")) and not _is_proven_otherwise(declared):
        raise NotProven


def _is_proven_otherwise(declared: Declaration | None) -> bool:
    owner = form_owner.owner_of(request.form)
    if owner is not None:
        return owner.user_id == actor().user_id and not is_foreign()
    # A form with a token, though the present session has given none: it was made in one that is over.
    has_ended = form_tokens.FIELD in request.form and form_tokens.FIELD not in session
    return has_ended and declared is not None and declared.access is Access.PUBLIC and sent_from_our_page()
