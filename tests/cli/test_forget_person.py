"""`forget-person` leaves nothing that names the person: not in the tables, not in the bytes of the file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result
from flask import Flask

from tests.cli.left_behind import CHILD, Left, held_in_files, leave, pieces, rows_naming, tokens
from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.registers import CANE
from tests.support.representing import claimed_of
from tests.support.signing_in import ANNA, BORIS, is_signed_in, number_of, sign_in
from tests.support.sites import DATA_KEY, KEY, closing, make_site, settings_in
from webapp.cli.commands import commands
from webapp.consents.models import Consent
from webapp.core import clock
from webapp.core.access_log import AccessEntry
from webapp.core.database import Base, db, record
from webapp.core.encryption import fingerprint
from webapp.core.kept_forms import KeptForm
from webapp.people.actions import Represented, note_represented
from webapp.people.models import Person
from webapp.representatives import forgetting
from webapp.representatives.drafts import ClaimDraft
from webapp.representatives.models import Authority

NAMES = [ANNA.last_name, ANNA.first_name, ANNA.middle_name, ANNA.snils or "", ANNA.oid, CHILD.first_name, CHILD.snils]
MAY_NAME_NUMBERS = {"access_log", "consent"}
"""Where the numbers of people stay: without a person they name nobody."""


@pytest.fixture
def left(each_database: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Left]:
    """A site on which Anna has been; commands of the shell see its database."""
    address = each_database.loaded()
    chosen = {"database_url": address, "data_keys": DATA_KEY, "sandbox_port": free_port()}
    values = {"ENV": "test", "DATA_DIR": str(tmp_path), "SECRET_KEYS": KEY, "DATA_KEYS": DATA_KEY}
    for name, value in (values | {"DATABASE_URL": address}).items():
        monkeypatch.setenv(f"ORIENTIR_{name}", value)
    with closing(make_site(settings_in(tmp_path, **chosen))) as app:
        yield leave(app)


def forget(*arguments: str, said: str = f"{ANNA.oid}\n") -> Result:
    return CliRunner().invoke(commands, ["forget-person", *arguments], input=said)


def let_go(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


def rows_of(app: Flask, number: int) -> set[str]:
    """Tables in which a person's number stands, in any column that holds numbers of people."""
    found = set()
    names = {"person_id", "user_id", "representative_id", "given_by", "withdrawn_by"}
    with app.app_context(), db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            columns = [c for c in table.columns if c.name in names or (table.name == "person" and c.name == "id")]
            for column in columns:
                if connection.execute(sa.select(column).where(column == number)).first() is not None:
                    found.add(table.name)
    return found


def test_before_it_the_person_is_everywhere(left: Left) -> None:
    expected = {"person", "session", "register_copy", "favourite", "reading_profile", "kept_form", "authority"}
    assert rows_of(left.app, left.anna_id) >= expected | {"invitation", "consent", "access_log"}


def test_after_it_nothing_names_the_person(left: Left, tmp_path: Path) -> None:
    before = tokens(left.app)
    assert rows_naming(left.app, [ANNA.oid, fingerprint_of(left, ANNA.snils)])
    let_go(left.app)
    done = forget("--yes")
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "people removed: 2"), done.output
    assert rows_of(left.app, left.anna_id) == MAY_NAME_NUMBERS
    assert rows_of(left.app, left.child_id) <= MAY_NAME_NUMBERS
    assert rows_naming(left.app, NAMES) == []
    gone = sorted(set(before) - set(tokens(left.app)))
    assert len(gone) > 5
    if "sqlite" in str(left.app.config["SETTINGS"].database):
        let_go(left.app)
        fragments = [piece for token in gone for piece in pieces(token)]
        assert len(fragments) > 20
        assert held_in_files(tmp_path, NAMES + fragments) == []


def test_the_search_finds_what_was_only_deleted(left: Left, tmp_path: Path) -> None:
    """The check can fail: rows that are deleted plainly are still read in the file."""
    before = tokens(left.app)
    with left.app.app_context(), db.engine.begin() as connection:
        connection.execute(sa.delete(Person).where(Person.id == left.anna_id))
    gone = set(before) - set(tokens(left.app))
    assert gone
    if "sqlite" in str(left.app.config["SETTINGS"].database):
        assert held_in_files(tmp_path, [piece for token in gone for piece in pieces(token)])


def test_the_others_keep_everything(left: Left) -> None:
    forget("--yes")
    assert CANE in left.boris.page("/my").main
    assert left.boris.page("/favourites").h1 == "Избранное: 1 изделие"
    assert 'data-size="200"' in left.boris.get("/my").text
    with left.app.app_context():
        assert db.session.scalars(sa.select(Authority.name)).all() == []
    assert not is_signed_in(left.anna.page("/help"))


def test_what_the_law_keeps_has_no_name_but_can_be_proven(left: Left) -> None:
    forget("--yes")
    with left.app.app_context():
        row = db.session.scalars(sa.select(Consent).where(Consent.person_id == left.anna_id)).one()
        assert row.withdrawn_at is not None
        assert row.person_key == fingerprint(ANNA.snils or "")
        own = AccessEntry.person_id == left.anna_id, AccessEntry.act == "person.forgotten"
        assert db.session.scalars(sa.select(AccessEntry.why).where(*own)).all() == ["command"]


