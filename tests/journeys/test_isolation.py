"""Nobody hears or changes anything of another person's: every endpoint, asked by everybody else with that person's ids.

Two sites stand side by side. On one of them the person has never been: whatever others ask, both must answer the same.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.journeys import walk
from tests.journeys.walk import Asked, Belongings, Walker
from tests.support.processes import free_port
from tests.support.sandbox import running_sandbox
from tests.support.signing_in import Traveller, consent, is_signed_in
from tests.support.sites import closing, copy_database, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.core.access import public
from webapp.core.database import Base, db, record
from webapp.core.entrusted import Function
from webapp.favourites import actions as favourite_actions
from webapp.favourites import queries as favourite_queries
from webapp.favourites.models import Favourite
from webapp.ipra.models import RegisterCopy
from webapp.people import actions as people
from webapp.people.actions import Represented
from webapp.people.models import Person
from webapp.representatives import actions
from webapp.representatives.actions import Terms
from webapp.representatives.claims import Claimed
from webapp.representatives.models import Authority
from webapp.representatives.rules import Kind, Proof

Rows = dict[str, list[Any]]
OID = "1000600001"
ONLY_THEIRS = frozenset({"Воронцова", "Анна", "Сергеевна", "000-000-601 01", "Нижегородская область"})
MAY_FAIL = frozenset({"auth.failed", "style_guide.error_page"})
"""Pages that tell of failures, under the status of the failure."""
KEPT = ("6-02-02.0001", "17-01-05.0001")
OTHERS_KEPT, GUESTS_KEPT = "8-07-01.0001", "6-02-02.0002"
Walkers = dict[str, Walker]


@contextmanager
def side_by_side(template: Path, folder: Path) -> Iterator[tuple[Flask, Flask, str]]:
    """Two sites with databases of their own, and the sandbox of both."""
    port = free_port()
    chosen = [settings_in(folder / name, sandbox_port=port) for name in ("with", "without")]
    for each in chosen:
        copy_database(template, each.data_dir)
    with ExitStack() as stack:
        address = stack.enter_context(running_sandbox(chosen[0]))
        first, second = (stack.enter_context(closing(make_site(each))) for each in chosen)
        yield first, second, address


def first_person(app: Flask, sandbox: str) -> Belongings:
    """The person of whom others must hear nothing: programme, favourites, two devices."""
    person = Traveller(visitor(app), sandbox)
    back = person.agree(person.leave("/my"), "blind-woman")
    person.arrive(back)
    consent(person.client)
    mine = person.client.page("/my")
    for number in KEPT:
        person.client.send(f"/favourites/{number}", {})
    assert is_signed_in(Traveller(visitor(app), sandbox).sign_in("blind-woman"))
    items = sorted({link.address.rpartition("/")[2] for link in mine.links if "/my/items/" in link.address})
    document = person.client.page(f"/my/items/{items[0]}").link("Открыть программу реабилитации").address
    with app.app_context():
        person_id = db.session.scalars(sa.select(Person.id).where(Person.oid == OID)).one()
        held, given = planted_authorities(person_id)
    draft = urlsplit(person.client.page("/my/claims").submit({"Опекун": ""}).address).path.split("/")[3]
    own = app.config["SETTINGS"].own_url
    assert len(items) > 3
    return Belongings(
        number=person_id,
        oid=OID,
        items=tuple(items),
        programmes=(document.rpartition("/")[2],),
        products=KEPT,
        back=back.removeprefix(own),
        csrf_token=walk.token_in_forms(person.client),
        held=(held,),
        given=(given,),
        drafts=(draft,),
    )


def planted_authorities(person_id: int) -> tuple[str, str]:
    """The person acts for somebody, and somebody for the person; the names of both rights."""
    db.session.rollback()
    child = Represented("Воронцов", "Лев", "", None, "000-000-698 98")
    friend = Represented("Зверев", "Юрий", "", None, "000-000-697 97")
    with record() as database:
        ids = [people.note_represented(database, each) for each in (child, friend)]
        for representative, represented, kind in ((person_id, ids[0], Kind.GUARDIAN), (ids[1], person_id, Kind.AGENT)):
            claimed = Claimed("Воронцов", "Лев", "", None, "000-000-698 98")
            terms = Terms(frozenset(Function))
            actions.settle(database, representative, represented, kind, Proof.DOCUMENT, claimed, terms)
        database.flush()
        theirs = sa.or_(Authority.representative_id == person_id, Authority.person_id == person_id)
        held, given = database.scalars(sa.select(Authority.name).where(theirs).order_by(Authority.id)).all()
    return held, given


def everybody_else(app: Flask, sandbox: str, theirs: Belongings) -> Walkers:
    """Another person with a programme and a favourite, a guest with a favourite, somebody who was never here."""
    other = Traveller(visitor(app), sandbox)
    assert other.sign_in("wheelchair", "/my").h1 == "Что мне положено"
    other.client.send(f"/favourites/{OTHERS_KEPT}", {})
    guest = visitor(app)
    guest.send(f"/favourites/{GUESTS_KEPT}", {})
    return {
        "another person": Walker(other.client, walk.token_in_forms(other.client)),
        "a guest": Walker(guest, walk.token_in_forms(guest)),
        "nobody": Walker(visitor(app), theirs.csrf_token),
    }


def rows_of(app: Flask, theirs: Belongings) -> Rows:
    """Table → the rows that are the person's."""
    owner = {"person": "id", "session": "user_id"}
    with app.app_context(), db.engine.connect() as connection:
        return {
            table.name: list(
                connection.execute(sa.select(table).where(table.c[owner.get(table.name, "person_id")] == theirs.number))
            )
            for table in Base.metadata.sorted_tables
            if table.name in owner or "person_id" in table.c
        }


