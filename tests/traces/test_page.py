"""«Кто смотрел ваши сведения»: plain sentences, the newest first, in pages; read by whom they concern; as files."""

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from tests.consents.test_given_and_withdrawn import WITHDRAW, WITHDRAWAL
from tests.support.registers import Stage, line, programme
from tests.support.representing import act_for, entrust
from tests.support.signing_in import number_of, sign_in
from tests.support.strict_client import StrictClient
from webapp.core.access_log import AccessEntry
from webapp.core.database import record
from webapp.people.models import Person
from webapp.representatives.models import Authority
from webapp.representatives.rules import OF_CHILDREN, Kind
from webapp.traces.files import guarded

LOG = "/my/log"
READERS = {Kind.PARENT, Kind.ADOPTIVE_PARENT, Kind.GUARDIAN, Kind.TRUSTEE, Kind.INSTITUTION}


class Read:
    """A person whose mother has looked."""

    def __init__(self, stage: Stage, kind: Kind = Kind.GUARDIAN, last_name: str = "Макарова") -> None:
        self.stage = stage
        self.person = replace(stage.somebody(), last_name="Белова", first_name="Тамара", middle_name="Артёмовна")
        self.other = replace(stage.somebody(), last_name=last_name, first_name="Ирина", middle_name="Олеговна")
        if kind in OF_CHILDREN:
            self.person = replace(self.person, birth_date=stage.clock.moment.date().replace(year=2019))
        stage.tell(self.person, programme(line()))
        self.theirs, self.client = sign_in(stage.app, self.person), sign_in(stage.app, self.other)
        self.name = entrust(stage.app, self.other, self.person, kind)
        act_for(self.client, self.name)

    def add(self, count: int, act: str = "ipra.programme") -> None:
        with self.stage.app.app_context(), record() as database:
            for number in range(count):
                entry = AccessEntry(
                    happened_at=self.stage.clock.moment - timedelta(days=1, seconds=number),
                    user_id=number_of(self.stage.app, self.other),
                    person_id=number_of(self.stage.app, self.person),
                    authority=self.name,
                    act=act,
                    why="authority",
                    outcome="done",
                )
                database.add(entry)


@pytest.fixture
def seen(stage: Stage) -> Read:
    return Read(stage)


def test_a_sentence_says_who_as_whom_when_and_what(seen: Read) -> None:
    page = seen.theirs.page(LOG)
    assert page.h1 == "Кто смотрел ваши сведения"
    assert "Макарова Ирина Олеговна, опекун, в 12:00: открыта страница «Что мне положено»." in page.main
    assert "Вы, в 12:00: дано согласие показывать программу." in page.main
    assert page.headings(2) == ["2 марта 2026 года", "Что сюда записано"]
    assert "Просмотр своих сведений самим человеком не записан." in page.main


def test_the_newest_is_first_and_days_are_headings(seen: Read) -> None:
    seen.theirs.page(WITHDRAWAL).submit(button=WITHDRAW)
    seen.stage.clock.pass_time(days=1, minutes=5)
    client = sign_in(seen.stage.app, seen.other)
    act_for(client, seen.name)
    page = sign_in(seen.stage.app, seen.person, consents=False).page(LOG)
    assert page.headings(2)[:2] == ["3 марта 2026 года", "2 марта 2026 года"]
    said = page.main
    assert said.index("в 12:05") < said.index("отозвано согласие") < said.index("дано согласие")


def test_long_logs_come_in_pages_of_twenty(seen: Read) -> None:
    seen.add(45)
    first = seen.theirs.page(LOG)
    assert first.main.count(", опекун, ") + first.main.count("Вы, в ") == 20
    third = seen.theirs.page(f"{LOG}?page=3")
    assert third.h1 == "Кто смотрел ваши сведения, страница 3 из 3"
    assert seen.theirs.get(f"{LOG}?page=9").status_code == 404


def test_a_refusal_is_said(seen: Read) -> None:
    seen.client.get("/my/items/0123456789abcdef")
    told = "открыто средство из программы. Итог: не получилось, ничего не изменилось."
    assert told in seen.theirs.page(LOG).main


