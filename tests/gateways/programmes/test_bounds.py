"""The site never waits longer than it promised, reads no more than it can bear, and quotes nobody."""

import logging
import threading
import time
from collections.abc import Callable

import pytest
from werkzeug import Response

from tests.gateways.identity.raw_server import answering
from tests.gateways.programmes.fake_register import KEY, FakeRegister, attached, client, speaking
from tests.gateways.programmes.test_exchange import answer, failure_of
from tests.gateways.programmes.writing import SNILS, extract, person
from tests.support.processes import free_port
from webapp.gateways.programmes.http import LARGEST_ANSWER_BYTES, HttpProgrammeRegister
from webapp.gateways.programmes.port import Failure
from webapp.gateways.register import MOST_AT_ONCE

SHORT_SECONDS = 0.3
SLACK_SECONDS = 2
OK = b"HTTP/1.1 202 Accepted\r\n"


def in_time(call: Callable[[], object]) -> Failure:
    """The failure, which must come when promised."""
    begun = time.monotonic()
    failure = failure_of(call)
    assert time.monotonic() - begun < SHORT_SECONDS + SLACK_SECONDS
    return failure


def test_a_register_that_says_nothing(register: FakeRegister) -> None:
    register.will(register.hangs)
    gateway = client(register.address, SHORT_SECONDS)
    assert in_time(lambda: gateway.ask(SNILS)) is Failure.UNAVAILABLE
    assert in_time(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE


@pytest.mark.parametrize(
    "begun",
    [b"", OK, OK + b"X-Long: ", OK + b"Content-Length: 9999\r\n\r\n", OK + b"\r\n"],
    ids=["status", "headers", "one header", "body of a length", "body without a length"],
)
def test_a_register_that_says_one_letter_at_a_time(begun: bytes) -> None:
    with speaking(begun, again=b"a") as address:
        gateway = client(address, SHORT_SECONDS)
        assert in_time(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        OK + b"\r\n",
        OK + b'Content-Length: 99\r\n\r\n{"status": "processing"}',
        OK + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"sta\r\n',
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x8b",
        OK + b"X: " + b"y" * 70_000 + b"\r\n\r\n{}",
    ],
    ids=["nothing", "no HTTP", "no body", "cut", "cut chunks", "no chunks", "packed", "a long header"],
)
def test_a_register_that_breaks_off(said: bytes) -> None:
    with speaking(said) as address:
        assert failure_of(lambda: client(address).answer("1", SNILS)) is Failure.UNAVAILABLE


def test_an_answer_in_chunks() -> None:
    body = b'Transfer-Encoding: chunked\r\n\r\n9\r\n{"status"\r\n10\r\n: "processing"} \r\n0\r\n\r\n'
    with speaking(OK + body) as address:
        assert client(address).answer("1", SNILS) is None


@pytest.mark.parametrize("surplus", [0, 1])
def test_an_answer_may_be_so_large_and_no_larger(register: FakeRegister, surplus: int) -> None:
    told = b'{"status": "processing"}'
    register.will(Response(told + b" " * (LARGEST_ANSWER_BYTES - len(told) + surplus), 202))
    gateway = client(register.address)
    if surplus:
        assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE
    else:
        assert gateway.answer("1", SNILS) is None


def test_an_endless_answer_is_left_early() -> None:
    with speaking(OK + b"\r\n", again=b" " * 262_144, pause=0.001) as address:
        assert failure_of(lambda: client(address).answer("1", SNILS)) is Failure.UNAVAILABLE


def test_nobody_listens() -> None:
    gateway = client(f"http://127.0.0.1:{free_port()}")
    assert failure_of(lambda: gateway.ask(SNILS)) is Failure.UNAVAILABLE
    assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE


@pytest.mark.parametrize("address", ["", "register", "ftp://127.0.0.1", "http://", "http://[::", "http://127.0.0.1:0x"])
def test_an_address_that_is_none(address: str) -> None:
    assert failure_of(lambda: client(address).ask(SNILS)) is Failure.UNAVAILABLE


@pytest.mark.parametrize("key", ["ключ", "a\nb"])
def test_a_key_that_cannot_be_sent(register: FakeRegister, key: str) -> None:
    assert failure_of(lambda: client(register.address, key=key).ask(SNILS)) is Failure.UNAVAILABLE
    assert register.asked == []


def test_nobody_is_sent_elsewhere_with_the_key(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(Response(status=307, headers={"Location": f"{register.address}/elsewhere"}))
    assert failure_of(lambda: gateway.ask(SNILS)) is Failure.UNAVAILABLE
    assert [asked.path for asked in register.asked] == ["/requests"]


def test_what_the_environment_says_of_proxies_and_passwords_is_not_heard(
    register: FakeRegister, gateway: HttpProgrammeRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    register.will(answer({"requestId": "1"}, 202))
    assert gateway.ask(SNILS) == "1"


def test_only_a_host_that_somebody_vouches_for_is_told(pair: tuple[str, str]) -> None:
    told = b'{"requestId": "1"}'
    said = OK + b"Content-Length: %d\r\n\r\n" % len(told) + told
    with answering(lambda line: line.say(said), pair) as address:
        assert failure_of(lambda: client(address).ask(SNILS)) is Failure.UNAVAILABLE
        assert client(address, tls_ca=pair[0]).ask(SNILS) == "1"


def test_a_redirect_with_an_endless_answer_is_left_early() -> None:
    begun = b"HTTP/1.1 307 Elsewhere\r\nLocation: /elsewhere\r\n\r\n"
    with speaking(begun, again=b" " * 262_144, pause=0.001) as address:
        started = time.monotonic()
        assert failure_of(lambda: client(address).ask(SNILS)) is Failure.UNAVAILABLE
        assert time.monotonic() - started < SLACK_SECONDS


def test_what_failed_is_not_asked_again(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(Response(status=503, headers={"Retry-After": "0"}))
    assert failure_of(lambda: gateway.ask(SNILS)) is Failure.UNAVAILABLE
    assert len(register.asked) == 1


def test_nothing_personal_and_no_key_is_said(
    register: FakeRegister, gateway: HttpProgrammeRegister, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = attached(extract(who=person(last="Приметная", snils="000-000-690 02")))
    register.will(answer({"requestId": "1"}, 202), answer(told))
    gateway.ask(SNILS)
    assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.CONTRADICTORY
    assert failure_of(lambda: client("http://127.0.0.1:1").ask(SNILS)) is Failure.UNAVAILABLE
    said = caplog.text + repr(gateway) + str(vars(gateway))
    assert [word for word in (SNILS, "000-000-690", "Приметная", KEY) if word in said] == []


def test_a_register_that_hangs_takes_so_many_threads_and_no_more(register: FakeRegister) -> None:
    register.will(register.hangs)
    gateway = client(register.address, 5)
    waiting = [threading.Thread(target=failure_of, args=(lambda: gateway.ask(SNILS),)) for _ in range(MOST_AT_ONCE)]
    for thread in waiting:
        thread.start()
    while len(register.asked) < MOST_AT_ONCE:
        threading.Event().wait(0.01)
    begun = time.monotonic()
    assert failure_of(lambda: gateway.ask(SNILS)) is Failure.BUSY
    assert time.monotonic() - begun < 2
    register.ended.set()
    for thread in waiting:
        thread.join()
    register.will(answer({"requestId": "1"}, 202))
    assert gateway.ask(SNILS) == "1"
