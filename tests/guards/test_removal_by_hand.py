"""What `docs/operations.md` says to remove of a person is all that is theirs, and it can be run as it stands there."""

import re

import sqlalchemy as sa
from flask import Flask

from webapp.core.database import Base, record
from webapp.settings import PROJECT_ROOT

SAID = re.compile(r"^DELETE FROM (\w+) WHERE (\w+) = N;$", re.MULTILINE)
OF_A_PERSON = {"person_id", "user_id"}


def said() -> list[tuple[str, str]]:
    """(table, column) in the order of the document."""
    return SAID.findall((PROJECT_ROOT / "docs" / "operations.md").read_text(encoding="utf-8"))


def test_every_table_of_a_person_is_named_and_the_person_last() -> None:
    columns = {(table.name, column.name) for table in Base.metadata.sorted_tables for column in table.columns}
    theirs = {(table, column) for table, column in columns if column in OF_A_PERSON}
    assert len(theirs) >= 5
    assert set(said()) == theirs | {("person", "id")}
    assert said()[-1] == ("person", "id")


def test_it_can_be_run(writing_site: Flask) -> None:
    with writing_site.app_context(), record() as database:
        for table, column in said():
            done = database.execute(sa.text(f"DELETE FROM {table} WHERE {column} = 999999"))
            assert done.rowcount == 0  # type: ignore[attr-defined]