def test_somebody_who_is_no_more_has_no_name(seen: Read) -> None:
    with seen.stage.app.app_context(), record() as database:
        database.execute(sa.delete(Person).where(Person.oid == seen.other.oid))
    assert "Человек, который удалил свои данные, представитель, в 12:00: " in seen.theirs.page(LOG).main


def test_a_decision_names_the_representative(seen: Read) -> None:
    helper = Read(seen.stage, Kind.HELPER)
    helper.theirs.page(f"/my/representatives/{helper.name}/withdraw").submit()
    said = "Вы, в 12:00: доступ представителя прекращён, это Макарова Ирина Олеговна."
    assert said in helper.theirs.page(LOG).main


def test_nothing_was_looked_at_by_anybody(stage: Stage) -> None:
    page = sign_in(stage.app, stage.somebody(), consents=False).page(LOG)
    assert "Записей нет: никто, кроме вас, сведения не смотрел." in page.main


@pytest.mark.parametrize(("kind", "may"), [(kind, kind in READERS) for kind in Kind])
def test_legal_representatives_read_it_and_nobody_else(stage: Stage, kind: Kind, may: bool) -> None:
    reader = Read(stage, kind)
    for address in (LOG, f"{LOG}/files", f"{LOG}/log.txt", f"{LOG}/log.csv"):
        answer = reader.client.get(address)
        assert answer.status_code == (200 if may else 403), address
    heading = "Кто смотрел сведения о человеке" if may else "Этот журнал читает сам человек"
    page = reader.client.page(LOG)
    assert page.h1 == heading
    assert ("дано согласие" in page.main) is may


def test_the_representative_named_is_oneself(seen: Read) -> None:
    assert "Вы, в 12:00: открыта страница «Что мне положено»." in seen.client.page(LOG).main


def test_a_log_is_nobody_elses(stage: Stage, seen: Read, guest: StrictClient) -> None:
    stranger = sign_in(stage.app, stage.somebody(), consents=False)
    assert "Макарова" not in stranger.page(LOG).main
    assert stranger.get(f"{LOG}/log.txt").data == b""
    assert guest.page(LOG).h1 == "Вход через Госуслуги"


def test_the_files_say_the_same(seen: Read) -> None:
    page = seen.theirs.page(f"{LOG}/files")
    assert "Журнал предложениями, текстовый файл" in [link.words for link in page.links]
    assert "В журнале 4 запис" in page.main
    text = seen.theirs.get(f"{LOG}/log.txt")
    assert text.headers["Content-Disposition"] == "attachment; filename=log.txt"
    assert text.mimetype == "text/plain"
    sentence = "2 марта 2026 года в 12:00 по Москве. Макарова Ирина Олеговна, опекун: открыта страница"
    assert sentence in text.text
    table = seen.theirs.get(f"{LOG}/log.csv")
    head, *rows = csv.reader(io.StringIO(table.text.removeprefix("\ufeff")))
    assert head == ["Когда", "Кто", "По какому праву", "Что", "Итог"]
    assert ["Макарова Ирина Олеговна", "опекун"] in [row[1:3] for row in rows]
    assert len(rows) == len(text.text.splitlines())


@pytest.mark.parametrize("name", ["=CMD()", "+7", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(stage: Stage, name: str) -> None:
    reader = Read(stage, last_name=name)
    text = reader.theirs.get(f"{LOG}/log.csv").text.removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert any(name.strip() in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_plain_cell_stays_as_it_is() -> None:
    assert guarded("Макарова") == "Макарова"
    assert guarded("=1") == "'=1"


def test_an_authority_that_is_gone_still_leaves_a_sentence(seen: Read) -> None:
    with seen.stage.app.app_context(), record() as database:
        database.execute(sa.delete(Authority).where(Authority.name == seen.name))
    assert "Макарова Ирина Олеговна, представитель, в 12:00: " in seen.theirs.page(LOG).main
