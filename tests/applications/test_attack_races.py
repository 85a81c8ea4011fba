"""Hands that press at once, on both databases: one draft of two presses, never more than one may have, none lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.applications.filing import LIST, entitled
from tests.applications.test_any_order import token_of_form
from tests.consents.test_given_and_withdrawn import WITHDRAW, WITHDRAWAL
from tests.support.databases import Databases
from tests.support.registers import Stage, site_in
from tests.support.signing_in import token_of, with_cookie
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.applications import drafts
from webapp.applications.models import Application
from webapp.core.database import db

pytestmark = pytest.mark.slow
HANDS = 8


@pytest.fixture
def stage(each_database: Databases, template: Path, tmp_path: Path) -> Iterator[Stage]:
    with site_in(template, tmp_path, database_url=each_database.loaded()) as app:
        yield Stage(app)


def pressed(stage: Stage, client: StrictClient, bodies: list[dict[str, str]], address: str = "begin") -> list[int]:
    """All of these forms at once, each from a window of its own; the answers' statuses."""
    token = token_of_form(client)
    windows = [(with_cookie(stage.app, token_of(client)), {"csrf_token": token} | body) for body in bodies]
    with ThreadPoolExecutor(len(bodies)) as many:
        return list(
            many.map(lambda one: one[0].post(f"{LIST}/{address}", data=one[1], headers=OUR_PAGE).status_code, windows)
        )


def drafts_of(stage: Stage) -> list[Application]:
    with stage.app.app_context():
        return list(db.session.scalars(sa.select(Application)).all())


def test_presses_at_once_begin_one_draft(stage: Stage) -> None:
    client = entitled(stage)
    client.page(LIST)
    assert set(pressed(stage, client, [{}] * HANDS)) == {303}
    assert len(drafts_of(stage)) == 1


def test_nobody_gets_more_than_one_may_have(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST", 3)
    client = entitled(stage)
    client.page(LIST)
    bodies = [{"request": "provide", "addressee_organisation": f"Центр {number}"} for number in range(HANDS)]
    assert sorted(pressed(stage, client, bodies)) == [303] * 3 + [409] * (HANDS - 3)
    assert len(drafts_of(stage)) == 3


def test_of_answers_at_once_one_is_kept_and_the_others_hear_of_it(stage: Stage) -> None:
    client = entitled(stage)
    client.page(LIST).submit(button="Начать новое заявление")
    (draft,) = drafts_of(stage)
    bodies = [
        {"request": "provide" if number % 2 else "stop", "seen": drafts.mark({}, ["request"])}
        for number in range(HANDS)
    ]
    statuses = pressed(stage, client, bodies, f"{draft.name}/ask/request")
    (after,) = drafts_of(stage)
    same = [body["request"] for body in bodies].count(after.answers["request"][0])
    assert (statuses.count(303), statuses.count(409)) == (same, HANDS - same)


def test_a_draft_that_is_begun_beside_a_withdrawal_does_not_stay(stage: Stage) -> None:
    client = entitled(stage)
    client.page(LIST)
    question = with_cookie(stage.app, token_of(client)).page(WITHDRAWAL)
    with ThreadPoolExecutor(1) as beside:
        gone = beside.submit(question.submit, button=WITHDRAW)
        bodies = [{"request": "provide", "addressee_organisation": f"Центр {number}"} for number in range(HANDS)]
        assert set(pressed(stage, client, bodies)) <= {303, 403}
        gone.result()
    assert drafts_of(stage) == []
