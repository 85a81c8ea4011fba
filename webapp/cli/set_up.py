"""Everything between an empty folder and a site that answers: tables and data."""

from collections.abc import Iterator
from datetime import timedelta

from webapp import create_app
from webapp.applications import drafts as applications
from webapp.auth import attempts
from webapp.catalogue import actions as catalogue
from webapp.certificates import actions as certificates
from webapp.cli import demo_authorities
from webapp.consents import actions as consents
from webapp.core import access_log, encryption, kept_forms, rate_limits, sessions
from webapp.core.database import Base, alone, db, leave_nothing_behind, record, upgrade
from webapp.documents import possible
from webapp.favourites import actions as favourites
from webapp.obstacles import actions as obstacles
from webapp.people import actions as people
from webapp.reference import actions as reference
from webapp.representatives import drafts, invitations, keeping
from webapp.settings import Environment, Settings


def prepare(settings: Settings) -> Iterator[str]:
    """Migrate and load, each body of data in a transaction of its own. Yields a line about each step.

    Who sets up the same database at the same moment goes first or waits.

    Raises Unreadable where people were noted under a data key that is not given.
    """
    with create_app(settings).app_context():
        with alone():
            yield from _prepared(settings)
        db.engine.dispose()


def _prepared(settings: Settings) -> Iterator[str]:
    upgrade()
    yield "tables: up to date"
    yield f"fingerprints of people: {fill_keys()} added"
    with record() as session:
        changed = reference.load(session)
    yield f"reference data: {'loaded' if changed else 'already there'}"
    if not settings.is_production:
        with record() as session:
            changed = catalogue.load_demo(session)
        yield f"demo products: {'loaded' if changed else 'already there'}"
        with record() as session:
            changed = certificates.load_demo(session)
        yield f"demo amounts of certificates: {'loaded' if changed else 'already there'}"
    with record() as session:
        changed = catalogue.bring_index(session)
    yield f"index of products: {'built' if changed else 'already there'}"
    if settings.env == Environment.DEMO:
        yield _load_authorities()
    yield _remove_expired(settings)
    yield told_forms()


def told_forms() -> str:
    """Which forms of documents this machine cannot make, and what brings them."""
    told = {"PDF": possible.writer, "Braille": possible.louis}
    missing = [name for name, maker in told.items() if not maker.is_there()]
    if not missing:
        return "forms of documents: all"
    names = " and ".join(missing)
    return f"forms of documents: all but {names}, which the site does not offer; as root: {possible.COMMAND}"


def fill_keys() -> int:
    """Part by part, each in a transaction of its own: the site may serve meanwhile. What is there is not read again."""
    count = 0
    after: int | None = 0
    while after is not None:
        with record() as session:
            filled, after = people.fill_keys(session, after)
            count += filled
    return count


def load_authorities(settings: Settings) -> str:
    """What the demo's people have entrusted to each other; says how many authorities were not there yet."""
    with create_app(settings).app_context():
        said = _load_authorities()
        db.engine.dispose()
    return said


def _load_authorities() -> str:
    with record() as session:
        return f"demo authorities: {demo_authorities.load_demo(session)} new"


def clean_up(settings: Settings) -> str:
    """Remove what has expired: sessions, counts, guests' favourites, reports; says how many."""
    with create_app(settings).app_context():
        return _remove_expired(settings)


def _remove_expired(settings: Settings) -> str:
    with record() as session:
        gone = sessions.remove_expired(session, settings) + rate_limits.remove_expired(session)
        gone += attempts.remove_expired(session) + kept_forms.remove_expired(session)
        gone += obstacles.remove_expired(session)
        gone += (
            drafts.remove_expired(session) + applications.remove_expired(session) + invitations.remove_expired(session)
        )
        gone += keeping.remove_over(session)
        gone += favourites.remove_expired(session, timedelta(hours=settings.session_absolute_hours))
        gone += access_log.remove_old(session) + consents.remove_over(session)
    return f"expired sessions, counts, guests' favourites and reports: {gone} removed"


def end_sessions(settings: Settings) -> str:
    """End every session of everybody; says how many."""
    with create_app(settings).app_context():
        with record() as session:
            gone = sessions.remove_all(session)
        db.engine.dispose()
    return f"sessions: {gone} ended"


def change_data_keys(settings: Settings) -> str:
    """Encrypt every personal value anew with the first data key; says how many there were. Raises Unreadable.

    Fingerprints, by which people are known again, are made anew with it; then nothing of the old key is in the file.
    """
    with create_app(settings).app_context():
        try:
            with record() as session:
                values = encryption.rewrite(session, Base)
                prints = people.renew_keys(session) + keeping.renew_keys(session)
            is_clean = leave_nothing_behind()
            said = f"encrypted values: {values} written anew; fingerprints: {prints}"
            return said if is_clean else f"{said}; the journal is in use: stop the site and run this again"
        finally:
            db.engine.dispose()
