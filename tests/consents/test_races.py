"""A withdrawal beside an exchange with the register, and hands that agree at once, on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.consents.test_given_and_withdrawn import AGREE, DOCUMENT, WANTED, WITHDRAW, WITHDRAWAL, rows_about
from tests.support.databases import Databases
from tests.support.registers import Stage, line, programme, site_in
from tests.support.signing_in import sign_in, token_of, with_cookie
from webapp.consents.models import Consent
from webapp.core.access_log import AccessEntry
from webapp.core.database import db
from webapp.ipra.models import RegisterCopy

HANDS = 6


@pytest.fixture
def stage(each_database: Databases, template: Path, tmp_path: Path) -> Iterator[Stage]:
    with site_in(template, tmp_path, database_url=each_database.loaded()) as app:
        yield Stage(app)


def test_what_arrives_after_a_withdrawal_is_not_kept(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line()))
    client = sign_in(stage.app, person)
    other_tab = with_cookie(stage.app, token_of(client))
    said = []

    def withdraw() -> None:
        if stage.register.heard:  # the answer is on its way
            stage.register.meanwhile = lambda: None
            said.append(other_tab.page(WITHDRAWAL).submit(button=WITHDRAW).h1)

    stage.register.meanwhile = withdraw
    page = client.page("/my")
    assert said == ["Согласие отозвано: программа реабилитации"]
    assert "Трость" not in page.main
    assert rows_about(stage, person, RegisterCopy) == 0
    assert client.page("/my").h1 == WANTED


def test_a_withdrawal_before_the_question_stops_it(stage: Stage) -> None:
    """The page had seen the consent; the question itself looks once more, and never leaves."""
    person = stage.somebody()
    client = sign_in(stage.app, person)
    other_tab = with_cookie(stage.app, token_of(client))
    question = other_tab.page(WITHDRAWAL)
    with ThreadPoolExecutor(2) as two:
        look = two.submit(client.page, "/my")
        gone = two.submit(question.submit, button=WITHDRAW)
        look.result(), gone.result()
    assert rows_about(stage, person, RegisterCopy) == 0
    calls = stage.register.calls
    assert client.page("/my").h1 == WANTED
    assert stage.register.calls == calls


def test_many_who_agree_at_once_give_one_consent(stage: Stage) -> None:
    person = stage.somebody()
    client = sign_in(stage.app, person, consents=False)
    forms = [with_cookie(stage.app, token_of(client)).page(DOCUMENT) for _ in range(HANDS)]
    with ThreadPoolExecutor(HANDS) as many:
        heard = {page.h1 for page in many.map(lambda form: form.submit(button=AGREE), forms)}
    assert heard == {"Согласие дано: программа реабилитации"}
    assert rows_about(stage, person, Consent) == 1
    with stage.app.app_context():
        given = sa.select(sa.func.count()).where(AccessEntry.act == "consent.given.programme")
        assert db.session.scalar(given) == 1
