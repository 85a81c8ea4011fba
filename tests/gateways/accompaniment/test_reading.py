"""What the gateway reads of the register's answers, and what it does not believe."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.gateways.accompaniment.writing import (
    SNILS,
    answer,
    office,
    organisation,
    record,
    told,
    told_organisations,
)
from tests.gateways.programmes.fake_register import FakeRegister
from webapp.gateways.accompaniment.http import HttpAccompanimentRegister
from webapp.gateways.accompaniment.port import Because, Failure, Participant, RegisterFailed, State, Way
from webapp.gateways.programmes.port import Direction

STATES = [state.value for state in State]
Ask = Callable[[object], Any]


@pytest.fixture
def read(register: FakeRegister, gateway: HttpAccompanimentRegister) -> Ask:
    """What the gateway makes of an answer about Проверкина."""

    def ask(said: object) -> Any:
        register.will(answer(said))
        return gateway.told(SNILS)

    return ask


@pytest.fixture
def listed(register: FakeRegister, gateway: HttpAccompanimentRegister) -> Ask:
    """What the gateway makes of an answer about a region."""

    def ask(said: object) -> Any:
        register.will(answer(said))
        return gateway.organisations("52")

    return ask


def disbelieved(ask: Ask, said: object) -> bool:
    with pytest.raises(RegisterFailed) as caught:
        ask(said)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    return caught.value.failure is Failure.CONTRADICTORY


def test_everything_about_a_person(read: Ask) -> None:
    organisations = [record("organisation", "given"), record("organisation", "ended", office=office(code="52-2"))]
    found = read(told(record(), record("fund", "stopped"), record("authority", "not_given"), *organisations))
    assert (found.snils, found.last_name, found.birth_date) == (SNILS, "Проверкина", date(1980, 3, 15))
    mse, fund, authority, helping, ended = found.records
    assert (mse.participant, mse.state, mse.since, mse.until) == (
        Participant.MSE,
        State.GIVEN,
        date(2025, 4, 1),
        None,
    )
    assert (fund.state, fund.until, fund.because) == (State.STOPPED, date(2025, 10, 2), None)
    assert (authority.state, authority.since) == (State.NOT_GIVEN, None)
    assert (helping.office.code, ended.office.code) == ("52-organisation", "52-2")
    assert ended.because is Because.PROGRAMME_ENDED
    assert (mse.office.telephones, mse.office.email) == (("+7(000)000-52-10",), "mse@region52.example")
    assert (mse.office.takes_messages, mse.office.has_sign_language) == (True, False)


def test_of_whom_nothing_is_known_nothing_is_said(read: Ask) -> None:
    found = read({"snils": SNILS, "records": []})
    assert (found.snils, found.last_name, found.birth_date, found.records) == (SNILS, "", None, ())


def test_what_an_office_does_not_tell_is_not_invented(read: Ask) -> None:
    bare = {"code": "52-mse", "name": "Бюро (демо)", "address": "Город"}
    found = read(told(record(office=bare))).records[0].office
    assert (found.telephones, found.email, found.takes_messages, found.has_sign_language) == ((), "", None, None)


def test_texts_are_read_whole_and_clean(read: Ask) -> None:
    found = read(told(record(office=office(name="  Главное\u00ad бюро\n МСЭ\u200b  "))))
    assert found.records[0].office.name == "Главное бюро МСЭ"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "change",
    [
        {"since": None},
        {"until": None},
        {"because": None},
        {"office": None},
        {"since": "2025-04-01"},
        {"until": "2025-10-02"},
        {"because": "decision_changed"},
        {"until": "2025-03-31"},
    ],
    ids=lambda change: f"{next(iter(change))}={next(iter(change.values()))}",
)
def test_a_record_says_all_that_its_state_needs_and_nothing_else(
    read: Ask, state: str, change: dict[str, str | None]
) -> None:
    """A table: each fact is said by some states and by no others; «нет данных» may come without an institution."""
    name, value = next(iter(change.items()))
    needed = {
        "given": {"since", "office"},
        "stopped": {"since", "until", "office"},
        "ended": {"since", "until", "because", "office"},
    }.get(state, set())
    is_right = (value is not None) == (name in needed) if name != "office" else name not in needed
    said = told(record("fund", state, **change))
    if is_right and value != "2025-03-31":
        assert read(said).records[0].state.value == state
    else:
        assert disbelieved(read, said)


@pytest.mark.parametrize(
    "records",
    [
        [record(), record("mse", "stopped", office=office(code="52-mse-2"))],
        [record("fund"), record("fund")],
        [record("organisation"), record("organisation", "stopped")],
        [record("organisation"), record("organisation", "not_given", office=None)],
        [record(), record("fund", office=office())],
        [record(participant="friends")],
        [record("authority", "stopped")],
        [record(state="perhaps")],
        [record() | {"participant": None}],
        [record() | {"state": ["given"]}],
        [record(since="01.04.2025")],
        [record(since="2025-02-30")],
        [record(since=20250401)],
        [record(office=[])],
        [record(office=office(name=""))],
        [record(office=office(name=7))],
        [record(office=office(name="я" * 2001))],
        [record(office=office(name="а\u0007б"))],
        [record(office=office(name="\ud800"))],
        [record(office=office(code="52/mse"))],
        [record(office=office(address=None))],
        [record(office=office(telephones="+7(000)000-52-10"))],
        [record(office=office(telephones=["позвоните"]))],
        [record(office=office(telephones=["+7(000)000-52-10"] * 11))],
        [record(office=office(email="no-address"))],
        [record(office=office(email="a@b.example?cc=c@d.example"))],
        [record(office=office(takesMessages="yes"))],
        [record(office=office(hasSignLanguage=1))],
        ["given"],
        [None],
        [record()] * 51,
    ],
)
def test_what_contradicts_or_is_of_another_form_is_not_believed(read: Ask, records: list[Any]) -> None:
    assert disbelieved(read, told(*records))


@pytest.mark.parametrize(
    "change",
    [
        {"snils": "000-000-690 02"},
        {"snils": None},
        {"lastName": ""},
        {"lastName": None},
        {"birthDate": None},
        {"birthDate": "вчера"},
        {"records": None},
        {"records": {}},
    ],
)
def test_an_answer_says_whom_it_is_about(read: Ask, change: dict[str, Any]) -> None:
    assert disbelieved(read, told(record()) | change)


def test_organisations_of_a_region(listed: Ask) -> None:
    private = organisation(code="52-2", isState=False, latitude=None, longitude=None, site=None, email=None, ways=[])
    centre, other = listed(told_organisations(organisation(), private))
    assert (centre.is_state, other.is_state) == (True, False)
    assert centre.directions == (Direction.MEDICAL, Direction.SOCIAL)
    assert centre.ways == (Way.IN_PERSON, Way.POST)
    assert (centre.latitude, centre.longitude, centre.site) == (56.32, 44.0, "https://centre.region52.example")
    assert (other.latitude, other.longitude, other.site, other.email, other.ways) == (None, None, "", "", ())
    assert listed(told_organisations()) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"code": ""},
        {"name": None},
        {"shortName": ""},
        {"isState": None},
        {"isState": "да"},
        {"directions": ["medical", "medical"]},
        {"directions": ["magic"]},
        {"directions": "medical"},
        {"city": ""},
        {"address": 7},
        {"latitude": None},
        {"latitude": 90.1},
        {"longitude": -180.1},
        {"longitude": True},
        {"latitude": "56"},
        {"site": "javascript:alert(1)"},
        {"site": 'https://centre.example/" onclick="x'},
        {"site": "centre.example"},
        {"ways": ["dance"]},
    ],
)
def test_an_organisation_of_another_form_is_not_believed(listed: Ask, change: dict[str, Any]) -> None:
    assert disbelieved(listed, told_organisations(organisation(**change)))


def test_a_list_that_contradicts_itself_is_not_believed(listed: Ask) -> None:
    assert disbelieved(listed, told_organisations(organisation(), organisation()))
    assert disbelieved(listed, told_organisations(organisation(), region="77"))
    assert disbelieved(listed, told_organisations(*[organisation(code=f"52-{number}") for number in range(1001)]))
