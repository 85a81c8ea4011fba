"""A GET changes nothing: no statement outside the declared `record()` writes, and every table reads the same after."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.support.addresses import examples_taking
from tests.support.strict_client import visitor
from tests.support.tables import contents
from webapp.core.access import public
from webapp.core.database import db
from webapp.core.rate_limits import RateCount

WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER")


@contextmanager
def undeclared_writes(app: Flask) -> Iterator[list[str]]:
    """Collects the statements that write on a connection which did not come from `record()`."""
    found: list[str] = []

    def note(connection: sa.Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(WRITING) and not connection.get_execution_options().get("writes"):
            found.append(statement)

    with app.app_context():
        engine = db.engine
    sa.event.listen(engine, "before_cursor_execute", note)
    yield found
    sa.event.remove(engine, "before_cursor_execute", note)


def test_no_page_writes_when_it_is_read(writing_site: Flask) -> None:
    before = contents(writing_site)
    with undeclared_writes(writing_site) as found:
        for address in examples_taking(writing_site, "GET"):
            client = visitor(writing_site)
            assert client.get(address).status_code < 500
            assert client.get(f"/en{address}").status_code < 500
    assert found == []
    assert contents(writing_site) == before


def test_a_page_that_writes_is_found(writing_site: Flask) -> None:
    @public()
    def writes() -> str:
        db.session.add(RateCount(key="planted", number=1, expires_at=0.0))
        db.session.flush()
        return ""

    writing_site.add_url_rule("/writes", "writes", writes)
    with undeclared_writes(writing_site) as found:
        writing_site.test_client().get("/writes", headers={"HX-Request": "true"})
    assert len(found) == 1
    assert found[0].startswith("INSERT INTO rate_count")
    with writing_site.app_context():
        assert db.session.get(RateCount, "planted") is None
