"""Devices of one person that come back from ЕСИА at the same moment, each with a guest's favourites."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.signing_in import (
    ANNA,
    BORIS,
    begun,
    come_back,
    is_signed_in,
    number_of,
    played,
    sign_in,
    signed_in_sessions,
    token_of,
    with_cookie,
)
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import StrictClient, visitor
from webapp.gateways.identity.port import Identified

PRODUCTS = ("6-02-02.0001", "6-02-02.0002", "17-01-05.0001")
LIST = "/favourites"


def guest(app: Flask, *numbers: str) -> StrictClient:
    """A visitor who keeps these products."""
    client = visitor(app)
    for number in numbers:
        client.send(f"{LIST}/{number}", {})
    return client


def all_at_once(app: Flask, clients: list[StrictClient], people: list[Identified]) -> list[StrictClient]:
    """Everybody begins, then all returns are opened together; returns those who are in."""
    identity = app.extensions["identity"]
    backs = [
        {"state": begun(client, LIST), "code": identity.code_for(person)}
        for client, person in zip(clients, people, strict=True)
    ]
    with ThreadPoolExecutor(len(clients)) as hands:
        pages = list(hands.map(lambda client, back: come_back(client, **back), clients, backs))
    assert {page.status for page in pages} == {200}
    assert all(is_signed_in(page) for page in pages)
    return clients


@pytest.mark.slow
def test_what_several_guests_kept_is_the_persons_once(each_database: Databases, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app:
        played(app)
        clients = [guest(app, PRODUCTS[0], product) for product in PRODUCTS[1:] * 3]
        for client in all_at_once(app, clients, [ANNA] * 6):
            assert client.page(LIST).h1 == "Избранное: 3 изделия"
        assert signed_in_sessions(app) == [number_of(app, ANNA)] * 6


@pytest.mark.slow
def test_two_people_at_once_get_each_their_own(each_database: Databases, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app:
        played(app)
        clients = [guest(app, PRODUCTS[0]), guest(app, *PRODUCTS[1:])]
        anna, boris = all_at_once(app, clients, [ANNA, BORIS])
        assert anna.page(LIST).h1 == "Избранное: 1 изделие"
        assert boris.page(LIST).h1 == "Избранное: 2 изделия"


@pytest.mark.slow
def test_one_guest_of_two_tabs_hands_over_once(each_database: Databases, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app:
        identity = played(app)
        client = guest(app, *PRODUCTS[:2])
        states = [begun(client, LIST), begun(client, LIST)]
        twins = [client, with_cookie(app, token_of(client))]
        codes = [identity.code_for(ANNA), identity.code_for(ANNA)]
        with ThreadPoolExecutor(2) as hands:
            told = list(
                hands.map(lambda twin, state, code: come_back(twin, state=state, code=code), twins, states, codes)
            )
        assert [page.status for page in told if page.status >= 500] == []
        assert sign_in(app, ANNA).page(LIST).h1 == "Избранное: 2 изделия"
