"""Beginnings that wait for their return: how long, how many, in several tabs, at the same moment."""

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.signing_in import (
    ANNA,
    BORIS,
    START,
    PlayedIdentity,
    begun,
    come_back,
    is_signed_in,
    kept_of_people,
    number_of,
    pass_time,
    signed_in_sessions,
    token_of,
    with_cookie,
)
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.auth import attempts
from webapp.auth.models import SignInAttempt
from webapp.core.database import db, record
from webapp.gateways.identity.port import Attempt, Identified, Refusal

FOREIGN = "Этот вход начат не здесь"
HERE, THERE = "/help", "/data"


def number_kept(app: Flask) -> int:
    """How many attempts wait for their visitors."""
    with app.app_context():
        return db.session.scalars(sa.select(sa.func.count()).select_from(SignInAttempt)).one()


def test_a_person_may_take_half_an_hour(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    state = begun(client)
    pass_time(site, minutes=29, seconds=50)
    assert is_signed_in(come_back(client, state=state, code=identity.code_for(ANNA)))


def test_after_half_an_hour_it_must_be_begun_again(site: Flask, identity: PlayedIdentity) -> None:
    before = kept_of_people(site)
    client = visitor(site)
    state = begun(client)
    pass_time(site, minutes=30, seconds=1)
    page = come_back(client, state=state, code=identity.code_for(ANNA))
    assert (page.status, page.h1, is_signed_in(page)) == (400, FOREIGN, False)
    assert identity.exchanged == []
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, [])
    assert is_signed_in(come_back(client, state=begun(client), code=identity.code_for(ANNA)))


