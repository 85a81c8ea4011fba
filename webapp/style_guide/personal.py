"""The example of a form that only a person who has signed in may send, and that counts as signed.

What was typed when the session ended comes back; the last step wants a sign-in that is minutes old. A session stands in
the clear in the database: what a person typed goes into it sealed.
"""

from flask import Blueprint, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from webapp.core import encryption
from webapp.core.access import Proof, signed_in
from webapp.style_guide.forms import SignForm, WordsForm

WORDS, SIGNED = "style_guide_words", "style_guide_signed"


def register(blueprint: Blueprint) -> None:
    """Attach the example to the style guide."""
    blueprint.add_url_rule("/personal", view_func=write, methods=["GET", "POST"])
    blueprint.add_url_rule("/personal/sign", view_func=sign, methods=["GET", "POST"])
    blueprint.add_url_rule("/personal/signed", view_func=signed)


@signed_in(Proof.TOKEN, keeps=True)
def write() -> str | tuple[str, int] | Response:
    """Ask for words; a wrong answer comes back with 422, the right one stands here again when the person goes back."""
    form = WordsForm(words="" if session.get(SIGNED) else _written())
    if form.validate_on_submit():
        session[WORDS] = encryption.seal(form.words.data)
        session.pop(SIGNED, None)
        return redirect(url_for(".sign"), 303)
    return render_template("style_guide/personal.html", form=form), 422 if form.is_submitted() else 200


@signed_in(Proof.TOKEN, keeps=True, fresh=True)
def sign() -> str | Response:
    """Show the words; the POST «signs» them, once however often it is pressed.

    The form carries them along: sent too late it comes back whole, though the session that held them is over.
    """
    form = SignForm(carried=session.get(WORDS, ""))
    words = str(encryption.unseal(form.carried.data) or "")
    if not words:
        return redirect(url_for(".write"), 303)
    if form.is_submitted():
        session[WORDS], session[SIGNED] = form.carried.data, True
        return redirect(url_for(".signed"), 303)
    return render_template("style_guide/personal_sign.html", words=words, carried=form.carried.data)


@signed_in()
def signed() -> str | Response:
    """The confirmation."""
    words = _written()
    if not words or not session.get(SIGNED):
        return redirect(url_for(".write"), 303)
    return render_template("style_guide/personal_signed.html", words=words)


def _written() -> str:
    """What the person has written; empty where they have not, or where its key is no more."""
    return str(encryption.unseal(session.get(WORDS, "")) or "")
