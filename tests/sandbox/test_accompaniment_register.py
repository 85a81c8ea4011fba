"""The register of accompaniment: answers at once, lets nobody in without the key, lives by the sandbox's clock."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.sandbox.conftest import DAY
from tests.sandbox.esia_site import OWN_PAGE, EsiaSite
from tests.sandbox.visitor import SandboxVisitor, visitor_of
from webapp import demo_keys
from webapp.sandbox.failures import WAYS, Failure, System
from webapp.sandbox.people.loading import load
from webapp.sandbox.registers.accompaniment import institutions
from webapp.sandbox.registers.accompaniment.institutions import Office, Organisation, regions
from webapp.sandbox.world import World
from webapp.settings import Settings

BASE = "/registers/accompaniment"
HER = "000-000-601 01"
ENDED = "000-000-615 15"
Json = dict[str, Any]


class Client:
    """Who may ask the register."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._app = app
        self.headers = {"Authorization": f"Bearer {demo_keys.secret(settings.demo_keys / 'accompaniment_key')}"}

    def person(self, asked: object, headers: dict[str, str] | None = None) -> TestResponse:
        shown = self.headers if headers is None else headers
        return visitor_of(self._app).post(f"{BASE}/accompaniment", json=asked, headers=shown)

    def region(self, code: str, headers: dict[str, str] | None = None) -> TestResponse:
        shown = self.headers if headers is None else headers
        return visitor_of(self._app).get(f"{BASE}/regions/{code}/organisations", headers=shown)

    def records(self, snils: str) -> list[Json]:
        answer = self.person({"snils": snils})
        assert answer.status_code == 200, answer.text
        found: list[Json] = answer.get_json()["records"]
        return found

    def states(self, snils: str) -> list[tuple[str, str]]:
        return [(each["participant"], each["state"]) for each in self.records(snils)]


@pytest.fixture
def client(sandbox: Flask, settings: Settings) -> Client:
    return Client(sandbox, settings)


def test_a_blind_woman_is_helped_by_two_and_by_no_organisation(client: Client) -> None:
    told = client.person({"snils": HER}).get_json()
    assert (told["snils"], told["lastName"]) == (HER, "Воронцова")
    assert client.states(HER) == [
        ("mse", "given"),
        ("fund", "given"),
        ("authority", "not_given"),
        ("organisation", "not_given"),
    ]
    mse = told["records"][0]
    assert mse["since"] == (DAY - timedelta(days=590)).isoformat()
    assert mse["office"]["name"].endswith("Министерства труда и социальной защиты Российской Федерации (демо)")
    assert mse["office"]["telephones"] == ["+7(000)052-10-01", "+7(000)052-10-02"]


def test_what_the_person_stopped_is_stopped(client: Client) -> None:
    fund = client.records("000-000-602 02")[1]
    assert (fund["state"], fund["until"]) == ("stopped", (DAY - timedelta(days=30)).isoformat())


def test_what_was_given_ends_with_the_programme(client: Client, site: EsiaSite) -> None:
    ended = client.records(ENDED)
    assert {each["state"] for each in ended} == {"ended"}
    assert {each["because"] for each in ended} == {"programme_ended"}
    assert {each["until"] for each in ended} == {(DAY - timedelta(days=1)).isoformat()}
    walks = "000-000-605 05"
    assert {each["state"] for each in client.records(walks)} == {"given"}
    site.clock.move(timedelta(days=2000))
    assert {each["state"] for each in client.records(walks)} == {"ended"}
    assert {each["state"] for each in client.records(HER)} == {"given", "not_given"}


def test_a_replaced_programme_ends_nothing(client: Client) -> None:
    assert {state for _, state in client.states("000-000-616 16")} == {"given"}


def test_a_changed_decision_ends_it(client: Client) -> None:
    assert {each["because"] for each in client.records("000-000-614 14") if each["state"] == "ended"} == {
        "decision_changed"
    }


def test_every_state_occurs_somewhere() -> None:
    states = {each.state for person in load(DAY).all for each in person.accompaniment}
    assert states == {"given", "stopped", "ended", "not_given", "no_data"}
    organisations = {
        each.state for person in load(DAY).all for each in person.accompaniment if each.participant == "organisation"
    }
    assert organisations >= {"given", "stopped", "ended", "not_given"}


