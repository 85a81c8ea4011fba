"""The staff's commands about claims: nobody is named in the list, a checked document opens, a returned one says why."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result
from flask import Flask

from tests.support.processes import free_port
from tests.support.representing import CHOOSE, change, claimed_of, entrust
from tests.support.signing_in import ANNA, BORIS, played, sign_in
from tests.support.sites import DATA_KEY, KEY, SiteMaker
from webapp.cli.commands import commands
from webapp.core.database import db
from webapp.core.encryption import fingerprint
from webapp.people.models import Person
from webapp.representatives.claims import Paper
from webapp.representatives.rules import Kind, State

WARD = replace(BORIS, oid="1000600199", snils="000-000-609 99", last_name="Фомин", first_name="Виктор")
ACT = Paper("guardianship_act", number="06-11/1", issued=date(2023, 11, 2), issued_by="Управление опеки (демо)")


@pytest.fixture
def site(site_of: SiteMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """A site, the commands in its environment, and a guardian who has signed in."""
    environment = {"ENV": "test", "DATA_DIR": str(tmp_path), "SECRET_KEYS": KEY, "DATA_KEYS": DATA_KEY}
    for name, value in (environment | {"SANDBOX_PORT": str(free_port())}).items():
        monkeypatch.setenv(f"ORIENTIR_{name}", value)
    app = site_of(data_keys=DATA_KEY)
    played(app)
    sign_in(app, ANNA)
    return app


def run(*words: str, said: str = "") -> Result:
    return CliRunner().invoke(commands, ["representatives", *words], input=said)


def confirm(name: str) -> Result:
    """As the staff do: look at the claim, then confirm what was seen."""
    return run("confirm", name, "--version", version_of(name))


def version_of(name: str) -> str:
    told = dict(line.split(": ", 1) for line in run("show", name).output.splitlines() if ": " in line)
    return told.get("version", "")


def claim(app: Flask, **chosen: object) -> str:
    """Anna says that she is the guardian of somebody who has never signed in."""
    with app.app_context():
        key = fingerprint(str(WARD.snils))
    claimed = replace(claimed_of(WARD), paper=ACT).to_json()
    usual: dict[str, Any] = {
        "state": State.CLAIMED,
        "person_id": None,
        "proof": None,
        "person_key": key,
        "claimed": claimed,
    }
    return entrust(app, ANNA, ANNA, Kind.GUARDIAN, **(usual | chosen))


def may_act(app: Flask) -> bool:
    return "Фомин Виктор" in sign_in(app, ANNA).page(CHOOSE).main


def test_the_list_names_nobody(site: Flask) -> None:
    name = claim(site)
    told = run("list", "--waiting").output
    assert name in told and "waits for a check of document" in told and "waiting: 1" in told
    assert not any(word in told for word in ("Фомин", "Крылова", "609 99"))


def test_whoever_checks_the_document_sees_it_whole(site: Flask) -> None:
    told = run("show", claim(site)).output
    for wanted in ("Фомин Виктор", "Крылова Анна Игоревна", "000-000-609 99", "number: 06-11/1", "issued: 2023-11-02"):
        assert wanted in told


def test_what_was_said_anew_is_not_confirmed_unseen(site: Flask) -> None:
    name = claim(site)
    seen = version_of(name)
    change(site, name, functions=["view"], changed_at=datetime(2026, 3, 3, tzinfo=UTC))
    refused = run("confirm", name, "--version", seen)
    assert (refused.exit_code, "look at it again" in refused.output, may_act(site)) == (2, True, False)
    assert version_of(name) != seen
    assert confirm(name).exit_code == 0 and may_act(site)


def test_a_returned_claim_waits_for_its_maker(site: Flask) -> None:
    name = claim(site, state=State.RETURNED)
    assert (confirm(name).exit_code, may_act(site)) == (2, False)


def test_a_checked_document_opens(site: Flask) -> None:
    name = claim(site)
    assert not may_act(site)
    assert confirm(name).output.splitlines()[-1] == f"{name}: confirmed"
    assert may_act(site)
    again = confirm(name)
    assert (again.exit_code, "not in a state" in again.output) == (2, True)


def test_the_ward_who_is_found_by_the_number_alone_is_the_same_when_they_sign_in(site: Flask) -> None:
    confirm(claim(site))
    with site.app_context():
        before = {row.id for row in _people()}
    page = sign_in(site, WARD).page("/my/representatives")
    with site.app_context():
        assert {row.id for row in _people()} == before
    assert "Крылова Анна Игоревна" in page.main


def test_a_returned_claim_says_what_to_correct(site: Flask) -> None:
    name = claim(site)
    assert run("return", name, "--text-file", "-", said="Дата акта не та\n").exit_code == 0
    page = sign_in(site, ANNA).page(f"/my/people/{name}")
    assert "Вернули, нужно исправить: Дата акта не та" in page.main
    assert run("return", name, "--text-file", "-", said="Ещё раз").exit_code == 2
    assert run("return", name, "--text-file", "-", said=" ").exit_code == 2


def test_a_replaced_guardian_acts_no_more(site: Flask) -> None:
    name = claim(site)
    confirm(name)
    assert run("replace", name).exit_code == 0
    assert not may_act(site)
    assert "Назначен другой представитель" in sign_in(site, ANNA).page(f"/my/people/{name}").main


def test_a_number_of_somebody_else_is_refused(site: Flask) -> None:
    sign_in(site, replace(WARD, last_name="Зотов"))
    refused = confirm(claim(site))
    assert (refused.exit_code, "another surname" in refused.output) == (2, True)
    assert not may_act(site)


@pytest.mark.parametrize("command", [("show",), ("confirm", "--version", "0"), ("replace",)], ids=" ".join)
def test_a_name_that_none_has(site: Flask, command: tuple[str, ...]) -> None:
    refused = run(*command, "0" * 24)
    assert (refused.exit_code, "there is no authority" in refused.output) == (2, True)


def _people() -> list[Person]:
    return list(db.session.scalars(sa.select(Person)))
