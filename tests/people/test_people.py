"""Who has signed in, by what ЕСИА said last: one person for one number, however often and wherever they come from."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.signing_in import (
    ANNA,
    BORIS,
    number_of,
    pass_time,
    played,
    sign_in,
    signed_in_sessions,
)
from tests.support.sites import closing, make_site, settings_in
from webapp.core.actor import Actor
from webapp.core.database import db, record
from webapp.core.errors import NotFound
from webapp.gateways.identity.port import Identified
from webapp.people import actions, queries
from webapp.people.models import Person
from webapp.people.queries import Told


def note(app: Flask, person: Identified) -> int:
    with app.app_context(), record() as database:
        return actions.note(database, person)


def told(app: Flask, number: int | None) -> Told:
    with app.test_request_context("/"):
        return queries.told(Actor(number))


def people(app: Flask) -> list[Person]:
    with app.app_context():
        return list(db.session.scalars(sa.select(Person)))


def test_everything_that_pages_need_is_kept(site: Flask) -> None:
    assert asdict(told(site, note(site, ANNA))) == {
        "last_name": "Крылова",
        "first_name": "Анна",
        "middle_name": "Игоревна",
        "birth_date": "1979-03-15",
        "gender": "F",
        "snils": "000-000-601 99",
        "region": "Нижегородская область",
        "document": {},
        "contacts": [],
        "addresses": [],
        "children": [],
    }


def test_what_esia_does_not_say_is_empty(site: Flask) -> None:
    bare = replace(ANNA, middle_name="", birth_date=None, gender="", snils=None, region=None)
    kept = told(site, note(site, bare))
    assert (kept.birth_date, kept.gender, kept.snils, kept.region) == ("", "", "", "")
    assert kept.full_name == "Крылова Анна"


def test_what_esia_says_anew_is_taken_over(site: Flask) -> None:
    number = note(site, ANNA)
    first = people(site)[0].first_seen_at
    pass_time(site, days=400)
    married = replace(ANNA, last_name="Зимина", region=None, signed_in_at=ANNA.signed_in_at.replace(year=2028))
    assert note(site, married) == number
    (kept,) = people(site)
    assert (kept.first_seen_at, kept.signed_in_at) == (first, married.signed_in_at)
    assert told(site, number).full_name == "Зимина Анна Игоревна"
    assert told(site, number).region == ""


def test_people_are_told_apart_by_their_number_alone(site: Flask) -> None:
    namesake = replace(ANNA, oid="1000600999")
    assert note(site, ANNA) != note(site, namesake)
    assert len(people(site)) == 2


@pytest.mark.parametrize("number", [None, 0, -1, 999_999])
def test_of_nobody_nothing_is_told(site: Flask, number: int | None) -> None:
    note(site, ANNA)
    with pytest.raises(NotFound):
        told(site, number)


def test_a_guest_is_nobody(site: Flask) -> None:
    note(site, ANNA)
    with site.test_request_context("/"), pytest.raises(NotFound):
        queries.told(Actor(guest="0" * 32))


def test_a_name_is_only_ever_words(site: Flask) -> None:
    odd = replace(
        ANNA, last_name="<script>alert('О’Нил')</script>", first_name='"&amp;{{ 7*7 }}%(name)s', middle_name="{% x %}"
    )
    asked = {"ignored": odd.first_name + odd.middle_name}
    page = sign_in(site, odd, place=f"/help?{urlencode(asked)}").page("/sign-out", query_string=asked)
    assert page.status == 200
    assert f"{odd.last_name} {odd.first_name} {odd.middle_name}" in page.main


def test_a_person_who_is_gone_is_asked_to_sign_in_or_told_that_nothing_is_there(site: Flask) -> None:
    client = sign_in(site)
    with site.app_context(), record() as database:
        database.execute(sa.delete(Person))
    for address in ("/sign-out", "/my", "/favourites", "/help"):
        assert client.get(address).status_code in {200, 303, 404}


@pytest.mark.parametrize("at_once", [2, 8])
def test_devices_that_come_at_once_for_the_first_time_make_one_person(
    each_database: Databases, tmp_path: Path, at_once: int
) -> None:
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app, ThreadPoolExecutor(at_once) as hands:
        played(app)
        clients = list(hands.map(lambda _: sign_in(app, ANNA), range(at_once)))
        assert len({cookie.value for client in clients if (cookie := client.get_cookie("orientir"))}) == at_once
        assert len(people(app)) == 1
        assert signed_in_sessions(app) == [number_of(app, ANNA)] * at_once


def test_two_people_at_once_do_not_mix(each_database: Databases, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app, ThreadPoolExecutor(6) as hands:
        played(app)
        wanted = [ANNA, BORIS] * 3
        clients = list(hands.map(lambda person: sign_in(app, person), wanted))
        for client, person in zip(clients, wanted, strict=True):
            assert f"Вы вошли как {person.last_name} {person.first_name}" in client.page("/sign-out").main


def test_a_number_is_never_given_to_somebody_else(each_database: Databases, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app:
        gone = note(app, ANNA)
        with app.app_context(), record() as database:
            database.execute(sa.delete(Person).where(Person.id == gone))
        assert note(app, BORIS) > gone
