"""Where a person is signed in: the list of their sessions, and the end of one of them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.auth import actions
from webapp.auth.devices import Device, kept_device
from webapp.auth.words import device_words
from webapp.core import logging, sessions
from webapp.core.access import Proof, actor, signed_in
from webapp.core.database import db
from webapp.core.errors import NotFound
from webapp.core.locale import gettext
from webapp.core.rate_limits import visitor_key
from webapp.core.spoken import moment, number


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sign-in of the person: `name` names it in the form that ends it. Moments are aware, UTC."""

    name: str
    words: str
    begun_at: datetime
    seen_at: datetime
    is_this: bool
    is_same_network: bool


def register(blueprint: Blueprint) -> None:
    """Attach the list to the feature."""
    blueprint.add_url_rule("/my/sign-ins", view_func=sign_ins)
    blueprint.add_url_rule("/my/sign-ins", view_func=end_sign_in, methods=["POST"])


@signed_in()
def sign_ins() -> str:
    """All sign-ins that still open something, this one first."""
    found = [_told(each) for each in sessions.of_person(actor().user, current_app.config["SETTINGS"])]
    found = _told_apart(sorted(found, key=lambda each: not each.is_this))
    return render_template("auth/sign_ins.html", sign_ins=found, is_ended="ended" in request.args)


@signed_in(Proof.TOKEN)
def end_sign_in() -> Response:
    """End the named one. One that is over already counts as ended: that is what the person wanted."""
    name = request.form.get("name", "")
    if not name:
        raise NotFound("sign-in")
    if name == sessions.current().name:
        actions.leave(db.session, actor(), everywhere=False)
        return redirect(url_for(".signed_out"), 303)
    sessions.end_named(actor().user, name, db.session)
    logging.event("sign_in_ended")
    return redirect(url_for(".sign_ins", ended=1, _anchor="ended"), 303)


def _told_apart(found: list[SignIn]) -> list[SignIn]:
    """Sign-ins of one minute on devices of one kind are numbered: each button must say which of them it ends."""
    seen: Counter[tuple[str, str]] = Counter()
    apart = []
    for each in found:
        heard = each.words, moment(each.begun_at)
        seen[heard] += 1
        words = gettext("%(device)s, номер %(num)s", device=each.words, num=number(seen[heard]))
        apart.append(replace(each, words=words) if seen[heard] > 1 else each)
    return apart


def _told(stored: sessions.StoredSession) -> SignIn:
    device: Device = kept_device(stored.about)
    return SignIn(
        name=stored.name or "",
        words=device_words(device),
        begun_at=stored.created_at,
        seen_at=stored.seen_at,
        is_this=stored.name is not None and stored.name == sessions.current().name,
        is_same_network=bool(device.network) and device.network == visitor_key(),
    )
