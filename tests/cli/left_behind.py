"""Two people with everything that people leave here, and what a database file or its tables hold of them."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken
from flask import Flask

from tests.support.registers import PlayedRegister, extract, line, programme
from tests.support.representing import ALL, claimed_of, entrust
from tests.support.signing_in import ANNA, BORIS, number_of, played, sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.core import clock
from webapp.core.database import Base, db, record
from webapp.core.encryption import EncryptedJson, _fernet_key, fingerprint
from webapp.core.form_owner import MARK
from webapp.people.actions import Represented, note_represented
from webapp.representatives.models import Authority, Invitation
from webapp.representatives.rules import Kind, Proof, State

CHILD = Represented("Крылов", "Тимофей", "Ильич", date(2019, 5, 4), "000-000-603 97")
STRANGE = replace(ANNA, oid="1000600107", last_name="Кедрова", snils="000-000-607 93")
PIECE = 48
"""Characters of a token that are looked for in files: a page of the file may have cut it."""


@dataclass(frozen=True)
class Left:
    """Anna, who is in every table, with a child nobody else acts for; Boris, who acts for her and she for him."""

    app: Flask
    anna: StrictClient
    boris: StrictClient
    anna_id: int
    child_id: int
    held: str


def leave(app: Flask) -> Left:
    """Let Anna and Boris live on the site for a while."""
    register = PlayedRegister()
    register.told = {each.snils or "": extract(programme(line()), snils=each.snils) for each in (ANNA, BORIS)}
    played(app)
    app.extensions["programme_register"] = register
    anna, boris = sign_in(app, ANNA), sign_in(app, BORIS)
    for client in (anna, boris):
        client.page("/my")
        page = client.page("/products/6-02-02.0001")
        page.submit(button=page.button("Добавить в избранное"))
        settings = client.page("/settings")
        settings.submit({"Вдвое крупнее": ""}, settings.button("Сохранить настройки"))
    form = anna.page("/style-guide/personal").asks()[2]
    lost = {MARK: form[MARK], "words": ["Позвоните мне"]}
    app.test_client().post("/style-guide/personal", data=lost, headers=OUR_PAGE)
    held = entrust(app, BORIS, ANNA)
    entrust(app, ANNA, BORIS, Kind.HELPER)
    with app.app_context(), record() as database:
        child_id = note_represented(database, CHILD)
        common = {"state": State.CONFIRMED, "functions": sorted(ALL), "claimed_at": clock.now()}
        common |= {"changed_at": clock.now(), "claimed": claimed_of(ANNA).to_json(), "kind": Kind.PARENT}
        anna_id, boris_id = number_of(app, ANNA), number_of(app, BORIS)
        key = fingerprint(ANNA.snils or "")
        waiting = common | {"state": State.CLAIMED, "kind": Kind.AGENT, "person_key": key}
        database.add(
            Authority(name="of-child", representative_id=anna_id, person_id=child_id, proof=Proof.ESIA, **common)
        )
        database.add(Authority(name="waiting", representative_id=boris_id, **waiting))
        database.add(Invitation(code_hash="0" * 64, person_id=anna_id, functions=[], made_at=clock.now()))
    return Left(app, anna, boris, anna_id, child_id, held)


def tokens(app: Flask) -> list[str]:
    """Every encrypted value of the database as it stands in its column."""
    found: list[str] = []
    with app.app_context(), db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, EncryptedJson):
                    text = sa.type_coerce(column, sa.Text)
                    found += connection.scalars(sa.select(text).where(column.is_not(None)))
    return found


def opened_by(app: Flask, key: str) -> list[str]:
    """The encrypted values that this data key opens."""
    fernet = Fernet(_fernet_key(key))
    return [each for each in tokens(app) if _opens(fernet, each)]


def _opens(fernet: Fernet, token: str) -> bool:
    try:
        fernet.decrypt(token)
    except InvalidToken:
        return False
    return True


def pieces(token: str) -> list[str]:
    """What is left of a token when the file's pages have cut it."""
    return [token[place : place + PIECE] for place in range(20, len(token) - PIECE, PIECE)]


def held_in_files(folder: Path, texts: list[str]) -> list[str]:
    """Which of the texts stand in a file of the database: itself, its journal, its index."""
    files = [path for path in folder.rglob("*") if path.is_file() and ".sqlite3" in path.name]
    assert files
    bodies = [path.read_bytes() for path in files]
    return [each for each in texts if any(each.encode() in body for body in bodies)]


def rows_naming(app: Flask, texts: list[str]) -> list[str]:
    """Tables whose rows, as they stand in the columns, hold one of the texts."""
    found = []
    with app.app_context(), db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            columns = [sa.type_coerce(c, sa.Text) if isinstance(c.type, EncryptedJson) else c for c in table.columns]
            rows = " ".join(map(repr, connection.execute(sa.select(*columns))))
            found += [f"{table.name}: {each}" for each in texts if each in rows]
    return found
