"""Forms into which a person types who has signed in: kept when the session ends, the limit said once, nothing in the
clear."""

import json
from operator import attrgetter

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.forms.conftest import Reach
from tests.support.addresses import endpoints_taking
from tests.support.forms import OF_SITE, Deed, Press
from tests.support.registers import Stage
from webapp.core.access import Access, Declaration, declaration_of
from webapp.core.database import Base, db

TYPED_INTO = [deed for deed in OF_SITE if deed.keeps and deed.press.answers]
CARRIED = frozenset({"style_guide.sign"})
"""Nothing is typed there, but the form carries what was typed before."""
OTHERS = [deed for deed in OF_SITE if not deed.keeps]
ELSEWHERE = frozenset({"representatives.give_back"})
"""Somebody else must have claimed something first: tests/representatives/test_given.py."""
LIMIT = "Не спешите: вход закончится, если"


def declared(app: Flask, endpoint: str) -> Declaration:
    found = declaration_of(app, endpoint)
    assert found is not None
    return found


def in_the_clear(app: Flask) -> str:
    """All that a thief of the database reads."""
    with app.app_context():
        tables = [sa.text(f'SELECT * FROM "{table.name}"') for table in Base.metadata.sorted_tables]
        return " ".join(str(value) for each in tables for row in db.session.execute(each) for value in row)


def test_what_is_typed_there_is_kept_and_nothing_else(site: Flask) -> None:
    keeping = {name for name in endpoints_taking(site, "POST") if declared(site, name).keeps}
    typed = {deed.endpoint for deed in OF_SITE if deed.press.answers}
    personal = {name for name in typed if declared(site, name).access is Access.SIGNED_IN}
    assert keeping - ELSEWHERE - CARRIED == personal == {deed.endpoint for deed in TYPED_INTO}
    assert keeping


@pytest.mark.parametrize("deed", TYPED_INTO, ids=attrgetter("name"))
def test_the_limit_is_heard_once_between_heading_and_button(reach: Reach, deed: Deed) -> None:
    here = reach(deed)
    for page in (here, Press(deed.press.at, deed.press.button, deed.refused).on(here)):
        before, _, after = page.main.partition(LIMIT)
        assert page.h1 in before
        assert page.button(deed.press.button) in after
        assert LIMIT not in after
        assert all(LIMIT not in page.says_of(label) for label in deed.press.answers)


@pytest.mark.parametrize("deed", OTHERS, ids=attrgetter("name"))
def test_where_nothing_personal_is_typed_no_limit_is_said(reach: Reach, deed: Deed) -> None:
    assert LIMIT not in reach(deed).main


@pytest.mark.parametrize("deed", TYPED_INTO, ids=attrgetter("name"))
def test_what_was_typed_stands_nowhere_in_the_clear(stage: Stage, reach: Reach, deed: Deed) -> None:
    page = deed.press.on(reach(deed))
    assert page.status == 200
    stored = in_the_clear(stage.app)
    assert "gAAAA" in stored  # the encrypted rows were read
    written = {form for typed in filter(None, deed.press.answers.values()) for form in (typed, json.dumps(typed)[1:-1])}
    assert {form for form in written if form in stored} == set()
