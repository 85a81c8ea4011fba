"""The copies on both databases: kept, kept when it fails, one question of two tabs, gone with the consent."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.accompaniment.test_exchange import look, region, withdraw
from tests.support.accompanying import copy_of, organisation, played_at, record
from tests.support.databases import Databases
from tests.support.registers import Stage, site_in
from tests.support.signing_in import sign_in
from webapp.gateways.accompaniment.port import Failure, State


@pytest.fixture
def stage(each_database: Databases, template: Path, tmp_path: Path) -> Iterator[Stage]:
    with site_in(template, tmp_path, database_url=each_database.loaded()) as app:
        yield Stage(app)


def test_a_whole_story(stage: Stage) -> None:
    register, person = played_at(stage), stage.somebody()
    sign_in(stage.app, person)
    register.tell(person, record())
    register.regions["52"] = (organisation(),)
    with ThreadPoolExecutor(4) as tabs:
        list(tabs.map(lambda _: look(stage, person), range(4)))
        list(tabs.map(lambda _: region(stage), range(4)))
    assert sorted(register.asked) == sorted(["52", str(person.snils)])
    stage.clock.pass_time(hours=24)
    register.fails = Failure.UNAVAILABLE
    found = look(stage, person)
    assert found.told is not None and found.told.records == (record(),)
    assert region(stage).organisations == (organisation(),)
    register.fails = None
    register.tell(person, record(state=State.STOPPED))
    stage.clock.pass_time(seconds=30)
    found = look(stage, person)
    assert found.told is not None and found.told.records[0].state is State.STOPPED
    withdraw(stage, person)
    assert copy_of(stage, person) is None
