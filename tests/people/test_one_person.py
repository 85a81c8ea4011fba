"""Whom others acted for under a СНИЛС alone and who has an account is one person, and nothing of theirs is lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.registers import CANE, PlayedRegister, extract, line, programme
from tests.support.representing import act_for, claimed_of
from tests.support.signing_in import ANNA, BORIS, consent, number_of, played, sign_in
from tests.support.sites import closing, make_site, settings_in
from webapp.cli.set_up import fill_keys
from webapp.consents import actions as consents
from webapp.consents.rules import Purpose
from webapp.core.actor import Actor
from webapp.core.database import Base, db, record
from webapp.core.encryption import fingerprint
from webapp.gateways.programmes.port import LifeActivity, Limitation
from webapp.people import actions
from webapp.people.actions import Represented, note_represented
from webapp.people.models import FormerNumber, Person
from webapp.representatives import actions as authorities
from webapp.representatives.actions import Terms
from webapp.representatives.models import Authority
from webapp.representatives.rules import FUNCTIONS, Kind, Proof, State

PRODUCTS = ("/products/6-02-02.0001", "/products/6-02-02.0002")


@pytest.fixture
def site(each_database: Databases, tmp_path: Path) -> Iterator[Flask]:
    """A site of its own: the log of access cannot be emptied."""
    settings = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(settings)) as app:
        register = PlayedRegister()
        register.told = {
            str(ANNA.snils): extract(programme(line(), limitations=(Limitation(LifeActivity.ORIENTATION, 3),)))
        }
        app.extensions["programme_register"] = register
        played(app)
        yield app


def as_before(app: Flask) -> int:
    """Anna signed in while the site did not make fingerprints yet; returns her number."""
    sign_in(app, ANNA, consents=False)
    with app.app_context(), record() as database:
        database.execute(sa.update(Person).values(snils_key=None))
    return number_of(app, ANNA)


def guarded(app: Flask, kind: Kind = Kind.GUARDIAN, proof: Proof = Proof.DOCUMENT) -> str:
    """Boris's document about Anna is checked: she is noted by her СНИЛС; returns the name of the authority."""
    sign_in(app, BORIS)
    with app.app_context(), record() as database:
        return authority(database, kind, proof)


def authority(database: Any, kind: Kind, proof: Proof) -> str:
    claimed = claimed_of(ANNA)
    who = Represented(claimed.last_name, claimed.first_name, claimed.middle_name, claimed.birth_date, claimed.snils)
    person_id = note_represented(database, who)
    boris = database.scalars(sa.select(Person.id).where(Person.oid == BORIS.oid)).one()
    authorities.settle(database, boris, person_id, kind, proof, claimed, Terms(FUNCTIONS[kind]))
    database.flush()
    found = sa.select(Authority.name).where(Authority.person_id == person_id, Authority.kind == kind)
    return str(database.scalars(found).one())


def numbers(app: Flask) -> list[int]:
    """Of the people who are Anna by her СНИЛС."""
    with app.app_context():
        return [row.id for row in db.session.scalars(sa.select(Person)) if row.told["snils"] == ANNA.snils]


def columns() -> set[str]:
    """Columns in which numbers of people stand."""
    names = {"person_id", "user_id", "representative_id", "given_by", "withdrawn_by"}
    every = (column for table in Base.metadata.sorted_tables for column in table.columns)
    return {str(c) for c in every if c.name in names or any(k.column.table.name == "person" for k in c.foreign_keys)}


def where(app: Flask, number: int) -> set[str]:
    """Those of them in which this number stands."""
    with app.app_context(), db.engine.connect() as connection:
        asked = {name: f"SELECT 1 FROM {name.split('.')[0]} WHERE {name} = {number}" for name in columns()}
        return {name for name, words in asked.items() if connection.execute(sa.text(words)).first() is not None}


