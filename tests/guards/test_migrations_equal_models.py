"""The migrations make exactly the tables that the mappings describe, there and back, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from webapp.core.database import Base, alembic, db, upgrade


@pytest.fixture
def empty_site(each_database: Databases, tmp_path: Path) -> Iterator[Flask]:
    settings = settings_in(tmp_path, database_url=each_database.empty())
    with closing(make_site(settings)) as app, app.app_context():
        yield app


def tables() -> set[str]:
    return set(sa.inspect(db.engine).get_table_names())


def test_migrated_tables_are_the_mapped_ones(empty_site: Flask) -> None:
    upgrade()
    assert alembic.compare_metadata() == []
    assert tables() == set(Base.metadata.tables) | {"alembic_version"}


def test_migrations_lead_down_and_up_again(empty_site: Flask) -> None:
    upgrade()
    full = tables()
    alembic.downgrade("base")
    assert tables() == {"alembic_version"}
    upgrade()
    assert tables() == full


def test_a_table_that_no_mapping_knows_is_found(empty_site: Flask) -> None:
    upgrade()
    with db.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE planted (id INTEGER PRIMARY KEY)")
    assert [change[0] for change in alembic.compare_metadata()] == ["remove_table"]