def test_who_comes_back_is_somebody_new(left: Left) -> None:
    forget("--yes")
    again = sign_in(left.app, ANNA, consents=False)
    assert again.page("/favourites").h1 == "Избранное: пока ничего нет"
    assert "нужно ваше согласие" in again.page("/my").h1
    assert "Записей нет" in again.page("/my/log").main


def test_it_asks_before(left: Left) -> None:
    kept = forget(said=f"{ANNA.oid}\nn\n")
    assert kept.exit_code != 0
    assert left.anna.page("/favourites").h1 == "Избранное: 1 изделие"
    assert forget(said=f"{ANNA.oid}\ny\n").exit_code == 0
    assert not is_signed_in(left.anna.page("/help"))


def test_nobody_has_the_number(left: Left) -> None:
    done = forget("--yes", said="1000999999\n")
    assert isinstance(done.exception, SystemExit) and done.exit_code == 2
    assert "no person has this number" in done.output
    assert BORIS.last_name in left.boris.page("/sign-out").main


def fingerprint_of(left: Left, text: str | None) -> str:
    with left.app.app_context():
        return fingerprint(text or "")


WARD = "000-000-609 99"


def named_by_boris(app: Flask, snils: str) -> list[str]:
    """Boris claims somebody by this number, writes a draft about them, and a form of his waits; returns the tokens."""
    before = set(tokens(app))
    boris = number_of(app, BORIS)
    claimed = replace(claimed_of(BORIS), last_name="Фомин", snils=snils).to_json()
    answers = {"as": ["guardian"], "snils": [snils.replace("-", " ")], "last_name": ["Фомин"]}
    with app.app_context(), record() as database:
        moment = clock.now()
        others = {"kind": "guardian", "functions": [], "claimed_at": moment, "changed_at": moment}
        key = fingerprint(snils)
        database.add(
            Authority(name=snils, representative_id=boris, person_key=key, state="claimed", claimed=claimed, **others)
        )
        database.add(ClaimDraft(name=snils, representative_id=boris, answers=answers, touched_at=moment))
        kept = {"page": "/my/claims", "authority": "", "fields": [["snils", snils]]}
        database.add(KeptForm(number_hash=snils, user_id=boris, kept=kept, kept_at=moment))
    return sorted(set(tokens(app)) - before)


def names_of(app: Flask) -> list[str]:
    """What of the above is there."""
    with app.app_context():
        columns = Authority.name, ClaimDraft.name, KeptForm.number_hash
        return sorted(each for column in columns for each in db.session.scalars(sa.select(column)) if " " in each)


def gone_from_files(left: Left, folder: Path, gone: list[str]) -> bool:
    let_go(left.app)
    fragments = [piece for token in gone for piece in pieces(token)]
    assert len(fragments) > len(gone)
    return "sqlite" not in str(left.app.config["SETTINGS"].database) or held_in_files(folder, fragments) == []


def test_a_ward_known_by_the_number_alone_goes_and_the_guardian_stays(left: Left, tmp_path: Path) -> None:
    before = tokens(left.app)
    written = named_by_boris(left.app, CHILD.snils)
    assert len(written) == 3
    done = forget("--snils", "--yes", said="000 000 603 97\n")
    assert done.output.splitlines()[-2:] == ["claims, drafts and kept forms of others removed: 3", "people removed: 1"]
    assert rows_of(left.app, left.child_id) <= MAY_NAME_NUMBERS
    assert names_of(left.app) == []
    gone = sorted(set(before) - set(tokens(left.app)))
    assert len(gone) == 2  # the child, and the mother's right to act for them
    assert gone_from_files(left, tmp_path, gone + written)
    assert CANE in left.anna.page("/my").main


def test_what_others_wrote_goes_though_the_site_never_knew_the_person(left: Left, tmp_path: Path) -> None:
    written = named_by_boris(left.app, WARD)
    named_by_boris(left.app, CHILD.snils)
    done = forget("--snils", "--yes", said=f"{WARD}\n")
    assert done.output.splitlines()[-2:] == ["claims, drafts and kept forms of others removed: 3", "people removed: 0"]
    assert names_of(left.app) == [CHILD.snils] * 3
    assert gone_from_files(left, tmp_path, written)
    assert forget("--snils", "--yes", said=f"{WARD}\n").exit_code == 2


def test_by_the_account_goes_too_what_others_wrote(left: Left, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.representatives.forgetting._PART", forgetting._PART.limit(1))
    for snils in (WARD, str(ANNA.snils), CHILD.snils):
        named_by_boris(left.app, snils)
    done = forget("--yes")
    assert done.output.splitlines()[-1] == "people removed: 2", done.output
    assert names_of(left.app) == [WARD] * 3


def test_who_is_known_by_the_number_without_the_account_goes_with_it(left: Left) -> None:
    with left.app.app_context(), record() as database:
        other = Represented("Девичья", ANNA.first_name, "", None, str(ANNA.snils))
        database.execute(sa.update(Person).where(Person.id == left.anna_id).values(snils_key=None))
        ghost = note_represented(database, other)
    assert forget("--yes").output.splitlines()[-1] == "people removed: 3"
    assert rows_of(left.app, ghost) <= MAY_NAME_NUMBERS


@pytest.mark.parametrize("said", [f"{WARD}\n", "000-000-603 98\n", f"{ANNA.oid}\n"])
def test_a_number_that_nobody_has_changes_nothing(left: Left, said: str) -> None:
    before = tokens(left.app)
    done = forget("--snils", "--yes", said=said)
    assert done.exit_code == 2 and said.strip() not in done.stderr
    assert tokens(left.app) == before
