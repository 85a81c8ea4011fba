"""The register: takes a request, thinks, answers; lets nobody in without the key."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.sandbox.esia_site import EsiaSite
from tests.sandbox.register import RegisterClient, entries, text
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.world import World

HER = "000-000-601 01"


def test_an_answer_is_not_there_at_once(register: RegisterClient, here: World) -> None:
    here.delay_seconds = 60
    number = register.ask(HER)
    waiting = register.hear(number)
    assert (waiting.status_code, waiting.get_json()) == (202, {"status": "processing"})
    here.delay_seconds = 0
    ready = register.hear(number)
    assert (ready.status_code, ready.get_json()["status"]) == (200, "done")
    assert register.hear(number).get_json() == ready.get_json()


def test_the_usual_delay_does_not_hang_on_the_clock(register: RegisterClient, here: World, site: EsiaSite) -> None:
    site.clock.move(timedelta(days=400))
    number = register.ask(HER)
    site.clock.move(timedelta())
    assert register.hear(number).status_code == 200


@pytest.mark.parametrize("snils", ["000-000-618 18", "000-000-612 12", "000-000-699 99", "112-233-445 95"])
def test_of_whom_nothing_is_known_there_is_nothing(register: RegisterClient, snils: str) -> None:
    assert register.attachments(snils) == []


def test_children_and_wards_are_in_the_register_though_they_do_not_sign_in(register: RegisterClient) -> None:
    child = register.extract("000-000-651 51")
    assert text(child, "ПерсональныеДанные/АктуальныеСведенияОбИнвалидности/ГруппаИнвалидности") == "4"
    assert entries(register.extract("000-000-652 52"), "MSE.IPRA.LIFE_RESTRICT")


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        "000-000-601 01",
        {},
        {"snils": "", "type": "Flexible"},
        {"snils": 60101, "type": "Flexible"},
        {"snils": "00000060101", "type": "Flexible"},
        {"snils": HER + "\n", "type": "Flexible"},
        {"snils": HER},
        {"snils": HER, "type": "Everything"},
        {"snils": HER, "type": ["Flexible"]},
    ],
)
def test_a_request_without_snils_is_refused(register: RegisterClient, asked: object) -> None:
    answer = register.post(asked)
    assert answer.status_code == 400
    assert answer.get_json()["error"]


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer wrong", "Basic QTpC", "Bearer ы"])
def test_without_the_key_nobody_is_let_in(register: RegisterClient, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header.encode().decode("latin-1")}
    number = register.ask(HER)
    answers = [register.post({"snils": HER, "type": "Flexible"}, headers), register.hear(number, headers)]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert "000-000" not in answers[1].text


def test_an_unknown_request_is_unknown(register: RegisterClient, here: World) -> None:
    assert register.hear("00000000-0000-4000-8000-000000000000").status_code == 404
    number = register.ask(HER)
    here.reset()  # as after a restart
    assert register.hear(number).status_code == 404


def test_late_is_two_days_by_the_clock(register: RegisterClient, here: World, site: EsiaSite) -> None:
    here.switch(System.PROGRAMMES, Failure.LATE)
    number = register.ask(HER)
    statuses = []
    for hours in (0, 47, 48):
        site.clock.move(timedelta(hours=hours, seconds=1))
        statuses.append(register.hear(number).status_code)
    assert statuses == [202, 202, 200]


def test_twice_is_one_number_with_different_content(register: RegisterClient, here: World) -> None:
    here.switch(System.PROGRAMMES, Failure.TWICE)
    root = register.extract(HER)
    first, second = entries(root, "MSE.IPRA.GENERAL")
    assert first["Number"] == second["Number"]
    assert first["RehabPotentialValue"] != second["RehabPotentialValue"]
    assert register.attachments("000-000-618 18") == []


@pytest.mark.parametrize(
    ("failure", "status", "is_page"),
    [(Failure.REFUSE, 403, False), (Failure.ERROR, 500, False), (Failure.HTML, 200, True)],
)
def test_it_fails_as_it_is_told(
    register: RegisterClient, here: World, failure: Failure, status: int, is_page: bool
) -> None:
    number = register.ask(HER)
    here.switch(System.PROGRAMMES, failure)
    for answer in (register.post({"snils": HER, "type": "Flexible"}), register.hear(number)):
        assert (answer.status_code, answer.mimetype == "text/html") == (status, is_page)


def test_the_oldest_requests_are_forgotten(register: RegisterClient, here: World) -> None:
    first = register.ask(HER)
    known = here.waiting.get(first)
    assert known is not None
    for number in range(2000):
        here.waiting.put(str(number), known)
    assert len(here.waiting) == 2000
    assert register.hear(first).status_code == 404


def test_what_the_register_was_asked_is_noted_without_names(
    register: RegisterClient, here: World, log: Callable[[], list[dict[str, object]]]
) -> None:
    register.attachments(HER)
    assert [(each.what, each.outcome) for each in here.deliveries()] == [("hear", "200"), ("ask", "202")]
    assert "601 01" not in repr(here.deliveries()) + repr(log())
