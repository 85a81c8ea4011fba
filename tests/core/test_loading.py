"""Loading a file anew: gone rows are removed, those in use stay behind all others; places never collide."""

import sqlalchemy as sa
from flask import Flask

from webapp.core.database import db, record
from webapp.core.loading import BEHIND_ALL, bring, remove_gone
from webapp.reference.models import Kind, Section

EXTRA = {"name": "x", "short_name": "x", "name_en": "x", "purpose": "x", "purpose_en": "x", "is_official": False}


def positions(app: Flask) -> dict[str, int]:
    with app.app_context():
        return dict(db.session.execute(sa.select(Section.code, Section.position)).all())


def sections(app: Flask) -> list[dict[str, object]]:
    with app.app_context():
        rows = db.session.execute(sa.select(Section.__table__).order_by(Section.position)).mappings()
        return [dict(row) for row in rows]


def load(app: Flask, rows: list[dict[str, object]]) -> None:
    placed = [row | {"position": place} for place, row in enumerate(rows)]
    with app.app_context(), record() as session:
        bring(session, Section, "code", placed)
        remove_gone(session, Section, "code", [row["code"] for row in placed])


def test_a_row_that_nobody_uses_goes(writing_site: Flask) -> None:
    before = sections(writing_site)
    load(writing_site, [*before, {"code": "99", **EXTRA}])
    assert "99" in positions(writing_site)
    load(writing_site, before)
    assert positions(writing_site) == {row["code"]: place for place, row in enumerate(before)}


def test_a_row_in_use_stays_behind_all_others(writing_site: Flask) -> None:
    before = sections(writing_site)
    for _ in range(2):
        load(writing_site, before[1:])
        found = positions(writing_site)
        assert found[str(before[0]["code"])] >= BEHIND_ALL
        assert len(found) == len(before)
    with writing_site.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).where(Kind.section_code == before[0]["code"]))


def test_a_new_order_is_taken(writing_site: Flask) -> None:
    turned = list(reversed(sections(writing_site)))
    load(writing_site, turned)
    assert positions(writing_site) == {row["code"]: place for place, row in enumerate(turned)}
