"""Whatever ЕСИА answers, and however slowly: the port's own refusal, in time, without asking anybody else."""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from werkzeug import Request, Response

from tests.gateways.identity.conftest import IdentityMaker
from tests.gateways.identity.fake_esia import ADDRESSES, OID, PERSON, TOKEN, Answer, FakeEsia, saying
from tests.gateways.identity.raw_server import Line, answering
from webapp.gateways.identity.http import EsiaIdentity
from webapp.gateways.identity.port import Attempt, Identified, NotIdentified

Refused = Callable[[], tuple[str, str]]
SignIn = Callable[[], Identified]
ATTEMPT = Attempt("state", "z" * 64)
UNAVAILABLE = ("unavailable", "")
LARGE = json.dumps({"status": "REGISTERED", "lastName": "Воронцова", "more": "a" * 256 * 1024})


def redirect(status: int) -> Answer:
    told = '{"status": "REGISTERED", "lastName": "Воронцова", "elements": [{"type": "PRG", "region": "Тверь"}]}'
    return lambda _request: Response(told, status, {"Location": "/elsewhere"}, content_type="application/json")


BAD: dict[str, Answer] = {
    "HTML": saying("<!DOCTYPE html><title>ESIA-007004</title>", content_type="text/html"),
    "HTML 400": saying("<!DOCTYPE html><title>ESIA-007004</title>", 400, "text/html"),
    "HTML 500": saying("<!DOCTYPE html>", 500, "text/html"),
    "JSON 500": saying('{"access_token": "a", "lastName": "Воронцова", "status": "REGISTERED"}', 500),
    "JSON 201": saying('{"access_token": "a", "lastName": "Воронцова", "status": "REGISTERED"}', 201),
    "nothing": saying(""),
    "204": saying("", 204),
    "no object": saying("[]"),
    "empty object": saying("{}"),
    "half": saying('{"state":'),
    "not UTF-8": saying(b'{"state": "\xff"}'),
    "deep": saying('{"a":' + "[" * 100_000),
    "long number": saying('{"a":' + "9" * 10_000 + "}"),
    "large": saying(LARGE),
    "large HTML": saying("a" * 1024 * 1024, content_type="text/html"),
    "packed": lambda _request: Response(gzip.compress(LARGE.encode()), headers={"Content-Encoding": "gzip"}),
    **{f"redirect {status}": redirect(status) for status in (300, 301, 302, 303, 304, 307, 308)},
}
EACH = pytest.mark.parametrize("answer", [pytest.param(BAD[name], id=name) for name in BAD])


@EACH
@pytest.mark.parametrize("path", [TOKEN, PERSON])
def test_a_bad_answer_is_unavailable(esia: FakeEsia, refused: Refused, path: str, answer: Answer) -> None:
    esia.instead[path] = answer
    assert refused() == UNAVAILABLE
    assert esia.asked[-1].path == path


@EACH
def test_without_addresses_the_person_has_no_region(esia: FakeEsia, sign_in: SignIn, answer: Answer) -> None:
    esia.instead[ADDRESSES] = answer
    assert sign_in().region is None
    assert esia.asked[-1].path == ADDRESSES


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refused_address_keeps_nobody_out(esia: FakeEsia, sign_in: SignIn, status: int) -> None:
    esia.instead[ADDRESSES] = saying('{"error": "access_denied"}', status)
    assert sign_in().region is None


def test_an_answer_just_within_the_bound_is_read(esia: FakeEsia, sign_in: SignIn) -> None:
    esia.person["more"] = "a" * (256 * 1024 - 2000)
    assert sign_in().oid == str(OID)


@pytest.fixture
def over() -> Iterator[threading.Event]:
    """Slow answers wait for it; set when the test is over."""
    event = threading.Event()
    yield event
    event.set()


def after(over: threading.Event, seconds: float, esia: FakeEsia) -> Answer:
    """The right answer, late."""

    def answer(request: Request) -> Response:
        over.wait(seconds)
        return esia.usual(request)

    return answer


def outcome(identity: EsiaIdentity, esia: FakeEsia) -> tuple[Identified | str, float]:
    """Who or what came of signing in, and in how many seconds."""
    beginning = identity.begin()
    code = esia.agreed(beginning.address)
    started = time.monotonic()
    try:
        return identity.finish(beginning.attempt, code), time.monotonic() - started
    except NotIdentified as error:
        return error.refusal.value, time.monotonic() - started


