"""Server-side sessions: the cookie holds a random token, the database only its hash and the data.

A visitor who stores nothing has no row and no cookie. The row is read when something in the session is first asked
for, so that public pages cost no query for it.
"""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from flask import Flask, Request, Response, current_app, request, session
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core import clock
from webapp.core.database import WRITING_METHODS, Base, db, let_go, read, record
from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime
from webapp.settings import Settings

TOKEN_BYTES, NAME_BYTES = 32, 12
MOST_LISTED = 50
"""Of a person's sessions, the latest: nobody hears more of them."""
SEEN_EVERY = timedelta(minutes=5)
"""How often it is noted that somebody is here. Nobody is told of less time than they have: the idle limit waits so long
on top, since the last note may be so old when they look last."""


class StoredSession(Base):
    """One visitor's session. Times are UTC. `data` stands in the clear: nothing personal, or sealed (`encryption`)."""

    __tablename__ = "session"

    token_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(index=True, doc="Who has signed in; nobody in a guest's session.")
    data: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    proved_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="When the person proved themselves to ЕСИА.")
    name: Mapped[str | None] = mapped_column(sa.String(32), unique=True, doc="Names it in the person's own list.")
    about: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJson, doc="The device, as `devices` tells it.")


_STORED = sa.select(
    StoredSession.user_id,
    StoredSession.data,
    StoredSession.created_at,
    StoredSession.seen_at,
    StoredSession.proved_at,
    StoredSession.name,
).where(StoredSession.token_hash == sa.bindparam("token_hash"))


