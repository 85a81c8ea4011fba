"""What links of other sites may do: lead to the page before sign-in, and no further; ЕСИА alone leads back in."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask

from tests.support.signing_in import (
    ANNA,
    PLAYED,
    RETURN,
    START,
    PlayedIdentity,
    begun,
    come_back,
    is_signed_in,
    sign_in,
    token_of,
)
from tests.support.strict_client import visitor
from webapp.gateways.identity.port import Refusal

Log = Callable[[], list[dict[str, Any]]]


@pytest.mark.parametrize("said", ["cross-site", "same-site"])
def test_a_link_of_another_site_comes_to_the_page_before(site: Flask, identity: PlayedIdentity, said: str) -> None:
    client = visitor(site)
    for address, page in (
        (START, "/sign-in"),
        (f"{START}?next=/help", "/sign-in?next=/help"),
        (f"{START}?next=//evil.example", "/sign-in"),
        (f"/en{START}?next=/en/help", "/en/sign-in?next=/en/help"),
    ):
        answer = client.get(address, headers={"Sec-Fetch-Site": said})
        assert (answer.status_code, answer.headers["Location"]) == (303, page)
    assert client.get_cookie("orientir") is None
    arrived = client.page("/sign-in?next=/help")
    state = begun(client, "", arrived.link("Войти через Госуслуги").address)
    assert come_back(client, state=state, code=identity.code_for(ANNA)).address == "/help"


@pytest.mark.parametrize("said", ["same-origin", "none", ""])
def test_our_own_link_and_an_address_typed_in_begin(site: Flask, identity: PlayedIdentity, said: str) -> None:
    answer = visitor(site).get(START, headers={"Sec-Fetch-Site": said} if said else {})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(f"{PLAYED}?")


def test_a_link_of_another_site_changes_nothing_for_who_is_in(site: Flask, identity: PlayedIdentity) -> None:
    client = sign_in(site, ANNA)
    token = token_of(client)
    for address in (START, "/sign-in", "/sign-out", "/signed-out", f"{RETURN}?state=forged&code=x"):
        client.get(address, headers={"Sec-Fetch-Site": "cross-site", "Referer": "https://evil.example/"})
    assert is_signed_in(client.page("/help"))
    assert token_of(client) == token


def test_esia_is_another_site_and_leads_back_in(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    told = urlencode({"state": begun(client, "/help"), "code": identity.code_for(ANNA)})
    back = client.get(f"{RETURN}?{told}", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"})
    assert (back.status_code, back.headers["Location"]) == (303, "/help")
    assert is_signed_in(client.page("/help", headers={"Sec-Fetch-Site": "cross-site"}))


def test_what_happens_to_sessions_is_logged_without_whose_they_are(
    site: Flask, identity: PlayedIdentity, log: Log
) -> None:
    log()
    client = sign_in(site, ANNA)
    come_back(visitor(site), state="forged")
    denied = visitor(site)
    come_back(denied, state=begun(denied), code=identity.code_for(Refusal.DENIED))
    client.page("/sign-out").submit(button="Выйти на всех устройствах")
    told = [line for line in log() if line["event"] not in {"request", "repeat_view"}]
    assert [(line["event"], line.get("reason"), line.get("everywhere")) for line in told] == [
        ("signed_in", None, None),
        ("sign_in_failed", "foreign_return", None),
        ("sign_in_failed", "denied", None),
        ("signed_out", None, True),
    ]
    usual = {"event", "reason", "code", "everywhere", "request_id", "level", "timestamp"}
    assert set().union(*told) <= usual
