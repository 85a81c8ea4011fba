"""The second step of signing in: a code of six digits, which an invented message brings to the page itself.

It has no time limit. After five wrong ones the sign-in ends and the site hears ESIA-007046.
"""

import hmac
import re
import secrets
from dataclasses import replace

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for

from webapp.core import typed
from webapp.core.access import Proof, public
from webapp.sandbox import visitors, world
from webapp.sandbox.esia.grants import ONE_TIME_CODE, PASSWORD, Authorisation, Texted
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.esia.steps import number, pending, sent_back, who
from webapp.sandbox.people.records import Person

blueprint = Blueprint("second_step", __name__)
DIGITS, MOST_TRIES = 6, 5
_NO_DIGIT = re.compile(r"[ .()-]")


def begin(person: Person) -> Response:
    """Send a code to somebody who has said who they are, and ask for it."""
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    world.current().texted.put(number(), Texted(person.slug, code))
    return make_response(redirect(url_for("second_step.ask", request=number()), 303))


@blueprint.get("/code")
@public()
def ask() -> Response:
    """Which code is in the message?"""
    asked, _ = pending()
    texted = _texted()
    return _page(texted) if texted is not None else _onwards(asked)


@blueprint.post("/code")
@public(Proof.ORIGIN)
def check() -> Response:
    """The right code signs the person in; a wrong one is asked for again."""
    asked, _ = pending()
    texted, given = _texted(), request.form.get("code", "")
    if texted is None:
        return _onwards(asked)
    code = digits_of(given)
    if hmac.compare_digest(code.encode(), texted.code.encode()):
        world.current().texted.take(number())
        response = _to("consent")
        visitors.sign_in(response, texted.slug, (PASSWORD, ONE_TIME_CODE))
        return response
    tried = replace(texted, tries=texted.tries + (len(code) == DIGITS))
    if tried.tries >= MOST_TRIES:
        world.current().texted.take(number())
        world.current().pending.take(number())
        return sent_back(asked.return_address, Refused("007046"), asked.state)
    world.current().texted.put(number(), tried)
    return _page(tried, given, "wrong" if len(code) == DIGITS else "shape")


def digits_of(text: str) -> str:
    """The digits of a code as it was typed, pasted or dictated: «482 915», «482-915», «четыре восемь два …».

    Empty for what is no code.
    """
    bare = _NO_DIGIT.sub("", typed.code(text))
    return bare if bare.isascii() and bare.isdigit() else ""


def _texted() -> Texted | None:
    return world.current().texted.get(number())


def _onwards(asked: Authorisation) -> Response:
    """The code has been used: by a second press or after Back. Whoever is signed in goes on, others begin again."""
    return _to("consent" if who(asked) is not None else "sign_in")


def _to(step: str) -> Response:
    return make_response(redirect(url_for(f"esia.{step}", request=number()), 303))


def _page(texted: Texted, given: str = "", error: str = "") -> Response:
    code = f"{texted.code[:3]}-{texted.code[3:]}"
    left = MOST_TRIES - texted.tries
    words = render_template(
        "sandbox/code.html", code=code, given=typed.line(typed.shown(given)), error=error, left=left
    )
    return make_response(words, 422 if error else 200)
