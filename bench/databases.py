"""Databases to measure on: set up as the site sets itself up, then made larger by copies of the demo products."""

from pathlib import Path

import sqlalchemy as sa
from flask import Flask

from webapp import create_app
from webapp.catalogue import actions as catalogue
from webapp.catalogue.models import Product
from webapp.cli import set_up, translations
from webapp.core.database import record
from webapp.settings import Environment, Settings

PLACES_A_COPY = 100
"""Serial numbers within an item that one copy may use; a number has up to four digits."""
NO_LIMIT = "100000000 per minute"


def settings_for(folder: Path) -> Settings:
    """The site's own defaults over a folder; searches and sign-ins are counted as always, but none is refused."""
    return Settings(
        env=Environment.DEMO,
        data_dir=folder,
        database_url="",
        search_limit=NO_LIMIT,
        sign_in_limit=NO_LIMIT,
        log_level="ERROR",
    )


def prepare(folder: Path, copies: int = 0) -> Flask:
    """Tables, reference data, demo products and so many copies of each of them. Returns the site over them."""
    settings = settings_for(folder)
    translations.compile_all()
    for _step in set_up.prepare(settings):
        pass
    app = create_app(settings)
    if copies:
        with app.app_context(), record() as session:
            session.execute(_copies(copies))
            catalogue.count_products(session)
    return app


def _copies(number: int) -> sa.Insert:
    """Every product once for each of 1…number, under another model, article and number, placed all over the list."""
    table = Product.__table__
    numbers = ",".join(str(one) for one in range(1, number + 1))
    copy = sa.select(sa.func.json_each(f"[{numbers}]").table_valued("value")).cte("copy")
    place = sa.cast(sa.func.substr(table.c.number, -4), sa.Integer) + PLACES_A_COPY * copy.c.value
    model = table.c.model + sa.func.printf("-%d", copy.c.value)
    changed: dict[str, sa.ColumnElement[str]] = {
        "number": table.c.item_code + sa.func.printf(".%04d", place),
        "model": model,
        "name": model + sa.func.substr(table.c.name, sa.func.length(table.c.model) + 1),
        "article": table.c.article + sa.func.printf("-%d", copy.c.value),
    }
    columns = [column for column in table.c if not column.primary_key]
    values = sa.select(*(changed.get(column.name, column) for column in columns)).select_from(
        table.join(copy, sa.true())
    )
    return sa.insert(Product).from_select([column.name for column in columns], values)
