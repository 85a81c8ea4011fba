"""An upgrade of tables keeps what refers to them: SQLite copies a table to change a column, and drops the old one."""

import sqlalchemy as sa

from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from webapp.core.database import alembic, db, upgrade

OLD = "0005"
PERSON = (
    "INSERT INTO person (id, oid, told, first_seen_at, signed_in_at) VALUES (7, '1000600777', 'x', :now, :now)",
    "INSERT INTO reading_profile (person_id, code, chosen_at) VALUES (7, 'size-200', :now)",
    "INSERT INTO favourite (person_id, product_number, name, price_kopecks, kept_at)"
    " VALUES (7, '6-02-02.0001', 'Аллея', 100, :now)",
)


def test_what_refers_to_a_person_is_there_after_the_upgrade(each_database: Databases, tmp_path: object) -> None:
    settings = settings_in(tmp_path, database_url=each_database.empty())  # type: ignore[arg-type]
    with closing(make_site(settings)) as app, app.app_context():
        upgrade()
        alembic.downgrade(OLD)
        with db.engine.begin() as connection:
            for statement in PERSON:
                connection.execute(sa.text(statement), {"now": "2026-11-22 12:00:00+00:00"})
        upgrade()
        with db.engine.connect() as connection:
            kept = {name: connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one() for name in TABLES}
            is_guarded = connection.execute(sa.text("SELECT person_id FROM favourite")).scalar_one() == 7
        assert kept == dict.fromkeys(TABLES, 1)
        assert is_guarded


TABLES = ("person", "reading_profile", "favourite")
