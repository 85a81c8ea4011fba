"""The example journey: one question, a check, a confirmation. What real applications will be made of."""

from datetime import date

from flask import Blueprint, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from webapp.core.access import Proof, public
from webapp.style_guide.forms import BoughtForm

ANSWER, SENT, TYPED = "style_guide_bought", "style_guide_sent", "style_guide_typed"


def register(blueprint: Blueprint) -> None:
    """Attach the journey to the style guide."""
    blueprint.add_url_rule("/journey/question", view_func=question, methods=["GET", "POST"])
    blueprint.add_url_rule("/journey/check", view_func=check, methods=["GET", "POST"])
    blueprint.add_url_rule("/journey/done", view_func=done)


@public(Proof.TOKEN)
def question() -> str | tuple[str, int] | Response:
    """Ask; a wrong answer comes back with 422 and nothing lost. It is kept, too: Back must return what was typed."""
    form = BoughtForm()
    if form.validate_on_submit():
        session[ANSWER] = str(form.bought.data)
        session.pop(SENT, None)
        session.pop(TYPED, None)
        return redirect(url_for(".check"), 303)
    if form.is_submitted():
        session[TYPED] = form.bought.typed
        return render_template("style_guide/question.html", form=form), 422
    form.bought.typed = session.get(TYPED) or _parts(_answer())
    return render_template("style_guide/question.html", form=form)


@public(Proof.TOKEN)
def check() -> str | Response:
    """Show the answer; the POST «sends» it, once however often it is pressed."""
    answered = _answer()
    if answered is None:
        return redirect(url_for(".question"), 303)
    if BoughtForm().is_submitted():
        session[SENT] = True
        return redirect(url_for(".done"), 303)
    return render_template("style_guide/check.html", answered=answered)


@public()
def done() -> str | Response:
    """The confirmation."""
    if not session.get(SENT):
        return redirect(url_for(".question"), 303)
    return render_template("style_guide/done.html", answered=_answer())


def _answer() -> date | None:
    text = session.get(ANSWER)
    return date.fromisoformat(text) if isinstance(text, str) else None


def _parts(answered: date | None) -> dict[str, str]:
    if answered is None:
        return {}
    return {"day": str(answered.day), "month": str(answered.month), "year": str(answered.year)}
