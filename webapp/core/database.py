"""The database: SQLite by default, PostgreSQL by address; one short transaction a request.

SQLite's driver would open transactions late and commit around DDL by itself; here the driver is told to keep its hands
off and every transaction starts with an explicit BEGIN, IMMEDIATE where a request is going to write: two writers then
wait for each other (busy timeout) instead of failing half-way with "database is locked".
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask, Response, current_app, g, has_request_context, request
from flask_alembic import Alembic
from flask_sqlalchemy_lite import SQLAlchemy
from psycopg import IsolationLevel
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session
from werkzeug.exceptions import HTTPException

from webapp.settings import Settings

BUSY_TIMEOUT_MS = 5000
BRIEFLY_MS = 500
"""How long a page waits to note down what it can do without, while the index is built."""
STATEMENT_TIMEOUT_MS = 30_000
SETTING_UP = 86_02_02
"""The number of the lock that whoever sets up a PostgreSQL database holds."""
WRITING_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Base(DeclarativeBase):
    """The parent of every typed mapping; constraint names are fixed so that migrations can name them."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(session_options={"autoflush": False})
_MIGRATES, _AFTERWARDS = "database_migrates", "after_commit"
MIGRATIONS = Path(__file__).parent.parent / "migrations"


class NumberedAlembic(Alembic):
    """Migrations are numbered: `0001_the_house.py`."""

    def rev_id(self) -> str:
        return f"{len(list(MIGRATIONS.glob('[0-9]*.py'))) + 1:04}"


alembic = NumberedAlembic(metadatas=Base.metadata, run_mkdir=False)


def newest_migrations() -> frozenset[str]:
    """The ids of the newest migrations in the source; asked without a connection, so any thread may."""
    return frozenset(alembic.script_directory.get_heads())


def upgrade() -> None:
    """Bring the tables up to date.

    SQLite changes a column by copying its table and dropping the old one, and would then delete, row by row, all that
    refers to it: meanwhile its foreign keys are off. Raises RuntimeError when a reference leads nowhere afterwards.
    """
    if db.engine.dialect.name != "sqlite":
        alembic.upgrade()
        return
    current_app.extensions[_MIGRATES] = True
    db.engine.dispose()
    try:
        alembic.upgrade()
        with db.engine.connect() as connection:
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    finally:
        current_app.extensions[_MIGRATES] = False
        db.engine.dispose()
    if broken:
        raise RuntimeError(f"references that lead nowhere: {len(broken)}")


def init_app(app: Flask, settings: Settings) -> None:
    """Make the engine, prepare SQLite connections, end each request's transaction."""
    app.config["SQLALCHEMY_ENGINES"] = {"default": engine_options(settings.database)}
    app.config["ALEMBIC"] = {"script_location": str(MIGRATIONS), "file_template": "%%(rev)s_%%(slug)s"}
    # SQLite changes a column only by copying its table, which is what batch mode does.
    app.config["ALEMBIC_CONTEXT"] = {"render_as_batch": True}
    db.init_app(app)
    _forget_async_teardown(app)
    alembic.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _prepare_sqlite(db.engine)
        else:
            _prepare_postgresql(db.engine)
    app.after_request(_end_transaction)


def _forget_async_teardown(app: Flask) -> None:
    """Flask-SQLAlchemy-Lite also closes asynchronous sessions, which we never open: a thread and a loop per request."""
    app.teardown_appcontext_funcs = [
        function for function in app.teardown_appcontext_funcs if not iscoroutinefunction(function)
    ]


def engine_options(address: str) -> dict[str, Any]:
    """Engine options for an address. Parameters never reach logs or error texts: they may be personal data."""
    url = sa.make_url(address)
    if url.get_backend_name() == "sqlite":
        if url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        return {"url": url, "hide_parameters": True, "connect_args": {"timeout": BUSY_TIMEOUT_MS / 1000}}
    if url.get_backend_name() != "postgresql":
        raise ValueError("ORIENTIR_DATABASE_URL: only sqlite and postgresql are supported")
    options = {"connect_timeout": 5, "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS}"}
    url = url.set(drivername="postgresql+psycopg")
    return {"url": url, "hide_parameters": True, "pool_pre_ping": True, "connect_args": options}


