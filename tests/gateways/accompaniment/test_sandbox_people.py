"""The gateway reads everybody and every region that the sandbox's register knows: two writings of one contract."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from tests.gateways.accompaniment.test_exchange import failure_of
from tests.support.sandbox import running_sandbox, tell, with_free_port
from tests.support.sites import settings_in
from webapp.core import clock
from webapp.gateways import registry
from webapp.gateways.accompaniment.port import AccompanimentRegister, Failure
from webapp.sandbox.people.loading import load
from webapp.sandbox.people.records import Person
from webapp.sandbox.registers.accompaniment.institutions import Region, regions
from webapp.settings import Settings

DAY = date(2026, 11, 20)
HER = "000-000-601 01"
INSURED = [person for person in load(DAY).all if person.snils is not None]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return with_free_port(settings_in(tmp_path_factory.mktemp("sandbox"), sandbox_day=DAY))


@pytest.fixture(scope="module")
def sandbox(settings: Settings) -> Iterator[str]:
    with running_sandbox(settings) as address:
        yield address


@pytest.fixture(scope="module")
def gateway(sandbox: str, settings: Settings) -> AccompanimentRegister:
    """What the registry makes of settings that name no register."""
    app = Flask("site")
    app.extensions["clock"] = clock.ShiftedClock(settings.data_dir / clock.SHIFT_FILE)
    registry.init_app(app, settings)
    with app.app_context():
        return registry.accompaniment_register()


@pytest.mark.parametrize("person", INSURED, ids=lambda person: person.slug)
def test_everybody_is_read_whole(gateway: AccompanimentRegister, person: Person) -> None:
    assert person.snils is not None
    found = gateway.told(person.snils)
    told = [(each.participant.value, each.office.code if each.office else "") for each in found.records]
    assert told == [(each.participant, each.office) for each in person.accompaniment]
    assert [each.since for each in found.records] == [each.since for each in person.accompaniment]
    if person.accompaniment:
        assert (found.last_name, found.birth_date) == (person.last_name, person.birth_date)


@pytest.mark.parametrize("region", regions().values(), ids=lambda region: region.code)
def test_every_region_is_read_whole(gateway: AccompanimentRegister, region: Region) -> None:
    found = gateway.organisations(region.code)
    assert [(each.code, each.name, each.is_state, each.site, each.latitude) for each in found] == [
        (each.code, each.name, each.is_state, each.site, each.latitude) for each in region.organisations
    ]
    assert [(set(each.directions), set(each.ways)) for each in found] == [
        (set(each.directions), set(each.ways)) for each in region.organisations
    ]
    assert [each.telephones for each in found] == [each.telephones for each in region.organisations]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("500", Failure.UNAVAILABLE),
        ("html", Failure.UNAVAILABLE),
        ("refuse", Failure.REFUSED),
        ("twice", Failure.CONTRADICTORY),
    ],
)
def test_failures_on_demand(gateway: AccompanimentRegister, sandbox: str, way: str, expected: Failure) -> None:
    tell(sandbox, accompaniment=way)
    try:
        assert failure_of(lambda: gateway.told(HER)) is expected
        assert failure_of(lambda: gateway.organisations("52")) is expected
    finally:
        tell(sandbox, accompaniment="usual")
    assert gateway.told(HER).records