def names_of(app: Flask, theirs: Belongings) -> set[str]:
    """Everything in words that is known of the person, as it was received."""
    with app.app_context():
        told = db.session.scalars(sa.select(Person.told).where(Person.id == theirs.number)).one()
        extract = db.session.scalars(
            sa.select(RegisterCopy.extract).where(RegisterCopy.person_id == theirs.number)
        ).one()
    return {word for word in _leaves([told, extract]) if len(word) > 5}


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _leaves(inner)


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of a walk: requests whose answers differ where the person has been, and the person's rows."""

    number: int
    differing: list[tuple[str, Asked]]
    broken: list[tuple[str, Asked]]
    rows_before: Rows
    rows_after: Rows


def walked(template: Path, folder: Path, features: frozenset[str] = frozenset()) -> Walked:
    """Ask for everything, or for what these features answer, as everybody else, on both sites."""
    with side_by_side(template, folder) as (with_them, without_them, sandbox):
        theirs = first_person(with_them, sandbox)
        before = rows_of(with_them, theirs)
        assert {"Воронцова", "Сергеевна", "000-000-601 01"} <= names_of(with_them, theirs)
        here, there = (everybody_else(app, sandbox, theirs) for app in (with_them, without_them))
        differing, broken, number = [], [], 0
        for asked in walk.requests(with_them, theirs):
            if features and asked.endpoint.partition(".")[0] not in features:
                continue
            for who, walker in here.items():
                told, number = walker.ask(asked, theirs), number + 1
                if told != there[who].ask(asked, theirs):
                    differing.append((who, asked))
                if told.status >= 500 and asked.endpoint not in MAY_FAIL:
                    broken.append((who, asked))
        return Walked(number, differing, broken, before, rows_of(with_them, theirs))


def test_what_is_one_persons_is_not_there_for_others(site: Flask, sandbox: str) -> None:
    theirs = first_person(site, sandbox)
    before, names = rows_of(site, theirs), names_of(site, theirs)
    others = everybody_else(site, sandbox, theirs)
    named = walk.naming(theirs)
    statuses = dict.fromkeys((*named["ipra.item"], *named["ipra.one_programme"]), 404)
    statuses |= dict.fromkeys(("/my", "/my/programme", "/sign-out", "/favourites"), 200)
    for address, status in statuses.items():
        for who, walker in others.items():
            told = walker.ask(Asked("", "GET", address), theirs)
            may_look = who == "another person" or address == "/favourites"
            assert told.status == (status if may_look else 303), (who, address)
            assert [name for name in names & ONLY_THEIRS if name in told.text] == [], (who, address)
    assert rows_of(site, theirs) == before


@pytest.mark.slow
def test_every_page_answers_others_as_if_the_person_had_never_been_here(template: Path, tmp_path: Path) -> None:
    found = walked(template, tmp_path)
    assert (found.differing, found.broken) == ([], [])
    assert found.rows_before == found.rows_after
    assert {table for table, rows in found.rows_before.items() if rows} >= {"person", "session", "favourite"}
    assert found.number > 500


@pytest.mark.slow
def test_a_leak_is_found(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everybodys = sa.or_(Favourite.person_id.is_not(None), Favourite.guest.is_not(None))
    for module in (favourite_queries, favourite_actions):
        monkeypatch.setattr(module, "owned_by", lambda _actor: everybodys)
    found = walked(template, tmp_path, frozenset({"favourites"}))
    assert {who for who, _ in found.differing} == {"another person", "a guest"}
    assert found.rows_before["favourite"] != found.rows_after["favourite"]


def test_no_way_of_writing_an_address_gets_round_sign_in(site: Flask) -> None:
    for address in (
        "/my/",
        "/MY",
        "/my%2f",
        "/./my",
        "/en/my",
        "/en/en/my",
        "/my?user_id=1",
        "/my;x",
        "/catalogue/../my",
    ):
        answer = visitor(site).get(address)
        assert answer.status_code in {301, 303, 308, 404}, address
        assert "программ" not in answer.text


def test_every_endpoint_is_asked(site: Flask, sandbox: str) -> None:
    theirs = first_person(site, sandbox)
    assert walk.unknown(site, theirs) == set()
    asked = {each.endpoint for each in walk.requests(site, theirs)}
    assert asked == {rule.endpoint for rule in site.url_map.iter_rules()}


def test_an_endpoint_that_the_walk_does_not_know_is_found(writing_site: Flask) -> None:
    @public()
    def planted() -> str:
        return ""

    writing_site.add_url_rule("/planted/<int:person>", "planted", planted)
    somebody = Belongings(1, OID, ("0" * 16,), ("0" * 16,), KEPT, "/sign-in/return", "")
    assert walk.unknown(writing_site, somebody) == {"planted"}
