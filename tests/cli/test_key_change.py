"""After a change of data keys the old key opens nothing in the file, and everybody is still known again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from pydantic import SecretStr

from tests.cli.left_behind import CHILD, STRANGE, Left, held_in_files, leave, opened_by, pieces, tokens
from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.registers import CANE
from tests.support.signing_in import ANNA, played, sign_in, token_of, with_cookie
from tests.support.sites import closing, make_site, settings_in
from webapp.cli import set_up
from webapp.core.database import db, record
from webapp.people.actions import note_represented
from webapp.people.models import Person
from webapp.representatives.models import Authority
from webapp.settings import Settings

OLD, NEW = (f"{word}-data-key-that-only-tests-know-01234" for word in ("old", "new"))


class Changed:
    """A site before and after the change; afterwards only the new key is known."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        with closing(make_site(settings)) as app:
            self.left: Left = leave(app)
            self.tokens, self.prints = tokens(app), prints(app)
            self.opened = opened_by(app, OLD)
        keys = SecretStr(NEW), SecretStr(OLD)
        self.said = set_up.change_data_keys(settings.model_copy(update={"data_keys": keys}))


def prints(app: Flask) -> set[str]:
    with app.app_context():
        own = [*db.session.scalars(sa.select(Person.snils_key)), *db.session.scalars(sa.select(Authority.person_key))]
    return {each for each in own if each is not None}


@pytest.fixture
def changed(each_database: Databases, tmp_path: Path) -> Changed:
    return Changed(settings_in(tmp_path, database_url=each_database.loaded(), data_keys=OLD, sandbox_port=free_port()))


@pytest.fixture
def site(changed: Changed) -> Iterator[Flask]:
    with closing(make_site(changed.settings.model_copy(update={"data_keys": (SecretStr(NEW),)}))) as app:
        played(app)
        yield app


def test_the_old_key_opens_nothing_any_more(changed: Changed, site: Flask, tmp_path: Path) -> None:
    assert changed.opened == changed.tokens
    assert opened_by(site, OLD) == []
    assert len(opened_by(site, NEW)) == len(changed.tokens)
    if "sqlite" in changed.settings.database:
        fragments = [piece for token in changed.tokens for piece in pieces(token)]
        assert len(fragments) > 20
        assert held_in_files(tmp_path, [*fragments, *changed.prints]) == []


def test_fingerprints_are_of_the_new_key(changed: Changed, site: Flask) -> None:
    assert changed.prints
    assert prints(site).isdisjoint(changed.prints)
    assert len(prints(site)) == len(changed.prints)
    assert changed.said.endswith("fingerprints: 4")


def test_everything_still_matches(changed: Changed, site: Flask) -> None:
    anna = with_cookie(site, token_of(changed.left.anna))
    assert CANE in anna.page("/my").main
    claims = anna.page("/my/representatives")
    assert claims.h1 == "Ждёт вашего ответа: 1 заявка"
    with site.app_context(), record() as database:
        assert note_represented(database, CHILD) == changed.left.child_id


def test_who_never_signed_in_is_known_again_at_their_first_sign_in(changed: Changed, site: Flask) -> None:
    """The child grows up and signs in under the СНИЛС by which the mother had named them."""
    grown = replace(STRANGE, last_name=CHILD.last_name, birth_date=CHILD.birth_date, snils=CHILD.snils)
    sign_in(site, grown, consents=False)
    with site.app_context():
        assert db.session.scalar(sa.select(Person.id).where(Person.oid == grown.oid)) == changed.left.child_id
    assert ANNA.oid != grown.oid