class ServerSession(SessionMixin):
    """A mutable mapping read from the database at first use."""

    def __init__(self, token: str | None, interface: "DatabaseSessions") -> None:
        self._token = token
        self._interface = interface
        self._data: dict[str, Any] | None = None
        self.replaced: str | None = None
        self.user_id: int | None = None
        self.is_ended = False
        self.created_at: datetime | None = None
        self.seen_at: datetime | None = None
        self.proved_at: datetime | None = None
        self.name: str | None = None
        self.about: dict[str, Any] | None = None
        self.modified = False

    @property
    def token(self) -> str | None:
        """The token that the cookie holds; None until something is stored."""
        return self._token

    @property
    def is_loaded(self) -> bool:
        return self._data is not None

    def data(self) -> dict[str, Any]:
        if self._data is None:
            self._data = self._interface.load(self)
        return self._data

    def forget(self) -> None:
        """The token is unknown or over: start empty, under a new token if anything is stored."""
        self._token = None
        self.user_id = self.created_at = self.seen_at = self.proved_at = self.name = None

    def begin_for(self, user_id: int, proved_at: datetime | None, about: dict[str, Any]) -> None:
        """From now on this is the session of a person who has signed in: under a new token and name, its time anew.

        Empty, too, unless it was theirs before: whoever proves themselves once more goes on where they were.
        """
        self.rotate()
        self._data = self.data() if self.user_id == user_id else {}
        self.user_id, self.proved_at, self.about = user_id, proved_at, about
        self.name = secrets.token_hex(NAME_BYTES)
        self.created_at = None  # its time runs anew

    def end(self) -> None:
        """Sign out: the row goes with the answer to this request, and the cookie with it."""
        self.data()
        self._data, self.user_id = {}, None
        self.is_ended = self.modified = True

    def rotate(self) -> str:
        """Give the session a new token (at sign-in: proof against fixation); the old one opens nothing any more.

        Returns the new token.
        """
        self.data()
        self.replaced = self.replaced or self._token  # the one that is stored, however often
        self._token = secrets.token_urlsafe(TOKEN_BYTES)
        self.modified = True
        return self._token

    def __getitem__(self, key: str) -> Any:
        return self.data()[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.data()[key] = value
        self.modified = True

    def __delitem__(self, key: str) -> None:
        del self.data()[key]
        self.modified = True

    def __iter__(self) -> Iterator[str]:
        return iter(self.data())

    def __len__(self) -> int:
        return len(self.data())


class DatabaseSessions(SessionInterface):
    """Flask's session interface over the table `session`."""

    def __init__(self, settings: Settings) -> None:
        self.idle = idle_limit(settings)
        self.absolute = timedelta(hours=settings.session_absolute_hours)
        self.cookie = "__Host-orientir" if settings.is_production else "orientir"

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        return ServerSession(request.cookies.get(self.cookie), self)

    def load(self, session: ServerSession) -> dict[str, Any]:
        """The stored data, or an empty mapping when the token is unknown, forged or over."""
        row = read(_STORED, {"token_hash": hash_of(session.token)}).one_or_none() if session.token else None
        if row is None or self.is_over(row.created_at, row.seen_at, is_guest=row.user_id is None):
            session.forget()
            return {}
        session.created_at, session.seen_at, session.user_id = row.created_at, row.seen_at, row.user_id
        session.proved_at, session.name = row.proved_at, row.name
        return dict(row.data)

    def is_over(self, created_at: datetime, seen_at: datetime, is_guest: bool) -> bool:
        """A guest opens nothing of anybody's: what they keep is promised for the whole absolute limit."""
        moment = clock.now()
        return (not is_guest and moment - seen_at > self.idle) or moment - created_at > self.absolute

    def store(self, session: ServerSession, database: Session) -> None:
        """Write the session into the caller's transaction."""
        if session.is_ended:
            for token in filter(None, (session.token, session.replaced)):
                _remove(database, token)
            return
        token, moment = session.token or session.rotate(), clock.now()
        row = database.get(StoredSession, hash_of(token), with_for_update=True)
        is_there = row is not None or (session.replaced is not None and _remove(database, session.replaced))
        if session.created_at is not None and not is_there:
            session.modified = False  # ended from elsewhere while this request ran: it must not come back
            return
        if row is None and session.modified:
            row = StoredSession(token_hash=hash_of(token), created_at=session.created_at or moment)
            database.add(row)
        if row is not None:
            row.seen_at = moment
        if row is not None and session.modified:  # a look that only notes the time must not undo another's change
            row.data, row.user_id = dict(session), session.user_id
            row.proved_at, row.name = session.proved_at, session.name
            row.about = session.about or row.about

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie. The row is already written: by the request's own commit, or noted down by `after_get`."""
        assert isinstance(session, ServerSession)
        if session.is_ended:
            response.delete_cookie(self.cookie, path="/", httponly=True, samesite="Lax", secure=self.cookie[0] == "_")
        elif session.modified and session.token and response.status_code < 500:
            response.set_cookie(
                self.cookie, session.token, path="/", httponly=True, samesite="Lax", secure=self.cookie[0] == "_"
            )


def idle_limit(settings: Settings) -> timedelta:
    """How old the last note of somebody's presence may be: what pages say, and what the note itself may lag behind."""
    return timedelta(minutes=settings.session_idle_minutes) + SEEN_EVERY


def current() -> ServerSession:
    """The visitor's session."""
    found = session._get_current_object()  # type: ignore[attr-defined]
    assert isinstance(found, ServerSession)
    return found


def sign_in(user_id: int, proved_at: datetime | None, about: dict[str, Any], database: Session) -> None:
    """Make the visitor's session the person's, in the caller's transaction. `about` is the device it was begun on."""
    visitor = current()
    visitor.begin_for(user_id, proved_at, about)
    _interface().store(visitor, database)


def of_person(user_id: int, settings: Settings) -> list[StoredSession]:
    """The sessions of a person that still open something, the last used first."""
    moment = clock.now()
    alive = (
        StoredSession.seen_at >= moment - idle_limit(settings),
        StoredSession.created_at >= moment - timedelta(hours=settings.session_absolute_hours),
    )
    own = sa.select(StoredSession).where(StoredSession.user_id == user_id, *alive)
    return list(db.session.scalars(own.order_by(StoredSession.seen_at.desc(), StoredSession.name).limit(MOST_LISTED)))


def end_named(user_id: int, name: str, database: Session) -> bool:
    """End one of the person's sessions, in the caller's transaction; says whether there was such a one."""
    own = StoredSession.user_id == user_id, StoredSession.name == name
    return bool(database.execute(sa.delete(StoredSession).where(*own)).rowcount)  # type: ignore[attr-defined]


def end_all_of(user_id: int, database: Session) -> int:
    """Sign a person out on all devices, in the caller's transaction; returns how many sessions that were."""
    result = database.execute(sa.delete(StoredSession).where(StoredSession.user_id == user_id))
    return int(result.rowcount)  # type: ignore[attr-defined]


def _interface() -> DatabaseSessions:
    interface = current_app.session_interface
    assert isinstance(interface, DatabaseSessions)
    return interface


def init_app(app: Flask, settings: Settings) -> None:
    """Must come after database.init_app: after-request functions run in reverse order, so this one writes first."""
    interface = DatabaseSessions(settings)
    app.session_interface = interface
    app.jinja_env.globals.update(
        idle_hours=lambda: settings.session_idle_minutes // 60,  # whole ones, never too many
        longest_hours=lambda: settings.session_absolute_hours,
    )
    app.after_request(lambda response: _write(interface, response))


def _write(interface: DatabaseSessions, response: Response) -> Response:
    visitor = session._get_current_object()  # type: ignore[attr-defined]
    if not isinstance(visitor, ServerSession) or not visitor.is_loaded:
        return response
    response.vary.add("Cookie")
    stale = visitor.seen_at is not None and clock.now() - visitor.seen_at > SEEN_EVERY
    if not (visitor.modified or stale) or response.status_code >= 500:
        return response
    if request.method in WRITING_METHODS and response.status_code < 400:
        interface.store(visitor, db.session)
    else:
        let_go()  # a refused POST still holds SQLite's write lock, which `record` needs
        missed = () if visitor.modified else (OperationalError,)  # when somebody was here, the next page notes as well
        with suppress(*missed), record(briefly=not visitor.modified) as database:
            interface.store(visitor, database)
    return response


def _remove(database: Session, token: str) -> bool:
    """Delete the session of a token; says whether there was one."""
    result = database.execute(sa.delete(StoredSession).where(StoredSession.token_hash == hash_of(token)))
    return bool(result.rowcount)  # type: ignore[attr-defined]


def remove_expired(database: Session, settings: Settings) -> int:
    """Delete sessions past their limits, of guests past the absolute one alone; returns how many."""
    moment = clock.now()
    is_idle = StoredSession.seen_at < moment - idle_limit(settings)
    is_old = StoredSession.created_at < moment - timedelta(hours=settings.session_absolute_hours)
    over = sa.or_(is_old, sa.and_(StoredSession.user_id.is_not(None), is_idle))
    result = database.execute(sa.delete(StoredSession).where(over))
    return int(result.rowcount)  # type: ignore[attr-defined]


def remove_all(database: Session) -> int:
    """Delete every session; returns how many."""
    return int(database.execute(sa.delete(StoredSession)).rowcount)  # type: ignore[attr-defined]


def hash_of(token: str | None) -> str:
    """What the database keeps of a token: a thief of the file cannot use it."""
    return hashlib.sha256((token or "").encode("utf-8", "replace")).hexdigest()
