"""How often one address may search or send a form: counted in the database, so that all workers count together.

The address itself is not stored: the key is an HMAC of it. Only searches and forms are counted, so that reading a page
writes nothing.
"""

import hashlib
import hmac
import math
from ipaddress import ip_address, ip_network
from typing import Any

import sqlalchemy as sa
from flask import Flask, current_app, has_request_context, request
from flask_limiter import Limiter
from limits.storage import Storage
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core import clock, logging
from webapp.core.database import WRITING_METHODS, Base, db, insert_into, let_go, record
from webapp.settings import Settings

FORMS = "forms"


class RateCount(Base):
    """How many times a key was seen in its present window. `expires_at` is in seconds of the epoch."""

    __tablename__ = "rate_count"

    key: Mapped[str] = mapped_column(sa.String(200), primary_key=True)
    number: Mapped[int] = mapped_column()
    expires_at: Mapped[float] = mapped_column(index=True)


class DatabaseStorage(Storage):
    """Fixed windows for the `limits` library in the table `rate_count`."""

    STORAGE_SCHEME = ["orientir-database"]

    @property
    def base_exceptions(self) -> type[Exception]:
        return DBAPIError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count and say how many by now: one statement, so that two processes never count past each other.

        A search is answered uncounted while somebody else writes for long, as the build of the index does: 0. A form
        is not: it would have to wait for its own write anyway.
        """
        if not has_request_context() or request.method in WRITING_METHODS:
            return self._count(key, expiry, amount)
        try:
            return self._count(key, expiry, amount, briefly=True)
        except OperationalError as error:
            logging.failure("search_not_counted", error)
            return 0

    def _count(self, key: str, expiry: int, amount: int, briefly: bool = False) -> int:
        moment = _moment()
        is_over = RateCount.expires_at <= moment
        anew = {"number": amount, "expires_at": moment + expiry}
        with record(briefly) as session:
            counted = insert_into(session, RateCount).values(key=key, **anew)
            counted = counted.on_conflict_do_update(
                index_elements=[RateCount.key],
                set_={
                    "number": sa.case((is_over, amount), else_=RateCount.number + amount),
                    "expires_at": sa.case((is_over, moment + expiry), else_=RateCount.expires_at),
                },
            )
            return session.scalars(counted.returning(RateCount.number)).one()

    def get(self, key: str) -> int:
        row = db.session.get(RateCount, key)
        return row.number if row is not None and row.expires_at > _moment() else 0

    def get_expiry(self, key: str) -> float:
        row = db.session.get(RateCount, key)
        return row.expires_at if row is not None else _moment()

    def check(self) -> bool:
        return db.session.scalar(sa.select(sa.literal(1))) == 1

    def reset(self) -> int | None:
        with record() as session:
            return int(session.execute(sa.delete(RateCount)).rowcount)  # type: ignore[attr-defined]

    def clear(self, key: str) -> None:
        with record() as session:
            session.execute(sa.delete(RateCount).where(RateCount.key == key))


def _moment() -> float:
    return clock.now().timestamp()


def visitor_key() -> str:
    """A key for the visitor's address that does not tell the address."""
    secret: str = current_app.config["SECRET_KEY"]
    return hmac.new(secret.encode(), _network(request.remote_addr or "").encode(), hashlib.sha256).hexdigest()[:32]


def _network(address: str) -> str:
    """One visitor's addresses are one: of IPv6 a provider gives everybody a whole network of 64 bits."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    known = getattr(known, "ipv4_mapped", None) or known  # «::ffff:192.0.2.1»: not all of IPv4 in one network
    return str(ip_network(f"{known}/64", strict=False)) if known.version == 6 else str(known)


limiter = Limiter(visitor_key, storage_uri="orientir-database://", strategy="fixed-window")


def init_app(app: Flask, settings: Settings) -> None:
    app.config.update(
        SEARCH_LIMIT=settings.search_limit, FORM_LIMIT=settings.form_limit, SIGN_IN_LIMIT=settings.sign_in_limit
    )
    limiter.init_app(app)
    app.before_request(_limit_forms)


def limit_search(view: Any) -> Any:
    """Mark a view as a search."""
    return limiter.limit(lambda: current_app.config["SEARCH_LIMIT"])(view)


def count_sign_in() -> None:
    """Count a beginning of sign-in: it makes sessions. Aborts with 429 when there are too many of one address."""
    let_go()
    with limiter.shared_limit(lambda: current_app.config["SIGN_IN_LIMIT"], scope="sign_in"):
        return


def count_form() -> None:
    """Count a form that was sent. Aborts with 429 when there are too many of one address."""
    let_go()  # access and proof may have read the session
    with limiter.shared_limit(lambda: current_app.config["FORM_LIMIT"], scope=FORMS):
        return


def seconds_left() -> int:
    """How long the visitor whom a limit has just refused has to wait: what is left of that limit's window."""
    refused = limiter.current_limit
    return max(1, math.ceil(refused.window.reset_time - _moment())) if refused is not None and refused.breached else 0


def remove_expired(session: Session) -> int:
    """Delete counts whose window is over; returns how many."""
    return int(session.execute(sa.delete(RateCount).where(RateCount.expires_at < _moment())).rowcount)  # type: ignore[attr-defined]


def _limit_forms() -> None:
    """Every form of the site counts together: there is no form that nobody thought of.

    Only forms that were sent from our own pages come as far as this.
    """
    if request.method in WRITING_METHODS:
        count_form()