def lived(app: Flask) -> tuple[int, str]:
    """Boris acts for an Anna whom the site does not know to be Anna; returns her second number and the authority."""
    own = as_before(app)
    name = guarded(app)
    (ghost,) = set(numbers(app)) - {own}
    boris = sign_in(app, BORIS)
    act_for(boris, name)
    page = boris.page("/my/consents/programme")
    page.submit(button=page.button("Даю согласие"))
    assert CANE in boris.page("/my").main
    for address in PRODUCTS:
        product = boris.page(address)
        product.submit(button=product.button("Добавить в избранное"))
    boris.page("/my/accompaniment/applications").submit(button="Начать новое заявление")
    return ghost, name


def test_people_of_before_get_their_fingerprints_once(site: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "KEYS_AT_ONCE", 2)
    for number in range(5):
        sign_in(site, replace(ANNA, oid=f"100060020{number}", snils=f"000-000-62{number} 00"), consents=False)
    as_before(site)
    with site.app_context():
        with record() as database:
            note_represented(database, Represented("Крылов", "Тимофей", "", None, "", oid="1000600150"))
        assert [fill_keys(), fill_keys()] == [6, 0]
        rows = db.session.scalars(sa.select(Person)).all()
        assert {row.snils_key for row in rows} == {
            fingerprint(row.told["snils"]) if row.told["snils"] else None for row in rows
        }


def test_a_document_about_somebody_of_before_makes_no_second_person(site: Flask) -> None:
    own = as_before(site)
    with site.app_context(), record() as database:
        actions.fill_keys(database, 0)
    guarded(site)
    assert numbers(site) == [own]
    assert "Зимин Борис" in sign_in(site, ANNA).page("/my/representatives").main


def test_whoever_never_signed_in_is_in_these_columns(site: Flask) -> None:
    """A new feature that keeps something of a person must say in `features.WHEN_PEOPLE_ARE_ONE` how it follows them."""
    ghost, _ = lived(site)
    tables = {"authority", "consent", "register_copy", "favourite", "access_log", "application"}
    assert where(site, ghost) == {f"{table}.person_id" for table in tables}
    users = {"session.user_id", "kept_form.user_id", "reading_profile.person_id", "access_log.user_id"}
    moved = {f"{table}.person_id" for table in tables | {"invitation", "former_number", "accompaniment_copy"}}
    moved |= {"authority.representative_id", "claim_draft.representative_id", "application.author_id"}
    assert columns() == users | moved | {"consent.given_by", "consent.withdrawn_by"}


def test_two_rows_become_one_at_the_next_sign_in(site: Flask) -> None:
    ghost, name = lived(site)
    own = number_of(site, ANNA)
    anna = sign_in(site, ANNA, consents=False)
    assert numbers(site) == [own]
    assert where(site, ghost) == {"access_log.person_id"}
    assert "Зимин Борис" in anna.page("/my/representatives").main
    assert CANE in anna.page("/my").main
    assert anna.page("/favourites").h1 == "Избранное: 2 изделия"
    log = anna.page("/my/log").main
    assert "Зимин Борис" in log and "изделие добавлено в избранное" in log
    followed = {"authority.person_id", "consent.person_id", "register_copy.person_id", "application.person_id"}
    assert where(site, own) >= followed
    with site.app_context():
        former = db.session.execute(sa.select(FormerNumber.number, FormerNumber.person_id)).all()
        assert [tuple(row) for row in former] == [(ghost, own)]
    boris = sign_in(site, BORIS, consents=False)
    assert act_for(boris, name).title.startswith("За Крылову А. И.")
    assert CANE in boris.page("/my").main


def test_what_both_have_is_there_once(site: Flask) -> None:
    ghost, _ = lived(site)
    anna = sign_in(site, replace(ANNA, last_name="Девичья"), consents=False)  # not yet known to be one
    assert len(numbers(site)) == 2
    consent(anna)
    assert CANE in anna.page("/my").main
    product = anna.page(PRODUCTS[0])
    product.submit(button=product.button("Добавить в избранное"))
    again = sign_in(site, ANNA, consents=False)
    assert where(site, ghost) == {"access_log.person_id"}
    assert again.page("/favourites").h1 == "Избранное: 2 изделия"
    page = again.page("/my/consents").main
    assert page.count("Дано: программа реабилитации") == 1
    assert page.count("Отозвано") >= 1
    assert CANE in again.page("/my").main


