"""What a person typed into a form whose session had ended: kept for a day, given back whole after sign-in (U37).

Kept encrypted and for that person alone; the number in the address opens nothing to anybody else.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode

import sqlalchemy as sa
from flask import Flask, Response, g, request
from sqlalchemy.orm import Mapped, Session, mapped_column
from werkzeug.datastructures import MultiDict

from webapp.core import clock, logging
from webapp.core.database import WRITING_METHODS, Base, db, let_go, read, record
from webapp.core.encryption import EncryptedJson
from webapp.core.form_owner import MARK, Owner
from webapp.core.places import LONGEST_PAGE, parts_of
from webapp.core.types import UtcDateTime

NUMBER = "kept"
"""Names the kept form in the address of its page; in the form itself its digest stands under the same name."""
GOOD_FOR = timedelta(hours=24)
LARGEST_BYTES = 64 * 1024
MOST = 5
"""Of one person; the oldest gives way."""
NUMBER_BYTES = 16
AT_ONCE = 100
"""Opened at a time where all must be read."""
_OURS = frozenset({MARK, NUMBER, "csrf_token"})


class KeptForm(Base):
    """One form that waits for its person.

    `kept` holds the path of its page, the same in every language, the authority by which they acted, and the fields as
    they were sent.
    """

    __tablename__ = "kept_form"

    number_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(index=True)
    kept: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back: the digest that names its row, and the fields as they were sent."""

    digest: str
    fields: MultiDict[str, str]


_OF_PERSON = (
    sa.select(KeptForm.number_hash, KeptForm.kept)
    .where(KeptForm.user_id == sa.bindparam("user_id"), KeptForm.kept_at >= sa.bindparam("since"))
    .order_by(KeptForm.kept_at.desc())
)


def init_app(app: Flask) -> None:
    """Must come after database.init_app: after-request functions run in reverse order, so this one deletes first."""
    app.jinja_env.globals.update(has_returned=has_returned, kept_digest=kept_digest)
    app.after_request(_forget_sent)


def page_of_form() -> str:
    """The address of the form's own page, which is the one it is sent to; without a query that nobody comes back to."""
    page = request.script_root + request.path
    asked = [(name, value) for name, value in request.args.items(multi=True) if name != NUMBER]
    whole = f"{page}?{urlencode(asked)}" if asked else page
    return whole if len(whole) <= LONGEST_PAGE else page


def keep(owner: Owner) -> str:
    """Keep the form of the present request for its owner; returns the address of its page, which gives it back.

    Empty where it is too large to be kept. Files are not kept: no form of ours takes them. What came back before and is
    late once more takes its own place, and the same words sent twice are kept once.
    """
    g.form_waits = True
    fields = [[name, value] for name, value in request.form.items(multi=True) if name not in _OURS]
    if sum(len(name.encode()) + len(value.encode("utf-8", "replace")) for name, value in fields) > LARGEST_BYTES:
        return ""
    kept = {"page": request.path, "authority": owner.authority, "fields": fields}
    before, user_id = request.form.get(NUMBER, ""), owner.user_id
    number = secrets.token_urlsafe(NUMBER_BYTES)
    let_go()
    with record() as database:
        waiting = database.execute(_OF_PERSON, _asked(user_id)).all()
        staying = [row.number_hash for row in waiting if row.kept != kept and row.number_hash != before][: MOST - 1]
        database.execute(sa.delete(KeptForm).where(KeptForm.user_id == user_id, KeptForm.number_hash.not_in(staying)))
        database.add(KeptForm(number_hash=_hash(number), user_id=user_id, kept=kept, kept_at=clock.now()))
    logging.event("form_kept")
    page = page_of_form()
    return f"{page}{'&' if '?' in page else '?'}{NUMBER}={number}"


def typed() -> str:
    """All that was typed into the form of the present request, a field a paragraph."""
    return "\n\n".join(value for name, value in request.form.items(multi=True) if name not in _OURS and value.strip())