@pytest.mark.parametrize("path", [TOKEN, PERSON])
def test_a_late_answer_is_not_waited_for(
    identity_with: IdentityMaker, esia: FakeEsia, over: threading.Event, path: str
) -> None:
    esia.instead[path] = after(over, 30, esia)
    told, seconds = outcome(identity_with(timeout_seconds=0.3), esia)
    assert told == "unavailable"
    assert 0.25 < seconds < 1.5


def test_late_addresses_are_not_waited_for(identity_with: IdentityMaker, esia: FakeEsia, over: threading.Event) -> None:
    esia.instead[ADDRESSES] = after(over, 30, esia)
    told, seconds = outcome(identity_with(timeout_seconds=0.5), esia)
    assert isinstance(told, Identified) and told.region is None
    assert seconds < 1.5


def test_a_slow_answer_in_time_is_heard(identity_with: IdentityMaker, esia: FakeEsia, over: threading.Event) -> None:
    esia.instead = {path: after(over, 0.1, esia) for path in (TOKEN, PERSON, ADDRESSES)}
    told, _ = outcome(identity_with(timeout_seconds=10), esia)
    assert isinstance(told, Identified) and told.region == "Псковская область"


def test_the_time_is_for_all_answers_together(
    identity_with: IdentityMaker, esia: FakeEsia, over: threading.Event
) -> None:
    esia.instead = {path: after(over, 0.4, esia) for path in (TOKEN, PERSON)}
    told, seconds = outcome(identity_with(timeout_seconds=0.6), esia)
    assert told == "unavailable"
    assert seconds < 1.5


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
DRIPPING = {
    "head": (b"", HEAD + b"X: " + b"a" * 500),
    "100s": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 20),
    "body": (HEAD + b"Content-Length: 10000\r\n\r\n", b" " * 500),
    "body without length": (HEAD + b"\r\n", b" " * 500),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n" * 80),
}


@pytest.mark.parametrize(("said", "dripped"), [pytest.param(*DRIPPING[name], id=name) for name in DRIPPING])
def test_an_answer_in_drops_is_not_waited_for(identity_with: IdentityMaker, said: bytes, dripped: bytes) -> None:
    def script(line: Line) -> None:
        line.say(said)
        line.drip(dripped, 0.01)

    started = time.monotonic()
    with answering(script) as address, pytest.raises(NotIdentified, match="unavailable"):
        identity_with(base_url=address, timeout_seconds=0.4).finish(ATTEMPT, "code")
    assert 0.35 < time.monotonic() - started < 2


def test_silence_after_drops_is_not_waited_for_anew(identity_with: IdentityMaker) -> None:
    def script(line: Line) -> None:
        line.drip(HEAD + b"X: " + b"a" * 60, 0.01)
        line.drip(b"a", 30)

    started = time.monotonic()
    with answering(script) as address, pytest.raises(NotIdentified, match="unavailable"):
        identity_with(base_url=address, timeout_seconds=1.2).finish(ATTEMPT, "code")
    assert 1.1 < time.monotonic() - started < 1.7


BROKEN = {
    "hangs up": b"",
    "no HTTP": b"220 smtp.example ESMTP\r\n",
    "no status": b"HTTP/1.1 abc\r\n\r\n",
    "bad length": HEAD + b"Content-Length: abc\r\n\r\n{}",
    "two lengths": HEAD + b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}",
    "too short": HEAD + b"Content-Length: 999\r\n\r\n{}",
    "bad chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
    "bad header": HEAD + b"no header\r\nname\xff: \xfe\r\nContent-Length: 2\r\n\r\n{}",
    "many headers": HEAD + b"X: 1\r\n" * 200 + b"\r\n{}",
    "long header": HEAD + b"X: " + b"a" * 100_000 + b"\r\n\r\n{}",
    "bad redirect": b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
    "endless": HEAD + b"\r\n" + b" " * 2_000_000,
}


@pytest.mark.parametrize("said", [pytest.param(BROKEN[name], id=name) for name in BROKEN])
def test_broken_http_is_unavailable(identity_with: IdentityMaker, said: bytes) -> None:
    with answering(lambda line: line.say(said)) as address, pytest.raises(NotIdentified, match="unavailable") as caught:
        identity_with(base_url=address, timeout_seconds=3).finish(ATTEMPT, "code")
    assert caught.value.code == ""


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://", "127.0.0.1", "http://[::1", "ftp://127.0.0.1"])
def test_nobody_there_is_unavailable(identity_with: IdentityMaker, address: str) -> None:
    with pytest.raises(NotIdentified, match="unavailable"):
        identity_with(base_url=address, timeout_seconds=3).finish(ATTEMPT, "code")
