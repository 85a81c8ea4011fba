"""The line itself: nothing of the environment, only trusted certificates, nothing left behind."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.gateways.identity.certificates import self_signed
from tests.gateways.identity.conftest import IdentityMaker, Keys, certificate, private
from tests.gateways.identity.fake_esia import OID, FakeEsia, saying, serving
from tests.gateways.identity.raw_server import answering
from webapp.gateways.identity import channel
from webapp.gateways.identity.port import Attempt, Identified, NotIdentified

SignIn = Callable[[], Identified]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Files of a certificate for this machine, which nobody vouches for, and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate_file, key_file = tmp_path / "host.cer", tmp_path / "host.key"
    certificate_file.write_bytes(self_signed(key))
    key_file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return str(certificate_file), str(key_file)


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
            identity_with(base_url=impostor.address).finish(Attempt("state", "z" * 64), "code")
        assert impostor.asked == []


def test_answers_over_tls_are_bounded_too(keys: Keys, pair: tuple[str, str]) -> None:
    with serving(FakeEsia(certificate(keys.client), private(keys.esia)), pair) as fake, requests.Session() as session:
        session.mount("https://", channel.BoundedAdapter(5))
        fake.instead = {"/": saying("heard"), "/large": saying("a" * (channel.LARGEST_ANSWER_BYTES + 1))}
        assert session.get(fake.address, verify=pair[0]).text == "heard"
        with pytest.raises(requests.RequestException, match="too large"):
            session.get(f"{fake.address}/large", verify=pair[0])


@pytest.mark.parametrize(("shy_seconds", "pause"), [(0.0, 0.01), (0.9, 30)])
def test_shaking_hands_and_answering_share_the_time(pair: tuple[str, str], shy_seconds: float, pause: float) -> None:
    said = b"HTTP/1.1 200 OK\r\nX: " + b"a" * 500
    session = requests.Session()
    session.mount("https://", channel.BoundedAdapter(1.1))
    with session, answering(lambda line: line.drip(said, pause), pair, shy_seconds) as address:
        started = time.monotonic()
        with pytest.raises(requests.Timeout):
            session.get(address, verify=pair[0])
        assert time.monotonic() - started < 1.7


def test_no_request_is_sent_when_the_time_is_over() -> None:
    with answering(lambda line: line.drip(b"HTTP/1.1 200 OK\r\n" * 99, 0.01)) as address, requests.Session() as session:
        session.mount("http://", channel.BoundedAdapter(0.2))
        with pytest.raises(requests.RequestException):
            session.get(address)
        started = time.monotonic()
        with pytest.raises(requests.Timeout):
            session.get(address)
        assert time.monotonic() - started < 0.1


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
