"""What a person typed into a form whose session had ended: kept for a day, given back whole after sign-in (U37).

Kept encrypted and for that person alone; the number in the address opens nothing to anybody else.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import sqlalchemy as sa
from flask import Flask, Response, g, request
from sqlalchemy.orm import Mapped, Session, mapped_column
from werkzeug.datastructures import MultiDict

from webapp.core import clock
from webapp.core.database import WRITING_METHODS, Base, db, let_go, read, record
from webapp.core.encryption import EncryptedJson
from webapp.core.form_owner import MARK, Owner
from webapp.core.places import parts_of
from webapp.core.types import UtcDateTime

NUMBER = "kept"
"""Names the kept form in the address of its page, and in the form itself."""
GOOD_FOR = timedelta(hours=24)
LARGEST_BYTES = 64 * 1024
MOST = 5
"""Of one person; the oldest gives way."""
NUMBER_BYTES = 16
_OURS = frozenset({MARK, NUMBER, "csrf_token"})


class KeptForm(Base):
    """One form that waits for its person. `kept` holds the address of its page and the fields as they were sent."""

    __tablename__ = "kept_form"

    number_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(index=True)
    kept: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


_ONE = sa.select(KeptForm.kept).where(
    KeptForm.number_hash == sa.bindparam("number_hash"),
    KeptForm.user_id == sa.bindparam("user_id"),
    KeptForm.kept_at >= sa.bindparam("since"),
)


def init_app(app: Flask) -> None:
    """Must come after database.init_app: after-request functions run in reverse order, so this one deletes first."""
    app.jinja_env.globals["returned_form"] = returned_number
    app.after_request(_forget_sent)


def keep(owner: Owner, page: str) -> str:
    """Keep the form of the present request for its owner; returns the address of its page, which gives it back.

    Empty where it is too large to be kept. Files are not kept: no form of ours takes them.
    """
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in _OURS]
    if sum(len(name.encode()) + len(value.encode("utf-8", "replace")) for name, value in fields) > LARGEST_BYTES:
        return ""
    number = secrets.token_urlsafe(NUMBER_BYTES)
    let_go()
    with record() as database:
        newest = sa.select(KeptForm.number_hash).where(KeptForm.user_id == owner.user_id)
        newest = newest.order_by(KeptForm.kept_at.desc()).limit(MOST - 1)
        crowded = KeptForm.user_id == owner.user_id, KeptForm.number_hash.not_in(newest.scalar_subquery())
        database.execute(sa.delete(KeptForm).where(*crowded))
        kept = {"page": parts_of(page).path, "authority": owner.authority, "fields": fields}
        database.add(KeptForm(number_hash=_hash(number), user_id=owner.user_id, kept=kept, kept_at=clock.now()))
    return f"{page}{'&' if '?' in page else '?'}{NUMBER}={number}"


def is_named_by(page: str) -> bool:
    """Whether the address of a page names a kept form."""
    return NUMBER in parse_qs(parts_of(page).query)


def returned(user_id: int | None, authority: str) -> MultiDict[str, str] | None:
    """The fields that this person typed on this page before; None where none are asked for, or they are not theirs.

    Theirs, too, is only what they typed for whom they act now.
    """
    if "returned_form" not in g:
        kept = _kept(user_id) or {}
        is_of_here = kept.get("page") == request.script_root + request.path and kept["authority"] == authority
        g.returned_form = MultiDict((str(name), str(value)) for name, value in kept["fields"]) if is_of_here else None
    found: MultiDict[str, str] | None = g.returned_form
    return found


def authority_of_asked(user_id: int | None) -> str | None:
    """By which authority the form was filled in that this page is to give back; None where there is no such form."""
    kept = _kept(user_id)
    return str(kept["authority"]) if kept is not None else None


def _kept(user_id: int | None) -> dict[str, Any] | None:
    """The form that the address of this page names, if it is this person's and its time is not over."""
    number = request.args.get(NUMBER, "")
    if user_id is None or not number or request.method in WRITING_METHODS:
        return None
    wanted = {"number_hash": _hash(number), "user_id": user_id, "since": clock.now() - GOOD_FOR}
    found: dict[str, Any] | None = read(_ONE, wanted).scalar_one_or_none()
    return {"authority": ""} | found if found is not None else None


def returned_number() -> str:
    """The number of the form that this page gives back; empty on all other pages."""
    return request.args[NUMBER] if g.get("returned_form") is not None else ""


def _forget_sent(response: Response) -> Response:
    """The form that came back was sent and taken: it waits no more. In the request's own transaction."""
    user_id = g.actor.user_id if "actor" in g else None
    if request.method in WRITING_METHODS and response.status_code < 400 and user_id is not None:
        number = request.form.get(NUMBER, "")
        if number:
            own = KeptForm.number_hash == _hash(number), KeptForm.user_id == user_id
            db.session.execute(sa.delete(KeptForm).where(*own))
    return response


def remove_of(user_id: int, database: Session) -> None:
    """Delete all that waits for a person, in the caller's transaction."""
    database.execute(sa.delete(KeptForm).where(KeptForm.user_id == user_id))


def remove_expired(database: Session) -> int:
    """Delete forms that nobody came back for; returns how many."""
    over = KeptForm.kept_at < clock.now() - GOOD_FOR
    return int(database.execute(sa.delete(KeptForm).where(over)).rowcount)  # type: ignore[attr-defined]


def _hash(number: str) -> str:
    return hashlib.sha256(number.encode("utf-8", "replace")).hexdigest()
