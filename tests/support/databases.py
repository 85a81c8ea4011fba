"""The same database in two kinds: SQLite as a file, PostgreSQL as a database of the run's cluster; empty or loaded."""

import itertools
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from tests.support.postgres import Cluster
from tests.support.sites import closing, copy_database, make_site, settings_in
from webapp.core.database import Base, db, upgrade

LOADED = "loaded"
_numbers = itertools.count(1)


class Databases(Protocol):
    """A kind of database. Every call gives a database of the test's own."""

    kind: str

    def empty(self) -> str: ...

    def loaded(self) -> str: ...


class SqliteDatabases:
    """Files in a test's folder."""

    kind = "sqlite"

    def __init__(self, folder: Path, template: Path) -> None:
        self._folder, self._template = folder, template

    def empty(self) -> str:
        return f"sqlite:///{self._folder / f'empty-{next(_numbers)}.sqlite3'}"

    def loaded(self) -> str:
        return f"sqlite:///{copy_database(self._template, self._folder / f'loaded-{next(_numbers)}')}"


class PostgresDatabases:
    """Databases of one cluster; the loaded one is copied from SQLite once and cloned from then on."""

    kind = "postgres"

    def __init__(self, cluster: Cluster, folder: Path, template: Path) -> None:
        self._cluster, self._folder, self._template = cluster, folder, template
        self._is_loaded = False

    def empty(self) -> str:
        return self._cluster.database(f"empty_{next(_numbers)}")

    def loaded(self) -> str:
        if not self._is_loaded:
            copy_rows(self._template, self._cluster.database(LOADED), self._folder)
            self._is_loaded = True
        return self._cluster.database(f"loaded_{next(_numbers)}", LOADED)


def copy_rows(template: Path, address: str, folder: Path) -> None:
    """Migrate the database at `address` and fill it with the rows of the SQLite template."""
    source = sa.create_engine(f"sqlite:///{template}")
    with closing(make_site(settings_in(folder, database_url=address))) as app, app.app_context():
        upgrade()
        with source.connect() as old, db.engine.begin() as new:
            for table in Base.metadata.sorted_tables:
                rows = [dict(row) for row in old.execute(sa.select(table)).mappings()]
                if rows:
                    new.execute(sa.insert(table), rows)
            for table in (table for table in Base.metadata.sorted_tables if "id" in table.c and table.name != "city"):
                newest = sa.select(sa.func.max(table.c.id)).scalar_subquery()
                new.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, "id"), newest)))
    source.dispose()
