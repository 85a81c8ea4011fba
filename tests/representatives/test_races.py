"""Two presses, two tabs, two helpers at once: one claim, one authority, on both databases."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
import sqlalchemy as sa

from tests.representatives.claiming import (
    GO_ON,
    HELD,
    OF_KINDS,
    SEND,
    START,
    answer,
    claim,
    enter,
    filled_in,
    rows,
    whom,
)
from tests.representatives.test_codes import LABEL, code_on, make
from tests.support.databases import Databases
from tests.support.page import Page
from tests.support.registers import Stage, site_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.database import db
from webapp.representatives.models import Authority, Invitation

TABS = 4
AGENT = "Представитель по доверенности"


@pytest.fixture
def stage(each_database: Databases, template: Path, tmp_path: Path) -> Iterator[Stage]:
    with site_in(template, tmp_path, database_url=each_database.loaded()) as app:
        yield Stage(app)


def at_once(deeds: list[Callable[[], Page]]) -> list[Page]:
    """All of it in the same moment."""
    start = Barrier(len(deeds))

    def one(deed: Callable[[], Page]) -> Page:
        start.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as many:
        return list(many.map(one, deeds))


def tab_of(stage: Stage, client: StrictClient) -> StrictClient:
    """Another tab of the same browser."""
    cookie = client.get_cookie("orientir")
    assert cookie is not None
    tab = visitor(stage.app)
    tab.set_cookie("orientir", cookie.value)
    return tab


def count(stage: Stage, table: type[Authority] | type[Invitation]) -> int:
    with stage.app.app_context(), db.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_one_claim_sent_from_many_tabs_is_one(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    address = filled_in(client, person).address
    checks = [tab_of(stage, client).page(address) for _ in range(TABS)]
    pages = at_once([partial(check.submit, None, SEND) for check in checks])
    assert {(page.status, page.address) for page in pages} == {(200, pages[0].address)}
    assert len(rows(stage.app, person)) == 1


def test_two_drafts_of_one_claim_are_one(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    checks = [filled_in(client, person) for _ in range(TABS)]
    assert len({check.address for check in checks}) == TABS
    pages = at_once([partial(check.submit, None, SEND) for check in checks])
    assert {page.status for page in pages} == {200}
    assert len(rows(stage.app, person)) == 1


def test_a_correction_sent_from_many_tabs_is_one(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    claim(client, person)
    one = enter(stage, person).page("/my/representatives").follow("Крылова").follow("Вернуть на исправление")
    one.submit({"Что исправить": "Отчество"}, "Вернуть на исправление")
    address = client.page(HELD).follow("Крылова").follow("Исправить").address
    checks = [tab_of(stage, client).page(address) for _ in range(TABS)]
    pages = at_once([partial(check.submit, None, SEND) for check in checks])
    assert {page.h1 for page in pages} == {"Заявка отправлена: Крылова Анна Игоревна"}
    assert [row.state for row in rows(stage.app, person)] == ["claimed"]


def test_answers_of_two_tabs_are_both_kept(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    check = filled_in(client, person)
    name = tab_of(stage, client).page(check.follow("Изменить ответ: За кого").address)
    power = tab_of(stage, client).page(check.follow("Изменить ответ: Какая у вас доверенность").address)
    pages = at_once(
        [
            lambda: name.submit({"Фамилия": "Зимина"}, GO_ON),
            lambda: power.submit({"Фамилия нотариуса": "Совина"}, GO_ON),
        ]
    )
    assert {page.status for page in pages} == {200}
    told = check.reopened().main
    assert "Зимина" in told and "Совина" in told


def test_one_code_lets_in_one_of_many_helpers(stage: Stage) -> None:
    code = code_on(make(enter(stage)))
    asked = [enter(stage).page("/my/people/code") for _ in range(TABS)]
    pages = at_once([partial(page.submit, {LABEL: code}, GO_ON) for page in asked])
    assert sorted(page.status for page in pages) == [200] + [422] * (TABS - 1)
    assert (count(stage, Authority), count(stage, Invitation)) == (1, 0)


def test_one_helper_in_many_tabs_is_let_in_once(stage: Stage) -> None:
    code, helper = code_on(make(enter(stage))), enter(stage)
    asked = [tab_of(stage, helper).page("/my/people/code") for _ in range(TABS)]
    pages = at_once([partial(page.submit, {LABEL: code}, GO_ON) for page in asked])
    assert {(page.status, page.address) for page in pages} == {(200, pages[0].address)}
    assert count(stage, Authority) == 1


def test_two_codes_of_one_person_make_one_helper(stage: Stage) -> None:
    own, helper = enter(stage), enter(stage)
    codes = [code_on(make(own)) for _ in range(2)]
    asked = [tab_of(stage, helper).page("/my/people/code") for _ in codes]
    at_once([partial(page.submit, {LABEL: code}, GO_ON) for page, code in zip(asked, codes, strict=True)])
    assert helper.page(HELD).h1 == "Вы можете действовать за 1 человека"
    assert count(stage, Authority) == 1


def test_a_code_that_is_made_in_many_tabs_is_one(stage: Stage) -> None:
    own = enter(stage)
    _, address, sent = own.page("/my/representatives/code").asks(button=GO_ON)
    tabs = [tab_of(stage, own) for _ in range(TABS)]
    pages = at_once([partial(tab.send, address, sent) for tab in tabs])
    assert len({code_on(page) for page in pages}) == 1
    assert count(stage, Invitation) == 1


def test_a_claim_that_is_said_anew_is_not_confirmed_as_it_was_seen(stage: Stage) -> None:
    """The person confirms what the page showed, or nothing."""
    for _round in range(4):
        person, client = stage.somebody(), enter(stage)
        claim(client, person)
        longer = answer(client.page(START), {AGENT: ""}, *whom(person), *OF_KINDS[AGENT][:3])
        check = answer(longer, {"День": "3 марта 2090 года"}, {"Да": ""}, {"Подавать заявления о сопровождении": ""})
        (seen,) = rows(stage.app, person)
        confirm = enter(stage, person).page("/my/representatives").follow("Крылова").follow("Подтвердить")
        pages = at_once([partial(check.submit, None, SEND), partial(confirm.submit, None, "Разрешить")])
        assert {page.status for page in pages} <= {200, 409}
        confirmed = [row for row in rows(stage.app, person) if row.state == "confirmed"]
        assert [(row.ends_on, row.kind) for row in confirmed] in ([], [(seen.ends_on, seen.kind)])
        assert all(set(row.functions) <= set(seen.functions) for row in confirmed)
