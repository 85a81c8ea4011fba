"""«Дать помощнику доступ» and «Ввести код» over HTTP."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from webapp.core import errors, logging
from webapp.core.access import Proof, actor, signed_in
from webapp.core.database import db, let_go
from webapp.core.errors import TOO_MANY
from webapp.core.forms import Form
from webapp.core.rate_limits import limiter, seconds_left
from webapp.representatives import invitations
from webapp.representatives.code_forms import CodeForm, InviteForm
from webapp.representatives.errors import WrongCode

Page = str | tuple[str, int] | Response
OF_PERSON, OF_ADDRESS = "codes of a person", "codes of an address"


def register(blueprint: Blueprint) -> None:
    """Attach codes to the feature."""
    both = ["GET", "POST"]
    blueprint.add_url_rule("/representatives/code", view_func=code_new, methods=both)
    blueprint.add_url_rule("/representatives/code/<key>", view_func=code_made, methods=both)
    blueprint.add_url_rule("/representatives/codes", view_func=codes_cancelled, methods=both)
    blueprint.add_url_rule("/people/code", view_func=code_typed, methods=both)
    blueprint.register_error_handler(TOO_MANY, too_many_codes)


@signed_in(Proof.TOKEN)
def code_new() -> Page:
    """Ask what the helper may and until when; the answer makes the code."""
    form = InviteForm()
    if form.validate_on_submit():
        key = form.page_key()
        invitations.invite(db.session, actor(), key, form.chosen(), form.ends_on.data)
        logging.event("helper_invited")
        return redirect(url_for(".code_made", key=key), 303)
    page = render_template("representatives/code_new.html", form=form, waiting=invitations.count_waiting(actor()))
    return (page, 422) if form.is_submitted() else page


@signed_in(Proof.TOKEN)
def code_made(key: str) -> Page:
    """The code, to be dictated; the POST cancels it."""
    if Form().is_submitted():
        is_cancelled = invitations.cancel(db.session, actor(), key)
        return redirect(url_for(".code_made", key=key, done=1 if is_cancelled else None), 303)
    return render_template("representatives/code_made.html", waiting=invitations.waiting(actor(), key), key=key)


@signed_in(Proof.TOKEN)
def codes_cancelled() -> Page:
    """Cancel all codes of the person that nobody has used, after one question."""
    if Form().is_submitted():
        invitations.cancel(db.session, actor())
        return redirect(url_for(".codes_cancelled"), 303)
    return render_template("representatives/codes_cancelled.html", waiting=invitations.count_waiting(actor()))


@signed_in(Proof.TOKEN)
def code_typed() -> Page:
    """Ask for the code; the right one lets the helper in at once."""
    form = CodeForm()
    if form.validate_on_submit():
        _count()
        try:
            name = invitations.accept(db.session, actor(), form.meant())
        except WrongCode:
            logging.event("helper_code_refused")
            form.refuse()
        else:
            logging.event("helper_let_in")
            return redirect(url_for(".held_one", name=name, done=1), 303)
    page = render_template("representatives/code_typed.html", form=form, wait_minutes=0)
    return (page, 422) if form.is_submitted() else page


def too_many_codes(_: HTTPException) -> Response:
    """Ask to wait: nobody may try out codes of others. Other forms have the page of the whole site."""
    logging.event("refused", status=TOO_MANY, reason="")
    wait = seconds_left() or errors.ONE_WINDOW_SECONDS
    response = errors.page(TOO_MANY)
    if request.endpoint == "representatives.code_typed":
        page = render_template("representatives/code_typed.html", form=CodeForm(), wait_minutes=-(-wait // 60))
        response = current_app.make_response((page, TOO_MANY))
    response.headers["Retry-After"] = str(wait)
    return response


def _count() -> None:
    """Every code that could be one counts, for the person and for the address: whoever guesses has many of one kind."""
    limit: str = current_app.config["SETTINGS"].code_limit
    own = str(actor().user)
    let_go()  # the guard has read the session
    with limiter.shared_limit(limit, scope=OF_PERSON, key_func=lambda: own):
        pass
    with limiter.shared_limit(limit, scope=OF_ADDRESS):
        pass