def test_what_the_person_withdrew_stays_withdrawn(site: Flask) -> None:
    sign_in(site, ANNA)
    own = as_before(site)
    with site.test_request_context("/"), record() as database:
        consents.withdraw(database, Actor(own), Purpose.PROGRAMME)
    name = guarded(site)
    boris = sign_in(site, BORIS)
    act_for(boris, name)
    page = boris.page("/my/consents/programme")
    page.submit(button=page.button("Даю согласие"))
    assert CANE in boris.page("/my").main
    back = sign_in(site, ANNA, consents=False)
    assert "нужно ваше согласие" in back.page("/my").h1
    assert "register_copy.person_id" not in where(site, own)


@pytest.mark.parametrize("other", [{"last_name": "Зотова"}, {"birth_date": date(1980, 1, 1)}])
def test_another_surname_or_birthday_under_the_number_is_somebody_else(site: Flask, other: dict[str, Any]) -> None:
    """The СНИЛС was told wrongly: who signs in gets nothing of it, at the first sign-in as at any later one."""
    guarded(site)
    for _ in range(2):
        client = sign_in(site, replace(ANNA, **other), consents=False)
        assert "Зимин" not in client.page("/my/representatives").main
    assert len(numbers(site)) == 2


def test_a_hyphen_does_not_make_two_people(site: Flask) -> None:
    double = replace(ANNA, last_name="Римская Корсакова")
    with site.app_context(), record() as database:
        names = (double.first_name, double.middle_name, double.birth_date, str(double.snils))
        first = note_represented(database, Represented("Римская-Корсакова", *names))
        assert note_represented(database, Represented("РИМСКАЯ КОРСАКОВА", *names)) == first
    sign_in(site, double, consents=False)
    assert number_of(site, double) == first


def test_a_child_first_told_without_a_number_is_found_by_it_later(site: Flask) -> None:
    child = Represented("Крылов", "Тимофей", "Ильич", date(2019, 5, 4), "", oid="1000600150")
    with site.app_context(), record() as database:
        first = note_represented(database, child)
        assert note_represented(database, replace(child, snils="000-000-603 97")) == first
        assert note_represented(database, child) == first  # not told this time
        assert note_represented(database, replace(child, snils="000-000-603 97", oid="")) == first


def test_a_child_told_by_number_alone_and_by_account_alone_is_one(site: Flask) -> None:
    """Two tellings of one mother leave one right, which ends when ЕСИА tells the child no more."""
    sign_in(site, ANNA)
    mother = number_of(site, ANNA)
    known = Represented("Крылов", "Тимофей", "Ильич", date(2019, 5, 4), "000-000-603 97")
    account = replace(known, snils="", oid="1000600150")
    with site.app_context():
        for told in ([known, account], [replace(account, snils=known.snils)], []):
            with record() as database:
                authorities.tell_children(database, mother, told)
        states = db.session.scalars(sa.select(Authority.state).order_by(Authority.state)).all()
        assert states == [State.NOT_TOLD, State.REPLACED]
        assert len(set(db.session.scalars(sa.select(Authority.person_id)))) == 1


def test_nobody_acts_for_themselves(site: Flask) -> None:
    own = as_before(site)
    name = guarded(site)
    with site.app_context(), record() as database:
        database.execute(sa.update(Authority).values(representative_id=own))
    sign_in(site, ANNA, consents=False)
    with site.app_context():
        row = db.session.scalars(sa.select(Authority).where(Authority.name == name)).one()
        assert (row.person_id, row.state) == (own, State.REPLACED)


def test_devices_that_sign_in_at_once_join_once(site: Flask) -> None:
    ghost, _ = lived(site)
    with ThreadPoolExecutor(4) as hands:
        clients = list(hands.map(lambda _: sign_in(site, ANNA, consents=False), range(4)))
    assert numbers(site) == [number_of(site, ANNA)]
    assert where(site, ghost) == {"access_log.person_id"}
    assert [client.page("/favourites").h1 for client in clients] == ["Избранное: 2 изделия"] * 4
