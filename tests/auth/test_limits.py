"""How often one address may take a step of sign-in; how long a sign-in lasts is said before it begins."""

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.signing_in import ANNA, START, begun, come_back, is_signed_in, pass_time, played, sign_in
from tests.support.sites import SiteMaker
from tests.support.strict_client import visitor


@pytest.fixture
def site(site_of: SiteMaker) -> Flask:
    app = site_of(sandbox_port=free_port(), sign_in_limit="3 per minute")
    played(app)
    return app


def start(app: Flask, address: str = "192.0.2.1") -> int:
    return visitor(app).get(START, environ_overrides={"REMOTE_ADDR": address}).status_code


def test_beginnings_are_counted_by_address_and_not_by_visitor(site: Flask) -> None:
    assert [start(site) for _ in range(4)] == [303, 303, 303, 429]
    assert start(site, "192.0.2.2") == 303
    pass_time(site, seconds=61)
    assert start(site) == 303


def test_too_many_is_a_page_that_asks_to_wait(site: Flask) -> None:
    for _ in range(3):
        visitor(site).get(START)
    page = visitor(site).page(START)
    assert (page.status, page.response.headers["Retry-After"]) == (429, "60")
    english = visitor(site).page(f"/en{START}")
    assert (english.status, english.language) == (429, "en")


def test_returns_that_nobody_began_cost_nobody_their_beginnings(site: Flask) -> None:
    client = visitor(site)
    for _ in range(9):
        assert come_back(client, state="forged").status == 400
    assert client.get(START).status_code == 303


def test_links_of_another_site_cost_nobody_their_beginnings(site: Flask) -> None:
    client = visitor(site)
    for _ in range(9):
        assert client.get(START, headers={"Sec-Fetch-Site": "cross-site"}).headers["Location"] == "/sign-in"
    assert client.get(START).status_code == 303


def test_reading_pages_of_sign_in_is_not_counted(site: Flask) -> None:
    client = visitor(site)
    assert {client.get(address).status_code for address in ("/sign-in", "/signed-out") * 5} == {200}
    assert client.get(START).status_code == 303


def test_a_return_is_never_too_early(site: Flask) -> None:
    client = visitor(site)
    state = begun(client)
    start(site, "127.0.0.1"), start(site, "127.0.0.1")
    identity = played(site)
    assert is_signed_in(come_back(client, state=state, code=identity.code_for(ANNA)))


def test_the_limits_of_the_settings_are_said_in_advance(site_of: SiteMaker) -> None:
    app = site_of(sandbox_port=free_port(), session_idle_minutes=210, session_absolute_hours=20)
    played(app)
    for page in (visitor(app).page("/sign-in"), sign_in(app, ANNA).page("/my/sign-ins")):
        assert "Если не открывать страницы 3 час" in page.main
        assert "Вход длится не дольше 20 час" in page.main
