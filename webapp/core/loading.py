"""Bringing a table to the state of a file: rows keep their keys, twice changes nothing, nothing in use is lost."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.core.database import Base

BATCH = 500
BEHIND_ALL = 1_000_000
"""Places from here on belong to rows that are no longer in the files but still in use."""

Rows = list[dict[str, Any]]
Among = sa.ColumnExpressionArgument[bool] | None


def bring(session: Session, model: type[Base], key: str, rows: Rows, among: Among = None) -> dict[Any, Any]:
    """Update rows that are there, insert new ones; of the rows `among` which. Returns key → primary key of all rows."""
    table = _table(model)
    primary = next(iter(table.primary_key))
    known: dict[Any, Any] = dict(session.execute(_keys(table, key, among)).all())
    if "position" in table.c and known:
        session.execute(sa.update(model).values(position=-1 - table.c.position))  # free the unique places
    changed = [row | {primary.name: known[row[key]]} for row in rows if row[key] in known]
    fresh = [row for row in rows if row[key] not in known]
    for body, statement in ((changed, sa.update(model)), (fresh, sa.insert(model))):
        for start in range(0, len(body), BATCH):
            session.execute(statement, body[start : start + BATCH])
    if "position" in table.c:
        session.execute(sa.update(model).where(table.c.position < 0).values(position=BEHIND_ALL - table.c.position))
    return dict(session.execute(_keys(table, key, None)).all())


def remove_gone(session: Session, model: type[Base], key: str, wanted: Iterable[Any], among: Among = None) -> None:
    """Remove rows whose key is no longer wanted, except those that another row points at: they live on."""
    table = _table(model)
    known = {row[0] for row in session.execute(_keys(table, key, among))}
    gone = sorted(known - set(wanted))
    if gone:
        session.execute(sa.delete(model).where(table.c[key].in_(gone), *_not_in_use(table)))


def digest_of(*folders: Path) -> str:
    """The version of a body of data: of its files and of the code that makes rows of them."""
    digest = hashlib.sha256()
    for folder in folders:
        paths = [folder] if folder.is_file() else sorted(folder.rglob("*.py")) + sorted(folder.rglob("*.json"))
        for path in paths:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _keys(table: sa.Table, key: str, among: Among) -> sa.Select[Any]:
    query = sa.select(table.c[key], next(iter(table.primary_key)))
    return query if among is None else query.where(among)


def _not_in_use(table: sa.Table) -> Iterator[sa.ColumnElement[bool]]:
    for other in Base.metadata.tables.values():
        for foreign in other.foreign_keys:
            if foreign.column.table is table:
                yield ~sa.exists().where(foreign.parent == foreign.column)


def _table(model: type[Base]) -> sa.Table:
    table = model.__table__
    assert isinstance(table, sa.Table)
    return table
