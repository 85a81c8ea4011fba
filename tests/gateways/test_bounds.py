"""What holds for every gateway: who is believed, how much is read, where nobody follows."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from flask import Flask

from tests.gateways.identity.raw_server import Line, answering
from tests.support.sites import settings_in
from webapp.esia_settings import EsiaSettings
from webapp.gateways import registry
from webapp.gateways.bounds import authorities_in, bounded
from webapp.settings import ProgrammeSettings

OK = b"HTTP/1.1 200 OK\r\n"
MOST = 1000


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as made:
        bounded(made, 5, MOST, True)
        yield made


@pytest.mark.parametrize("surplus", [0, 1])
@pytest.mark.parametrize("head", [b"Content-Length: %d\r\n\r\n", b"\r\n"], ids=["of a length", "without a length"])
def test_an_answer_may_be_so_large_and_no_larger(session: requests.Session, head: bytes, surplus: int) -> None:
    body = b"a" * (MOST + surplus)
    said = OK + (head % len(body) if b"%" in head else head) + body
    with answering(lambda line: line.say(said)) as address:
        if surplus:
            with pytest.raises(requests.RequestException, match="too large"):
                session.get(address)
        else:
            assert session.get(address).content == body


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308])
def test_of_a_redirect_not_even_the_body_is_read(session: requests.Session, status: int) -> None:
    hung_up = threading.Event()

    def endless(line: Line) -> None:
        try:
            line.say(b"HTTP/1.1 %d Elsewhere\r\nLocation: /elsewhere\r\n\r\n" % status)
            line.drip(b"a" * 5000, 0.001)
        except OSError:
            hung_up.set()

    with answering(endless) as address:
        with pytest.raises(requests.TooManyRedirects):
            session.get(address)
        assert status == 304 or hung_up.wait(4)


def test_what_is_packed_stays_packed_and_no_cookie_is_kept(session: requests.Session) -> None:
    said = OK + b"Content-Encoding: gzip\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\n\x1f\x8b"
    with answering(lambda line: line.say(said)) as address:
        answer = session.get(address)
    assert answer.content == b"\x1f\x8b"
    assert answer.request.headers["Accept-Encoding"] == "identity"
    assert len(session.cookies) == 0


@pytest.mark.parametrize("slow", [b"X: " + b"a" * 40 + b"\r\nContent-Length: 2\r\n\r\n{}", b"\r\n" + b" " * 60])
def test_no_request_is_sent_when_the_time_is_over(slow: bytes) -> None:
    def script(line: Line) -> None:
        line.say(OK)
        line.drip(slow, 0.01)

    with answering(script) as address, requests.Session() as session:
        bounded(session, 0.2, MOST, True)
        with pytest.raises(requests.Timeout):
            session.get(address)
        started = time.monotonic()
        with pytest.raises(requests.Timeout, match="no time left"):
            session.get(address)
        assert time.monotonic() - started < 0.1


@pytest.mark.parametrize(("connect", "expected"), [(None, 5.0), (2.0, 2.0), (9.0, 5.0)])
def test_a_connection_has_a_time_of_its_own_within_that_of_all(
    monkeypatch: pytest.MonkeyPatch, connect: float | None, expected: float
) -> None:
    asked: list[tuple[float, float]] = []

    def send(_adapter: object, _request: object, **chosen: Any) -> requests.Response:
        asked.append(chosen["timeout"])
        raise requests.ConnectionError("enough")

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    with requests.Session() as session:
        bounded(session, 5, MOST, True, connect)
        with pytest.raises(requests.ConnectionError, match="enough"):
            session.get("http://127.0.0.1:1")
    assert asked[0][0] == pytest.approx(expected, abs=0.5) and asked[0][1] == pytest.approx(5, abs=0.5)


def test_a_bundle_is_believed_instead_of_the_library_s_list(pair: tuple[str, str]) -> None:
    bundle = Path(pair[0])
    bundle.write_bytes(b"words of whose it is\n" + bundle.read_bytes() * 2)
    assert authorities_in(bundle, "SETTING") == str(bundle)
    assert authorities_in(None, "SETTING") is True


@pytest.mark.parametrize("content", [None, b"", b"words"], ids=["missing", "empty", "words"])
def test_a_bundle_that_is_none_is_named_with_its_setting(tmp_path: Path, content: bytes | None) -> None:
    bundle = tmp_path / "state.pem"
    if content is not None:
        bundle.write_bytes(content)
    with pytest.raises(ValueError, match=r"SETTING: .*state\.pem"):
        authorities_in(bundle, "SETTING")


def test_neither_a_key_nor_a_folder_is_a_bundle(pair: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"SETTING: .*host\.key holds no certificates") as caught:
        authorities_in(Path(pair[1]), "SETTING")
    assert "PRIVATE" not in str(caught.value)
    with pytest.raises(ValueError, match="SETTING"):
        authorities_in(tmp_path, "SETTING")


@pytest.mark.parametrize("system", ["esia", "programmes"])
def test_the_site_does_not_start_without_a_bundle_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setenv(f"ORIENTIR_{system.upper()}_TLS_CA", str(tmp_path / "state.pem"))
    with pytest.raises(ValueError, match=rf"ORIENTIR_{system.upper()}_TLS_CA: .*state\.pem cannot be read"):
        registry.init_app(Flask("site"), settings_in(tmp_path))


def test_an_empty_bundle_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORIENTIR_ESIA_TLS_CA", "")
    monkeypatch.setenv("ORIENTIR_PROGRAMMES_TLS_CA", "")
    assert (EsiaSettings().tls_ca, ProgrammeSettings().tls_ca) == (None, None)


def test_each_system_has_a_bundle_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORIENTIR_ESIA_TLS_CA", "/srv/esia.pem")
    assert (EsiaSettings().tls_ca, ProgrammeSettings().tls_ca) == (Path("/srv/esia.pem"), None)
    monkeypatch.setenv("ORIENTIR_PROGRAMMES_TLS_CA", "/srv/register.pem")
    assert ProgrammeSettings().tls_ca == Path("/srv/register.pem")
