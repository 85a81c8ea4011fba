"""The mark of a form names its person to this site alone."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.support.signing_in import pass_time
from webapp.core.encryption import seal
from webapp.core.form_owner import GOOD_FOR, MARK, Owner, mark, owner_of


def test_a_mark_names_its_person_and_tells_nobody(writing_site: Flask) -> None:
    with writing_site.app_context():
        made = mark(Owner(417))
        assert owner_of({MARK: made}) == Owner(417)
        assert "417" not in made
        assert mark(Owner(417)) != made


@pytest.mark.parametrize("planted", ["", "417", "x" * 200, "Zm9v", "мета", "gAAAAAB" + "A" * 90])
def test_what_we_did_not_make_names_nobody(writing_site: Flask, planted: str) -> None:
    with writing_site.app_context():
        assert owner_of({MARK: planted}) is None
        assert owner_of({}) is None


def test_a_changed_mark_and_another_sealed_thing_name_nobody(writing_site: Flask) -> None:
    with writing_site.app_context():
        made = mark(Owner(417))
        assert owner_of({MARK: made[:-4] + "AAA="}) is None
        assert owner_of({MARK: seal([417])}) is None
        assert owner_of({MARK: seal({"user": 417})}) is None


def test_a_mark_grows_old(writing_site: Flask) -> None:
    with writing_site.app_context():
        made = mark(Owner(417))
    pass_time(writing_site, seconds=(GOOD_FOR + timedelta(minutes=1)).total_seconds())
    with writing_site.app_context():
        assert owner_of({MARK: made}) is None
