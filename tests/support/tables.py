"""What stands in a database, table by table: to say that something changed, or that nothing did."""

import sqlalchemy as sa
from flask import Flask

from webapp.core.database import Base, db

RECORDED = frozenset({"session", "rate_count", "sign_in_attempt", "access_log"})
"""What requests may note down by `record()`; nothing a person sees as theirs."""


def contents(app: Flask, but_for: frozenset[str] = RECORDED) -> dict[str, int]:
    """Table → a number that changes with any of its rows."""
    found = {}
    with app.app_context(), db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name not in but_for:
                found[table.name] = hash(tuple(sorted(map(repr, connection.execute(sa.select(table))))))
    return found
