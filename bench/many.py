"""Databases of ten thousand, a hundred thousand and a million products, on SQLite and on PostgreSQL.

Each begins as the site sets itself up; then every demo product is copied under other numbers, models and articles, and
the index is built anew, which is timed.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from flask import Flask

from bench.databases import settings_for
from tests.support.postgres import running_cluster
from webapp import create_app
from webapp.catalogue import actions as catalogue
from webapp.catalogue.index.build import Built, build
from webapp.catalogue.models import Product
from webapp.cli import set_up, translations
from webapp.core.database import db, record
from webapp.settings import Settings

DEMO_PRODUCTS = 1500
FIRST_SERIAL = 100_000
"""Serial numbers of copies have six digits, those of demo products four."""
PLACES_A_COPY = 100
DATABASES = ("SQLite", "PostgreSQL")


@dataclass(frozen=True, slots=True)
class Stage:
    """A site over so many products: its settings, how large its index is and how long it took to build."""

    database: str
    products: int
    app: Flask
    settings: Settings
    built: Built
    seconds: float

    @property
    def name(self) -> str:
        """«SQLite, 100000»."""
        return f"{self.database}, {self.products}"

    def told(self) -> dict[str, str]:
        """What a process of the site must be told to serve it."""
        return {"ORIENTIR_DATABASE_URL": self.settings.database_url} if self.settings.database_url else {}


@contextmanager
def stages(folder: Path, database: str, sizes: tuple[int, ...]) -> Iterator[Iterator[Stage]]:
    """The stages of one database, each made when it is asked for; a cluster of PostgreSQL lives as long."""
    if database == "SQLite":
        yield (_stage(folder / f"{database}-{size}", database, "", size) for size in sizes)
        return
    with running_cluster() as cluster:
        yield (
            _stage(folder / f"{database}-{size}", database, cluster.database(f"bench_{size}"), size) for size in sizes
        )


def _stage(folder: Path, database: str, address: str, size: int) -> Stage:
    settings = settings_for(folder).model_copy(update={"database_url": address})
    translations.compile_all()
    for _step in set_up.prepare(settings):
        pass
    app = create_app(settings)
    with app.app_context():
        with record() as session:
            session.execute(sa.text("SET LOCAL statement_timeout = 0")) if address else None
            session.execute(copies(max(0, round(size / DEMO_PRODUCTS) - 1)))
            catalogue.count_products(session)
        started = time.perf_counter()
        with record() as session:
            session.execute(sa.text("SET LOCAL statement_timeout = 0")) if address else None
            built = build(session)
        seconds = time.perf_counter() - started
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("ANALYZE"))
        db.engine.dispose()
    return Stage(database, built.products, app, settings, built, seconds)


def copies(number: int) -> sa.Insert:
    """Every product once for each of 1…number, under another model, article and number, placed all over the list.

    Said in the words that both databases know.
    """
    table = Product.__table__
    first = sa.select(sa.literal(1).label("number")).cte("copy", recursive=True)
    copy = first.union_all(sa.select(first.c.number + 1).where(first.c.number < number))
    suffix = sa.literal("-") + sa.cast(copy.c.number, sa.Text)
    serial = sa.cast(sa.func.substr(table.c.number, sa.func.length(table.c.item_code) + 2), sa.Integer)
    model = table.c.model + suffix
    changed: dict[str, sa.ColumnElement[str]] = {
        "number": table.c.item_code
        + sa.literal(".")
        + sa.cast(FIRST_SERIAL + serial + PLACES_A_COPY * copy.c.number, sa.Text),
        "model": model,
        "name": model + sa.func.substr(table.c.name, sa.func.length(table.c.model) + 1),
        "article": table.c.article + suffix,
    }
    columns = [column for column in table.c if not column.primary_key]
    values = sa.select(*(changed.get(column.name, column) for column in columns)).select_from(
        table.join(copy, copy.c.number <= number)
    )
    return sa.insert(Product).from_select([column.name for column in columns], values)
