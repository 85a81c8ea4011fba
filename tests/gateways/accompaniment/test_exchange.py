"""Asking the register of accompaniment: what is sent, what each status means, how long it is waited for."""

import logging
import threading
import time
from collections.abc import Callable

import pytest
from werkzeug import Response

from tests.gateways.accompaniment.writing import SNILS, answer, client, record, told, told_organisations
from tests.gateways.programmes.fake_register import KEY, FakeRegister
from tests.support.processes import free_port
from webapp.gateways.accompaniment.http import LARGEST_ANSWER_BYTES, HttpAccompanimentRegister
from webapp.gateways.accompaniment.port import AccompanimentRegister, Failure, RegisterFailed
from webapp.gateways.register import MOST_AT_ONCE

HTML = Response("<!doctype html><title>Технические работы</title>", 200, mimetype="text/html")


def failure_of(call: Callable[[], object]) -> Failure:
    with pytest.raises(RegisterFailed) as caught:
        call()
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    return caught.value.failure


def test_a_request_as_agreed(register: FakeRegister, gateway: HttpAccompanimentRegister) -> None:
    register.will(answer(told(record())), answer(told_organisations()))
    port: AccompanimentRegister = gateway
    port.told(SNILS)
    port.organisations("52")
    person, region = register.asked
    assert (person.method, person.path, person.body) == ("POST", "/accompaniment", {"snils": SNILS})
    assert (region.method, region.path, region.body) == ("GET", "/regions/52/organisations", None)
    assert [each.headers["Authorization"] for each in register.asked] == [f"Bearer {KEY}"] * 2


@pytest.mark.parametrize("region", ["", "5", "5200", "52/", "..", "٥٢", "52\n", "пять"])
def test_a_region_that_would_be_another_address_is_none(
    register: FakeRegister, gateway: HttpAccompanimentRegister, region: str
) -> None:
    with pytest.raises(ValueError, match="a region"):
        gateway.organisations(region)
    assert register.asked == []


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (201, Failure.UNAVAILABLE),
        (202, Failure.UNAVAILABLE),
        (301, Failure.UNAVAILABLE),
        (400, Failure.REFUSED),
        (401, Failure.REFUSED),
        (403, Failure.REFUSED),
        (404, Failure.UNAVAILABLE),
        (429, Failure.UNAVAILABLE),
        (500, Failure.UNAVAILABLE),
    ],
)
def test_what_each_status_means(
    register: FakeRegister, gateway: HttpAccompanimentRegister, status: int, failure: Failure
) -> None:
    register.will(answer(told(record()), status))
    assert failure_of(lambda: gateway.told(SNILS)) is failure
    assert failure_of(lambda: gateway.organisations("52")) is failure
    assert len(register.asked) == 2


@pytest.mark.parametrize("body", ["", "нет", "[]", "null", "[" * 200_000, "{"])
def test_answers_that_are_no_answers(register: FakeRegister, gateway: HttpAccompanimentRegister, body: str) -> None:
    register.will(Response(body, 200))
    assert failure_of(lambda: gateway.told(SNILS)) is Failure.UNAVAILABLE
    assert failure_of(lambda: gateway.organisations("52")) is Failure.UNAVAILABLE


def test_a_page_instead_of_data(register: FakeRegister, gateway: HttpAccompanimentRegister) -> None:
    register.will(HTML)
    assert failure_of(lambda: gateway.told(SNILS)) is Failure.UNAVAILABLE


def test_a_register_that_says_nothing_is_waited_for_so_long(register: FakeRegister) -> None:
    register.will(register.hangs)
    begun = time.monotonic()
    assert failure_of(lambda: client(register.address, 0.3).told(SNILS)) is Failure.UNAVAILABLE
    assert time.monotonic() - begun < 2.3


def test_an_answer_that_is_too_large(register: FakeRegister, gateway: HttpAccompanimentRegister) -> None:
    register.will(Response(b"{}" + b" " * LARGEST_ANSWER_BYTES, 200))
    assert failure_of(lambda: gateway.told(SNILS)) is Failure.UNAVAILABLE


def test_nobody_is_sent_elsewhere_with_the_key(register: FakeRegister, gateway: HttpAccompanimentRegister) -> None:
    register.will(Response(status=307, headers={"Location": f"{register.address}/elsewhere"}))
    assert failure_of(lambda: gateway.told(SNILS)) is Failure.UNAVAILABLE
    assert [asked.path for asked in register.asked] == ["/accompaniment"]


def test_nobody_listens() -> None:
    assert failure_of(lambda: client(f"http://127.0.0.1:{free_port()}").told(SNILS)) is Failure.UNAVAILABLE


def test_nothing_personal_and_no_key_is_said(
    register: FakeRegister, gateway: HttpAccompanimentRegister, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    register.will(answer(told(record(), snils="000-000-690 02", lastName="Приметная")))
    assert failure_of(lambda: gateway.told(SNILS)) is Failure.CONTRADICTORY
    said = caplog.text + repr(gateway) + str(vars(gateway))
    assert [word for word in (SNILS, "000-000-690", "Приметная", KEY) if word in said] == []


def test_a_register_that_hangs_takes_so_many_threads_and_no_more(register: FakeRegister) -> None:
    register.will(register.hangs)
    gateway = client(register.address, 5)
    waiting = [threading.Thread(target=failure_of, args=(lambda: gateway.told(SNILS),)) for _ in range(MOST_AT_ONCE)]
    for thread in waiting:
        thread.start()
    while len(register.asked) < MOST_AT_ONCE:
        threading.Event().wait(0.01)
    assert failure_of(lambda: gateway.organisations("52")) is Failure.BUSY
    register.ended.set()
    for thread in waiting:
        thread.join()
