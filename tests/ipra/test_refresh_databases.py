"""The exchange with the register on both databases: nothing is held open, two tabs agree, a crash loses nothing."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.registers import CANE, CHAIR, Stage, line, programme, site_in
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.actor import Actor
from webapp.core.database import db, record
from webapp.core.rate_limits import RateCount
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import Failure
from webapp.ipra.models import RegisterCopy
from webapp.people import queries as people
from webapp.people.models import Person

TABS = 4


@pytest.fixture
def stage(each_database: Databases, template: Path, tmp_path: Path) -> Iterator[Stage]:
    with site_in(template, tmp_path, database_url=each_database.loaded()) as app:
        yield Stage(app)


@pytest.fixture
def person(stage: Stage) -> Identified:
    found = stage.somebody()
    stage.tell(found, programme(line()))
    return found


def rows(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(RegisterCopy)) or 0


def same_visitor(client: StrictClient, app: Flask) -> StrictClient:
    """Another tab of the same browser."""
    cookie = client.get_cookie("orientir")
    assert cookie is not None
    tab = visitor(app)
    tab.set_cookie("orientir", cookie.value)
    return tab


def test_a_whole_story(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    stage.register.is_ready = False
    assert "ждём" in client.page("/my").h1
    stage.register.is_ready = True
    assert CANE in client.page("/my").headings(2)
    stage.clock.pass_time(hours=24)
    stage.tell(person, programme(line(CHAIR)))
    stage.register.refuses = Failure.UNAVAILABLE
    client = sign_in(stage.app, person)
    assert CANE in client.page("/my").headings(2)
    stage.register.refuses = None
    stage.clock.pass_time(seconds=30)
    assert CHAIR in client.page("/my").headings(2)
    kept = stage.copy_of(person)
    assert kept.before != kept.extract and kept.before is not None
    assert kept.received_at == kept.changed_at == stage.clock.now()


def test_nothing_is_held_open_while_the_register_is_spoken_to(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    held: list[int] = []

    def meanwhile() -> None:
        with ThreadPoolExecutor(1) as another:
            another.submit(write).result(timeout=5)

    def write() -> None:
        with stage.app.app_context():
            held.append(db.engine.pool.checkedout())  # type: ignore[attr-defined]
            with record() as database:
                database.execute(sa.update(Person).values(first_seen_at=stage.clock.now()))
                database.merge(RateCount(key="meanwhile", number=1, expires_at=0.0))

    stage.register.meanwhile = meanwhile
    assert CANE in client.page("/my").headings(2)
    assert held == [0, 0]
    with stage.app.app_context():
        assert db.session.get(RateCount, "meanwhile") is not None


def test_tabs_that_are_opened_at_once_make_one_copy(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    tabs = [same_visitor(client, stage.app) for _ in range(TABS)]
    start = Barrier(TABS)

    def look(tab: StrictClient) -> list[str]:
        start.wait()
        return tab.page("/my").headings(2)

    with ThreadPoolExecutor(TABS) as many:
        seen = list(many.map(look, tabs))
    assert any(CANE in headings for headings in seen)
    assert all(CANE in tab.page("/my").headings(2) for tab in tabs)
    assert rows(stage.app) == 1
    assert (stage.copy_of(person).before, stage.copy_of(person).failure) == (None, None)


def test_tabs_that_are_opened_at_once_ask_once(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    stage.register.is_ready = False
    tabs = [same_visitor(client, stage.app) for _ in range(2)]
    both = Barrier(2)

    def meanwhile() -> None:
        if not stage.register.heard:
            with suppress(BrokenBarrierError):  # the other tab may never come, which is as it should be
                both.wait(timeout=0.5)

    stage.register.meanwhile = meanwhile
    with ThreadPoolExecutor(2) as many:
        pages = list(many.map(lambda tab: tab.page("/my"), tabs))
    assert {page.status for page in pages} == {200}
    assert len(stage.register.asked) == 1


def test_a_crash_between_question_and_answer_loses_nothing(stage: Stage, person: Identified) -> None:
    def crash() -> None:
        if stage.register.heard:
            raise RuntimeError("the process dies")

    client = sign_in(stage.app, person)
    stage.register.meanwhile = crash
    assert client.page("/my").status == 500
    request_id = stage.copy_of(person).request_id
    assert request_id is not None
    stage.register.meanwhile = lambda: None
    assert CANE in client.page("/my").headings(2)
    assert len(stage.register.asked) == 1


def test_a_crash_while_asking_loses_nothing(stage: Stage, person: Identified) -> None:
    def crash() -> None:
        raise RuntimeError("the process dies")

    client = sign_in(stage.app, person)
    stage.register.meanwhile = crash
    assert client.page("/my").status == 500
    stage.register.meanwhile = lambda: None
    assert client.page("/my").status == 200
    stage.clock.pass_time(seconds=31)
    assert CANE in client.page("/my").headings(2)


@pytest.mark.parametrize("waiting", [False, True])
def test_an_answer_that_another_tab_heard_in_between_is_no_failure(
    stage: Stage, person: Identified, monkeypatch: pytest.MonkeyPatch, waiting: bool
) -> None:
    client = sign_in(stage.app, person)
    if waiting:
        stage.register.is_ready = False
        client.page("/my")
        stage.register.is_ready = True
    told = people.told
    tabs = [same_visitor(client, stage.app)]

    def slowly(actor: Actor) -> people.Told:
        if tabs:
            with ThreadPoolExecutor(1) as meanwhile:
                assert CANE in meanwhile.submit(tabs.pop().page, "/my").result().headings(2)
        return told(actor)

    monkeypatch.setattr(people, "told", slowly)
    page = client.page("/my")
    assert CANE in page.headings(2)
    assert "не отвечает" not in page.main
    assert stage.copy_of(person).failure is None
    assert len(stage.register.asked) == 1


def test_another_process_hears_what_this_one_asked(stage: Stage, person: Identified, template: Path) -> None:
    client = sign_in(stage.app, person)
    stage.register.is_ready = False
    client.page("/my")
    settings = stage.app.config["SETTINGS"]
    with site_in(
        template, settings.data_dir / "other", database_url=settings.database, data_keys=data_key(stage)
    ) as app:
        other = Stage(app, stage.register, stage.clock)
        stage.register.is_ready = True
        assert CANE in sign_in(other.app, person).page("/my").headings(2)
    assert CANE in client.page("/my").headings(2)
    assert len(stage.register.asked) == 1


def data_key(stage: Stage) -> str:
    """The key of encrypted columns: processes of one site share it."""
    key: str = stage.app.config["SETTINGS"].encryption_keys()[0]
    return key


def test_a_person_who_is_removed_takes_the_copy_along(stage: Stage, person: Identified) -> None:
    sign_in(stage.app, person).page("/my")
    with stage.app.app_context(), record() as database:
        database.execute(sa.delete(Person).where(Person.oid == person.oid))
    assert rows(stage.app) == 0
