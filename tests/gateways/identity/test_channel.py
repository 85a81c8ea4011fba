"""The line itself: nothing of the environment, only trusted certificates, time shared by all, nothing left behind."""

import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from werkzeug import Request, Response

from tests.gateways.identity.conftest import IdentityMaker, Keys, certificate, private
from tests.gateways.identity.fake_esia import OID, TOKEN, FakeEsia, saying, serving
from tests.gateways.identity.raw_server import answering
from webapp.gateways.identity import channel
from webapp.gateways.identity.outcomes import MOST_AT_ONCE
from webapp.gateways.identity.port import Attempt, Identified, NotIdentified

SignIn = Callable[[], Identified]
ATTEMPT = Attempt("state", "z" * 64)


def test_proxies_and_passwords_of_the_environment_are_not_used(
    sign_in: SignIn, esia: FakeEsia, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert sign_in().oid == str(OID)
    assert [request.headers.get("Authorization", "none").split()[0] for request in esia.asked] == [
        "none",
        "Bearer",
        "Bearer",
    ]


def test_a_host_that_nobody_vouches_for_is_told_nothing(
    identity_with: IdentityMaker, keys: Keys, pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", pair[0])
    with serving(FakeEsia(certificate(keys.client), private(keys.esia)), pair) as impostor:
        with pytest.raises(NotIdentified, match="unavailable"):
            identity_with(base_url=impostor.address).finish(ATTEMPT, "code")
        assert impostor.asked == []


@pytest.mark.parametrize(("surplus", "told"), [(0, str(OID)), (256 * 1024, "unavailable")])
def test_whom_our_own_bundle_vouches_for_is_told_and_heard_within_bounds(
    identity_with: IdentityMaker, keys: Keys, pair: tuple[str, str], surplus: int, told: str
) -> None:
    with serving(FakeEsia(certificate(keys.client), private(keys.esia)), pair) as fake:
        identity = identity_with(base_url=fake.address, issuer=f"{fake.address}/", tls_ca=pair[0])
        fake.person["more"] = "a" * surplus
        beginning = identity.begin()
        code = fake.agreed(beginning.address)
        try:
            outcome = identity.finish(beginning.attempt, code).oid
        except NotIdentified as error:
            outcome = error.refusal.value
    assert outcome == told


@pytest.mark.parametrize(("shy_seconds", "pause"), [(0.0, 0.01), (0.9, 30)])
def test_shaking_hands_and_answering_share_the_time(
    identity_with: IdentityMaker, pair: tuple[str, str], shy_seconds: float, pause: float
) -> None:
    said = b"HTTP/1.1 200 OK\r\nX: " + b"a" * 500
    with answering(lambda line: line.drip(said, pause), pair, shy_seconds) as address:
        started = time.monotonic()
        with pytest.raises(NotIdentified, match="unavailable"):
            identity_with(base_url=address, tls_ca=pair[0], timeout_seconds=1.1).finish(ATTEMPT, "code")
        assert 1 < time.monotonic() - started < 1.7


def test_looking_up_the_name_shares_the_time(identity_with: IdentityMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def slow(*_asked: object) -> list[object]:
        over.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    started = time.monotonic()
    with pytest.raises(NotIdentified, match="unavailable") as caught:
        identity_with(base_url="http://esia.example", timeout_seconds=0.3).finish(ATTEMPT, "code")
    over.set()
    assert 0.25 < time.monotonic() - started < 1.5
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_an_esia_that_hangs_takes_so_many_threads_and_no_more(esia: FakeEsia, identity_with: IdentityMaker) -> None:
    over = threading.Event()
    identity = identity_with(timeout_seconds=10)

    def late(request: Request) -> Response:
        over.wait(20)
        return saying("")(request)

    def refused() -> None:
        with pytest.raises(NotIdentified, match="unavailable") as caught:
            identity.finish(ATTEMPT, "code")
        assert (caught.value.__cause__, caught.value.__context__) == (None, None)

    esia.instead[TOKEN] = late
    with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
        waiting = [pool.submit(refused) for _ in range(MOST_AT_ONCE)]
        while len(esia.asked) < MOST_AT_ONCE:
            threading.Event().wait(0.01)
        started = time.monotonic()
        refused()
        assert time.monotonic() - started < 2
        over.set()
    assert [each.result() for each in waiting] == [None] * MOST_AT_ONCE
    del esia.instead[TOKEN]
    beginning = identity.begin()
    assert identity.finish(beginning.attempt, esia.agreed(beginning.address)).oid == str(OID)


@pytest.mark.parametrize("fault", [None, "not a token"])
def test_nothing_is_left_of_a_session(
    esia: FakeEsia, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, fault: str | None
) -> None:
    opened: list[OAuth2Session] = []

    def watched(**chosen: object) -> OAuth2Session:
        opened.append(OAuth2Session(**chosen))
        return opened[-1]

    monkeypatch.setattr(channel, "OAuth2Session", watched)
    esia.told = {"id_token": fault} if fault else {}
    try:
        assert sign_in().oid == str(OID)
    except NotIdentified:
        assert fault
    assert len(opened) == 2
    for session in opened:
        assert session.token is None
        assert all(len(adapter.poolmanager.pools) == 0 for adapter in session.adapters.values())
