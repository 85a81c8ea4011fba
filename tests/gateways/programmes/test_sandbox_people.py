"""The gateway reads everybody whom the sandbox's register knows: two writings of one contract."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest
import requests
from pydantic import SecretStr

from tests.gateways.programmes.test_exchange import failure_of
from tests.support.sandbox import running_sandbox, with_free_port
from tests.support.sites import settings_in
from webapp import demo_keys
from webapp.gateways.programmes.http import HttpProgrammeRegister
from webapp.gateways.programmes.port import Extract, Failure
from webapp.sandbox.people.loading import load
from webapp.sandbox.people.records import Person
from webapp.settings import ProgrammeSettings, Settings

DAY = date(2026, 11, 20)
PATIENCE_SECONDS = 20


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return with_free_port(settings_in(tmp_path_factory.mktemp("sandbox"), sandbox_day=DAY))


@pytest.fixture(scope="module")
def sandbox(settings: Settings) -> Iterator[str]:
    with running_sandbox(settings) as address:
        yield address


@pytest.fixture(scope="module")
def gateway(sandbox: str, settings: Settings) -> HttpProgrammeRegister:
    key = SecretStr(demo_keys.secret(settings.demo_keys / "programmes_key"))
    return HttpProgrammeRegister(ProgrammeSettings(base_url=f"{sandbox}/registers/programmes", key=key))


@pytest.fixture
def switch(sandbox: str) -> Iterator[Callable[[str], None]]:
    """Makes the register fail in a way; it is as usual afterwards."""

    def press(failure: str) -> None:
        headers = {"Sec-Fetch-Site": "same-origin"}
        assert requests.post(f"{sandbox}/control", {"programmes": failure}, headers=headers, timeout=20).ok

    yield press
    press("usual")


INSURED = [person for person in load(DAY).all if person.snils is not None]
WITH_PROGRAMME = [person for person in INSURED if person.programmes]


def heard(gateway: HttpProgrammeRegister, snils: str, request_id: str) -> Extract:
    """The answer, when it is there."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < ends:
        found = gateway.answer(request_id, snils)
        if found is not None:
            return found
        threading.Event().wait(0.05)
    raise AssertionError("no answer")


@pytest.fixture(scope="module")
def answers(gateway: HttpProgrammeRegister) -> dict[str, Extract]:
    """What the register tells of each: all are asked before the first is heard."""
    asked = {person.snils: gateway.ask(person.snils) for person in INSURED if person.snils is not None}
    return {snils: heard(gateway, snils, request_id) for snils, request_id in asked.items()}


@pytest.mark.parametrize("person", INSURED, ids=lambda person: person.slug)
def test_everybody_is_read_whole(answers: dict[str, Extract], person: Person) -> None:
    found = answers[person.snils or ""]
    told = {programme.number: programme for programme in found.programmes}
    assert set(told) == {each.number for each in person.programmes}
    assert len(told) == len(person.programmes)
    for own in person.programmes:
        read = told[own.number]
        assert (read.kind, read.issued, read.ends, read.office) == (own.kind, own.issued, own.ends, own.office)
        assert sorted((line.source.value, line.name, line.quantity, line.starts, line.until) for line in read.tsr) == (
            sorted((item.source, item.name, item.quantity, item.starts, item.until) for item in own.items)
        )
        assert len(read.measures) == len(own.measures)
        assert sorted(each.degree for each in read.limitations) == sorted(each.degree for each in own.limitations)
        assert len(read.executions) == sum(len(item.events) for item in own.items)
        assert (read.needs_tsr, read.needs_escort) == (own.needs_tsr, own.needs_escort)
        assert len(read.forecasts) == len(own.forecasts)


@pytest.mark.parametrize("person", WITH_PROGRAMME, ids=lambda person: person.slug)
def test_the_person_is_who_they_are(answers: dict[str, Extract], person: Person) -> None:
    found = answers[person.snils or ""]
    assert (found.snils, found.last_name, found.birth_date) == (person.snils, person.last_name, person.birth_date)
    assert person.disability is not None
    assert (found.disabled_since, found.cause) == (person.disability.since, person.disability.cause)


def test_there_are_people_to_be_read() -> None:
    assert (len(INSURED) > 20, len(WITH_PROGRAMME) > 10) == (True, True)


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        ("500", Failure.UNAVAILABLE),
        ("html", Failure.UNAVAILABLE),
        ("refuse", Failure.REFUSED),
        ("twice", Failure.CONTRADICTORY),
    ],
)
def test_failures_on_demand(
    gateway: HttpProgrammeRegister, switch: Callable[[str], None], failure: str, expected: Failure
) -> None:
    snils = WITH_PROGRAMME[0].snils
    assert snils is not None
    switch(failure)
    assert failure_of(lambda: heard(gateway, snils, gateway.ask(snils))) is expected


def test_a_late_answer_is_not_there(gateway: HttpProgrammeRegister, switch: Callable[[str], None]) -> None:
    snils = WITH_PROGRAMME[0].snils
    assert snils is not None
    request_id = gateway.ask(snils)
    switch("late")
    assert gateway.answer(request_id, snils) is None


def test_a_request_that_the_register_has_forgotten(gateway: HttpProgrammeRegister) -> None:
    assert failure_of(lambda: gateway.answer("no-such-request", "000-000-601 01")) is Failure.UNKNOWN_REQUEST
