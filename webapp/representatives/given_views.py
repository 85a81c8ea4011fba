"""«Кто может действовать за вас» over HTTP: claims that wait for the person's word, access that they end."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.core import logging
from webapp.core.access import Proof, actor, signed_in
from webapp.core.forms import Form
from webapp.representatives import actions, invitations, queries
from webapp.representatives.errors import CannotChange
from webapp.representatives.forms import ConfirmForm, RemarkForm
from webapp.representatives.queries import Known
from webapp.representatives.rules import CHOSEN, State


def register(blueprint: Blueprint) -> None:
    """Attach the person's side to the feature."""
    blueprint.add_url_rule("/representatives", view_func=given)
    blueprint.add_url_rule("/representatives/<name>", view_func=given_one)
    blueprint.add_url_rule("/representatives/<name>/confirm", view_func=confirm, methods=["GET", "POST"])
    blueprint.add_url_rule("/representatives/<name>/return", view_func=give_back, methods=["GET", "POST"])
    blueprint.add_url_rule("/representatives/<name>/withdraw", view_func=withdraw, methods=["GET", "POST"])


@signed_in()
def given() -> str:
    """All who may act for the person who is here, and the claims that wait for their word."""
    told = {"authorities": queries.given(actor()), "codes": invitations.count_waiting(actor())}
    return render_template("representatives/given.html", **told)


@signed_in()
def given_one(name: str) -> str:
    """One of them: by what right, for what, until when; what the person can do about it."""
    known = queries.given_one(actor(), name)
    return render_template(
        "representatives/given_one.html",
        known=known,
        may_confirm=known.may_confirm,
        may_end=known.is_open and known.may_end,
    )


@signed_in(Proof.TOKEN)
def confirm(name: str) -> str | tuple[str, int] | Response:
    """The person says what is entrusted, and to whom: from then on the representative may act."""
    known = _waiting(name)
    most = actions.most(known.kind, known.claimed)
    form = ConfirmForm(most if known.kind in CHOSEN else frozenset(), known.functions & most)
    if form.validate_on_submit():
        chosen = form.chosen() if known.kind in CHOSEN else most
        actions.confirm(actor(), name, chosen, form.as_of)
        logging.event("authority_confirmed")
        return redirect(url_for(".given_one", name=name, done=1), 303)
    page = render_template("representatives/confirm.html", known=known, form=form)
    return (page, 422) if form.is_submitted() else page


@signed_in(Proof.TOKEN, keeps=True)
def give_back(name: str) -> str | tuple[str, int] | Response:
    """The person wants the claim corrected, in their own words, or knows nothing of it."""
    known = _waiting(name)
    form = RemarkForm()
    if form.is_submitted() and form.is_unknown:
        actions.decline(actor(), name)
        return redirect(url_for(".given_one", name=name, done=1), 303)
    if form.validate_on_submit():
        actions.give_back(actor(), name, form.remark.data or "")
        return redirect(url_for(".given_one", name=name, done=1), 303)
    page = render_template("representatives/return.html", known=known, form=form)
    return (page, 422) if form.is_submitted() else page


@signed_in(Proof.TOKEN)
def withdraw(name: str) -> str | Response:
    """End the access, after one question. Access that is over already counts as ended: that is what was wanted."""
    known = queries.given_one(actor(), name)
    is_asked = Form().is_submitted()
    if known.state is not State.CONFIRMED or not known.may_end:
        return redirect(url_for(".given_one", name=name, done=1 if is_asked and known.may_end else None), 303)
    if is_asked:
        try:
            actions.withdraw(actor(), name)
        except CannotChange:  # another press was quicker: the page says how it stands
            return redirect(url_for(".given_one", name=name), 303)
        logging.event("authority_withdrawn")
        return redirect(url_for(".given_one", name=name, done=1), 303)
    return render_template("representatives/withdraw.html", known=known)


def _waiting(name: str) -> Known:
    """A claim that the person can still decide. Raises NotFound, CannotChange."""
    known = queries.given_one(actor(), name)
    if not known.may_confirm:
        raise CannotChange
    return known