@pytest.mark.parametrize("snils", ["000-000-618 18", "000-000-612 12", "000-000-617 17", "112-233-445 95"])
def test_of_whom_nothing_is_known_there_is_nothing(client: Client, snils: str) -> None:
    assert client.person({"snils": snils}).get_json() == {"snils": snils, "records": []}


@pytest.mark.parametrize(
    "asked", [None, [], {}, {"snils": ""}, {"snils": 7}, {"snils": "00000060101"}, {"snils": [HER]}]
)
def test_a_question_without_snils_is_refused(client: Client, asked: object) -> None:
    assert client.person(asked).status_code == 400


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer wrong", "Basic QTpC", "Bearer ы"])
def test_without_the_key_nobody_is_let_in(client: Client, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header.encode().decode("latin-1")}
    answers = [client.person({"snils": HER}, headers), client.region("52", headers)]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert "Воронцова" not in answers[0].text


def test_organisations_of_a_region(client: Client) -> None:
    told = client.region("52").get_json()
    assert (told["region"], len(told["organisations"])) == ("52", 3)
    assert [each["isState"] for each in told["organisations"]] == [True, True, False]
    assert client.region("99").get_json() == {"region": "99", "organisations": []}


def test_institutions_are_invented_and_named_by_their_region() -> None:
    assert len(regions()) == 12
    for code, region in regions().items():
        told: list[Office | Organisation] = [*region.offices, *region.organisations]
        assert [each.participant for each in region.offices] == ["mse", "fund", "authority"]
        assert {each.is_state for each in region.organisations} == {True, False}
        assert all(each.code.startswith(f"{code}-") for each in told)
        assert all(region.name in each.address for each in told)
    numbers = [number for region in regions().values() for each in region.organisations for number in each.telephones]
    assert len(set(numbers)) == len(numbers)


def test_a_region_that_cannot_be_used_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "52.json").write_text('{"code": "five"}', encoding="utf-8")
    monkeypatch.setattr(institutions, "DATA", tmp_path)
    with pytest.raises(ValueError, match=r"^52\.json: code: .*; name: "):
        regions.__wrapped__()


@pytest.mark.parametrize(
    ("failure", "status", "is_page"),
    [(Failure.REFUSE, 403, False), (Failure.ERROR, 500, False), (Failure.HTML, 200, True)],
)
def test_it_fails_as_it_is_told(client: Client, here: World, failure: Failure, status: int, is_page: bool) -> None:
    here.switch(System.ACCOMPANIMENT, failure)
    for answer in (client.person({"snils": HER}), client.region("52")):
        assert (answer.status_code, answer.mimetype == "text/html") == (status, is_page)


def test_twice_is_one_participant_in_two_states(client: Client, here: World) -> None:
    here.switch(System.ACCOMPANIMENT, Failure.TWICE)
    states = [state for participant, state in client.states(HER) if participant == "mse"]
    assert states == ["given", "not_given"]
    codes = [each["code"] for each in client.region("52").get_json()["organisations"]]
    assert len(codes) == len(set(codes)) + 1
    assert client.records("000-000-618 18") == []
    assert client.region("99").get_json()["organisations"] == []


def test_it_cannot_be_late(browser: SandboxVisitor, here: World) -> None:
    assert set(WAYS[System.ACCOMPANIMENT]) == set(Failure) - {Failure.LATE}
    sent = {"programmes": "late", "accompaniment": "late"}
    assert browser.post("/control", data=sent, headers=OWN_PAGE).status_code == 400
    assert here.failure(System.PROGRAMMES) is Failure.USUAL
    assert browser.post("/control", data={"accompaniment": "twice"}, headers=OWN_PAGE).status_code == 303
    assert here.failure(System.ACCOMPANIMENT) is Failure.TWICE


def test_what_it_was_asked_is_noted_without_names(
    client: Client, browser: SandboxVisitor, here: World, log: Callable[[], list[dict[str, object]]]
) -> None:
    client.records(HER)
    client.region("52")
    assert [(each.what, each.outcome) for each in here.deliveries()] == [("organisations", "200"), ("told", "200")]
    assert "601 01" not in repr(here.deliveries()) + repr(log())
    page = browser.page("/control").main
    assert "Реестр сопровождения, сопровождение человека: 200, " in page
    assert "Реестр сопровождения, организации региона: 200, " in page