def is_named_by(page: str) -> bool:
    """Whether the address of a page names a kept form."""
    return NUMBER in parse_qs(parts_of(page).query)


def returned(owner: Owner | None) -> MultiDict[str, str] | None:
    """What this person typed on this page, for whom they act now, when their session had ended; None: nothing waits.

    The number in the address chooses among several. Without it, after sign-in in another browser or from another page,
    the latest comes back.
    """
    if "returned_form" not in g:
        g.returned_form = _returned(owner)
    found: Returned | None = g.returned_form
    return found.fields if found is not None else None


def authority_asked_for(user_id: int) -> str | None:
    """By which authority the form was filled in that the address names; None where it names none of this person's."""
    number = request.args.get(NUMBER, "") if request.method not in WRITING_METHODS else ""
    rows = read(_OF_PERSON, _asked(user_id)) if number else ()
    return next((_authority(row.kept) for row in rows if row.number_hash == _hash(number)), None)


def _returned(owner: Owner | None) -> Returned | None:
    if owner is None or request.method in WRITING_METHODS:
        return None
    here = request.path, owner.authority
    rows = [row for row in read(_OF_PERSON, _asked(owner.user_id)) if (row.kept["page"], _authority(row.kept)) == here]
    if not rows:
        return None
    wanted = _hash(request.args.get(NUMBER, ""))
    row = next((row for row in rows if row.number_hash == wanted), rows[0])
    return Returned(row.number_hash, MultiDict((str(name), str(value)) for name, value in row.kept["fields"]))


def _authority(kept: dict[str, Any]) -> str:
    """Rows of before there were representatives name none: everybody acted for themselves."""
    return str(kept.get("authority", ""))


def has_returned() -> bool:
    """Whether this page gives a form back."""
    return g.get("returned_form") is not None


def kept_digest() -> str:
    """What names, in the form itself, the row that it came back from: also where it is shown once more to be mended."""
    found: Returned | None = g.get("returned_form")
    return found.digest if found is not None else request.form.get(NUMBER, "")


def _forget_sent(response: Response) -> Response:
    """The form that came back was sent and taken: it waits no more. In the request's own transaction."""
    user_id = g.actor.user_id if "actor" in g else None
    is_taken = request.method in WRITING_METHODS and response.status_code < 400 and "form_waits" not in g
    if is_taken and user_id is not None and request.form.get(NUMBER, ""):
        own = KeptForm.number_hash == request.form[NUMBER], KeptForm.user_id == user_id
        db.session.execute(sa.delete(KeptForm).where(*own))
    return response


def remove_of(user_id: int, database: Session) -> None:
    """Delete all that waits for a person, in the caller's transaction."""
    database.execute(sa.delete(KeptForm).where(KeptForm.user_id == user_id))


def remove_saying(database: Session, says: Callable[[str], bool]) -> int:
    """Delete all of which a field says something, in the caller's transaction; returns how many. Each is opened."""
    rows = database.execute(sa.select(KeptForm.number_hash, KeptForm.kept)).yield_per(AT_ONCE)
    found = [row.number_hash for row in rows if any(says(str(value)) for _, value in row.kept["fields"])]
    database.execute(sa.delete(KeptForm).where(KeptForm.number_hash.in_(found)))
    return len(found)


def remove_expired(database: Session) -> int:
    """Delete forms that nobody came back for; returns how many."""
    over = KeptForm.kept_at < clock.now() - GOOD_FOR
    return int(database.execute(sa.delete(KeptForm).where(over)).rowcount)  # type: ignore[attr-defined]


def _asked(user_id: int) -> dict[str, Any]:
    return {"user_id": user_id, "since": clock.now() - GOOD_FOR}


def _hash(number: str) -> str:
    return hashlib.sha256(number.encode("utf-8", "replace")).hexdigest()