def _prepare_sqlite(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            f"foreign_keys={'OFF' if current_app.extensions.get(_MIGRATES) else 'ON'}",
            "synchronous=NORMAL",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _on_begin(connection: sa.Connection) -> None:
        if not connection.get_execution_options().get("briefly"):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_writing(connection) else "BEGIN")
            return
        connection.exec_driver_sql(f"PRAGMA busy_timeout={BRIEFLY_MS}")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")


def _prepare_postgresql(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "begin")
    def _on_begin(connection: sa.Connection) -> None:
        reads = has_request_context() and not _is_writing(connection)
        driver: Any = connection.connection.dbapi_connection
        driver.isolation_level = IsolationLevel.REPEATABLE_READ if reads else None  # goes with the driver's own BEGIN


def _is_writing(connection: sa.Connection) -> bool:
    if connection.get_execution_options().get("writes"):
        return True
    return has_request_context() and request.method in WRITING_METHODS


def _end_transaction(response: Response) -> Response:
    """A successful POST commits here, once; everything else leaves no trace."""
    if "_sqlalchemy_sessions" not in g:  # nothing asked for the database
        return response
    if request.method in WRITING_METHODS and response.status_code < 400:
        try:
            current_app.extensions.get("before_commit", lambda: None)()
        except HTTPException as refusal:
            db.session.rollback()
            return current_app.make_response(current_app.handle_user_exception(refusal))
        db.session.commit()
        for action in g.pop(_AFTERWARDS, ()):
            action()
            let_go()
    else:
        db.session.rollback()
    return response


def after_commit(action: Callable[[], None]) -> None:
    """Do this when the request's transaction is committed, before the answer leaves; nothing where it is rolled back.

    For what follows from a write and takes long or is a transaction of its own (`record`): asking an outside system.
    """
    g.setdefault(_AFTERWARDS, []).append(action)


def read(statement: sa.Executable, parameters: Mapping[str, Any] | None = None) -> sa.CursorResult[Any]:
    """Run a read of columns in the request's transaction, past the ORM: half the time of `session.execute`.

    Write the statement once, as a constant with named parameters: to build one anew takes longer than to run it.
    """
    return db.session.connection().execute(statement, parameters)


def let_go() -> None:
    """End the request's transaction before something that takes long, or that is a transaction of its own (`record`).

    What was read stays read; what was written and not committed is gone.
    """
    db.session.rollback()


def insert_into(database: Session, table: Any) -> Any:
    """An INSERT that can say what to do about a row that is there already: both databases have it, each its own."""
    make = sqlite.insert if database.get_bind().dialect.name == "sqlite" else postgresql.insert
    return make(table)


def in_turn(database: Session, name: str) -> None:
    """Until the transaction ends, whoever does what bears this name waits: for a limit that is counted before a write.

    On SQLite a request that writes is alone anyway.
    """
    if database.get_bind().dialect.name == "postgresql":
        database.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(name, 0))))


def leave_nothing_behind() -> bool:
    """Write the SQLite file anew, so that no free page and no journal holds what was deleted or replaced.

    False where another process still reads the journal, which then keeps old pages until it lets go. PostgreSQL does
    the same by itself in its time (autovacuum). Outside of any transaction.
    """
    let_go()
    if db.engine.dialect.name != "sqlite":
        return True
    raw = db.engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM")
        (is_busy, *_pages) = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        raw.close()
    return not is_busy


@contextmanager
def alone() -> Iterator[None]:
    """Wait until nobody else sets up this database, and let nobody else meanwhile; whoever is killed lets go.

    SQLite's own locks are of one transaction, and a migration that waited for another's would go on from old tables.
    """
    if db.engine.dialect.name == "sqlite":
        with open(f"{db.engine.url.database}.set-up", "wb") as file:
            flock(file, LOCK_EX)
            yield
        return
    with db.engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SETTING_UP})")
        yield


@contextmanager
def record(briefly: bool = False) -> Iterator[Session]:
    """A short transaction of its own for what a GET may note down: last-seen, access log, read marks, sessions.

    The one declared exception to "a GET changes nothing". Never for what a person sees as theirs. In a POST it must
    come before the request's own transaction, whose write lock it would wait for: RuntimeError otherwise.

    `briefly`: SQLite's lock is waited for a moment only; OperationalError where somebody writes for longer.
    """
    if has_request_context() and request.method in WRITING_METHODS and db.session.in_transaction():
        raise RuntimeError("record() inside a writing transaction would wait for itself")
    with db.sessionmaker(bind=db.engine.execution_options(writes=True, briefly=briefly)) as session, session.begin():
        yield session