def test_after_the_guest_session_is_over_it_must_be_begun_again(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    state = begun(client)
    pass_time(site, minutes=121)
    page = come_back(client, state=state, code=identity.code_for(ANNA))
    assert (page.status, page.h1) == (400, FOREIGN)


def test_beginnings_of_others_are_left_alone(site: Flask, identity: PlayedIdentity) -> None:
    first, second = visitor(site), visitor(site)
    state = begun(first)
    for _ in range(attempts.MOST + 1):
        begun(second)
    assert is_signed_in(come_back(first, state=state, code=identity.code_for(ANNA)))


def test_what_nobody_came_back_from_is_cleaned_up(site: Flask) -> None:
    begun(visitor(site))
    pass_time(site, minutes=31)
    begun(visitor(site))
    with site.app_context(), record() as database:
        assert attempts.remove_expired(database) == 1
    assert number_kept(site) == 1


def test_of_six_the_oldest_gives_way(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    states = []
    for _ in range(attempts.MOST + 1):
        states.append(begun(client))
        pass_time(site, seconds=1)
    assert number_kept(site) == attempts.MOST
    page = come_back(client, state=states[0], code=identity.code_for(ANNA))
    assert (page.status, page.h1) == (400, FOREIGN)
    for state in states[1:-1]:
        assert come_back(client, state=state, code=identity.code_for(Refusal.DENIED)).status == 200
    assert is_signed_in(come_back(client, state=states[-1], code=identity.code_for(ANNA)))


def test_a_hundred_beginnings_keep_no_more_than_five(site: Flask) -> None:
    client = visitor(site)
    for _ in range(100):
        client.get(START)
    assert number_kept(site) == attempts.MOST


@pytest.mark.parametrize("first_back", [0, 1])
def test_of_two_tabs_either_may_come_back_first(site: Flask, identity: PlayedIdentity, first_back: int) -> None:
    client = visitor(site)
    places = (HERE, THERE)
    states = [begun(client, place) for place in places]
    arrived = come_back(client, state=states[first_back], code=identity.code_for(ANNA))
    assert (arrived.address, is_signed_in(arrived)) == (places[first_back], True)
    token = token_of(client)
    other = come_back(client, state=states[1 - first_back], code=identity.code_for(ANNA))
    assert is_signed_in(other)
    assert token_of(client) == token
    assert signed_in_sessions(site) == [number_of(site, ANNA)]


def test_refusing_in_one_tab_spoils_nothing_in_the_other(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    first, second = begun(client, HERE), begun(client, THERE)
    assert come_back(client, state=first, code=identity.code_for(Refusal.DENIED)).status == 200
    arrived = come_back(client, state=second, code=identity.code_for(ANNA))
    assert (arrived.address, is_signed_in(arrived)) == (THERE, True)


def test_two_clicks_on_the_link_begin_two_and_both_work(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    link = client.page("/help").follow("Войти").link("Войти через Госуслуги")
    states = {begun(client, "", link.address), begun(client, "", link.address)}
    assert len(states) == 2
    for state in states:
        assert is_signed_in(come_back(client, state=state, code=identity.code_for(ANNA)))


def test_beginning_again_after_sign_in_leaves_the_person_in(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    come_back(client, state=begun(client), code=identity.code_for(ANNA))
    token = token_of(client)
    begun(client)
    assert token_of(client) == token
    assert is_signed_in(client.page("/help"))


def test_somebody_else_begun_before_replaces_nobody(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    first, second = begun(client), begun(client)
    come_back(client, state=first, code=identity.code_for(ANNA))
    come_back(client, state=second, code=identity.code_for(BORIS))
    assert "Крылова" in client.page("/sign-out").main
    assert signed_in_sessions(site) == [number_of(site, ANNA)]


class TwoAtOnce(PlayedIdentity):
    """A sign-on that answers only when two ask at the same moment, or one has asked in vain for a while."""

    def __init__(self, patience: float) -> None:
        super().__init__()
        self._meeting = threading.Barrier(2, timeout=patience)

    def finish(self, attempt: Attempt, code: str) -> Identified:
        with contextlib.suppress(threading.BrokenBarrierError):
            self._meeting.wait()
        return super().finish(attempt, code)


@pytest.fixture
def meeting(site: Flask) -> TwoAtOnce:
    identity = TwoAtOnce(0.5)
    site.extensions["identity"] = identity
    return identity


def test_the_same_return_twice_at_once_makes_one_session(site: Flask, meeting: TwoAtOnce) -> None:
    client = visitor(site)
    told = {"state": begun(client), "code": meeting.code_for(ANNA)}
    twins = [client, with_cookie(site, token_of(client))]
    with ThreadPoolExecutor(2) as hands:
        pages = list(hands.map(lambda twin: come_back(twin, **told), twins))
    assert sorted(page.status for page in pages) == [200, 400]
    assert signed_in_sessions(site) == [number_of(site, ANNA)]
    assert [is_signed_in(twin.page(HERE)) for twin in twins].count(True) == 1


def test_an_attempt_is_exchanged_once_even_when_two_ask_at_once(site: Flask, meeting: TwoAtOnce) -> None:
    client = visitor(site)
    state = begun(client)
    twins = [client, with_cookie(site, token_of(client))]
    codes = [meeting.code_for(ANNA), meeting.code_for(BORIS)]
    with ThreadPoolExecutor(2) as hands:
        list(hands.map(lambda twin, code: come_back(twin, state=state, code=code), twins, codes))
    assert len(meeting.exchanged) == 1
    assert len(signed_in_sessions(site)) == 1


def test_two_tabs_that_come_back_at_once_both_go_on(site: Flask, meeting: TwoAtOnce) -> None:
    client = visitor(site)
    states = [begun(client, HERE), begun(client, THERE)]
    twins = [client, with_cookie(site, token_of(client))]
    codes = [meeting.code_for(ANNA), meeting.code_for(ANNA)]
    with ThreadPoolExecutor(2) as hands:
        pages = list(hands.map(lambda twin, state, code: come_back(twin, state=state, code=code), twins, states, codes))
    assert [is_signed_in(page) for page in pages] == [True, True]
    assert set(signed_in_sessions(site)) == {number_of(site, ANNA)}


@pytest.mark.parametrize("is_first", [False, True], ids=["again", "for the first time"])
def test_beginnings_at_once_are_all_remembered(site: Flask, identity: PlayedIdentity, is_first: bool) -> None:
    client = visitor(site)
    client.send("/favourites/6-02-02.0001", {})  # the session is there already
    if not is_first:
        begun(client)
    twins = [with_cookie(site, token_of(client)) for _ in range(4)]
    with ThreadPoolExecutor(4) as hands:
        states = list(hands.map(begun, twins))
    for state in states:
        page = come_back(client, state=state, code=identity.code_for(Refusal.DENIED))
        assert page.h1 != FOREIGN


def test_both_databases_give_an_attempt_out_once(each_database: Databases, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app:
        identity = app.extensions["identity"] = TwoAtOnce(0.5)
        client = visitor(app)
        states = [begun(client) for _ in range(attempts.MOST + 1)]
        assert number_kept(app) == attempts.MOST
        twins = [client, *(with_cookie(app, token_of(client)) for _ in range(3))]
        codes = [identity.code_for(ANNA) for _ in twins]
        with ThreadPoolExecutor(len(twins)) as hands:
            list(hands.map(lambda twin, code: come_back(twin, state=states[-1], code=code), twins, codes))
        assert len(identity.exchanged) == 1
        assert signed_in_sessions(app) == [number_of(app, ANNA)]
