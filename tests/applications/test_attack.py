"""Whoever edits addresses and bodies gets nothing of another's, breaks nothing, and puts nothing into documents."""

import pytest
import sqlalchemy as sa

from tests.applications.filing import LIST, answered, begun, entitled
from tests.applications.test_any_order import token_of_form
from tests.support.registers import Stage
from tests.support.staged import guest, site, stage
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.applications import drafts
from webapp.applications.drafts import LARGEST
from webapp.applications.models import Application
from webapp.core.database import db

__all__ = ("guest", "site", "stage")
READ = ("", "/ask/request", "/ask/addressee", "/check", "/document", "/document/pdf", "/document/braille", "/forget")
NAMES = ("..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "0" * 24, "' OR 1=1 --", "begin%0d%0aSet-Cookie:x=1", "Ж" * 40)
MARKUP = """<script>alert(1)</script><img src="http://inside.example/x"> =cmd|' /C calc'!A0 \u202e\x0c"""
TEXT = "Кому заявление?"


def name_of(client: StrictClient) -> str:
    """A draft that is whole."""
    return str(answered(begun(client)).address.split("/")[4])


def kept(stage: Stage, name: str) -> dict[str, list[str]]:
    with stage.app.app_context():
        return dict(db.session.scalars(sa.select(Application.answers).where(Application.name == name)).one())


@pytest.mark.parametrize("step", READ)
def test_nobody_who_is_not_signed_in_reads_one(stage: Stage, guest: StrictClient, step: str) -> None:
    name = name_of(entitled(stage))
    assert guest.page(f"{LIST}/{name}{step}").h1 == "Вход через Госуслуги"


def test_another_neither_reads_nor_writes_by_any_address(stage: Stage) -> None:
    owner, other = entitled(stage), entitled(stage)
    name = name_of(owner)
    before = kept(stage, name)
    told = {
        "csrf_token": token_of_form(other),
        "request": "provide",
        "addressee_organisation": "Чужой",
        "seen": "0" * 16,
    }
    for step in READ:
        assert other.get(f"{LIST}/{name}{step}").status_code == 404
        answer = other.post(f"{LIST}/{name}{step}", data=told, headers=OUR_PAGE)
        assert answer.status_code in {303, 404, 405}
        assert "application" not in answer.headers.get("Location", "").replace("applications?forgotten=1", "")
    assert kept(stage, name) == before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("step", ["", "/document/pdf", "/ask/request"])
def test_a_name_that_is_none_is_not_found(stage: Stage, name: str, step: str) -> None:
    assert entitled(stage).get(f"{LIST}/{name}{step}").status_code in {400, 404, 405}


@pytest.mark.parametrize("form", ["", "exe", "pdf.exe", "..%2fpdf", "table", "PDF", "pdf%0d%0aX:1"])
def test_a_form_that_is_not_offered_is_not_found(stage: Stage, form: str) -> None:
    client = entitled(stage)
    assert client.get(f"{LIST}/{name_of(client)}/document/{form}").status_code == 404


@pytest.mark.parametrize(
    ("width", "status"), [("999999", 404), ("0", 404), ("-40", 404), ("41", 404), ("x", 200), ("1e9", 200), ("20", 200)]
)
def test_lines_of_braille_have_the_widths_that_are_offered(stage: Stage, width: str, status: int) -> None:
    client = entitled(stage)
    assert client.get(f"{LIST}/{name_of(client)}/document/braille?cells={width}").status_code == status


@pytest.mark.parametrize(
    "extra",
    [
        {"snils": "000-000-600 01", "own_email": "a@b.example", "person_id": "1", "author_id": "1", "answers": "{}"},
        {"addressee-day": "1", "addressee_organisation": "Чужой", "email": "a@b.example", "participant": "mse"},
    ],
)
def test_fields_of_other_questions_are_not_kept(stage: Stage, extra: dict[str, str]) -> None:
    client = entitled(stage)
    page = answered(begun(client), until=TEXT)
    before = kept(stage, page.address.split("/")[4])
    _, address, told = page.asks()
    answer = client.post(address, data=told | extra | {"addressee_mse": "Бюро"}, headers=OUR_PAGE)
    assert answer.status_code == 303
    after = kept(stage, page.address.split("/")[4])
    assert after == before | {"addressee_mse": ["Бюро"]}


@pytest.mark.parametrize("text", ["Б" * 301, "Б" * 90_000, "Б\x00Б", "Б\ufffd", "Б\r\nSet-Cookie: x=1" * 1000])
def test_what_cannot_be_an_answer_is_refused(stage: Stage, text: str) -> None:
    client = entitled(stage)
    page = answered(begun(client), until=TEXT)
    _, address, told = page.asks()
    answer = client.post(address, data=told | {"addressee_mse": text}, headers=OUR_PAGE)
    assert answer.status_code in {400, 413, 422}
    assert sum(len(value) for values in kept(stage, address.split("/")[4]).values() for value in values) < LARGEST


def test_half_a_character_is_refused(stage: Stage) -> None:
    client = entitled(stage)
    _, address, told = answered(begun(client), until=TEXT).asks()
    body = f"csrf_token={told['csrf_token']}&addressee_mse=%ED%A0%80"
    answer = client.post(address, data=body, headers=OUR_PAGE, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400


def test_more_fields_than_any_form_has_are_refused(stage: Stage) -> None:
    client = entitled(stage)
    _, address, told = answered(begun(client), until=TEXT).asks()
    fields = {f"field{number}": "x" for number in range(201)}
    assert client.post(address, data=told | fields | {"addressee_mse": "Бюро"}, headers=OUR_PAGE).status_code == 413
    assert "addressee_mse" not in kept(stage, address.split("/")[4])


@pytest.mark.parametrize(("step", "status"), [("begin", 303), ("ask", 413)])
def test_a_field_that_comes_again_and_again_fills_no_row(stage: Stage, step: str, status: int) -> None:
    client = entitled(stage)
    page = begun(client)
    name, token = page.address.split("/")[4], token_of_form(client)
    seen = drafts.mark({}, ["request"])
    many = {"csrf_token": token, "request": ["provide", *["x" * 500] * 150], "seen": seen}
    address = f"{LIST}/begin" if step == "begin" else f"{LIST}/{name}/ask/request"
    answer = client.post(address, data=many, headers=OUR_PAGE)
    assert answer.status_code == status
    made = answer.headers.get("Location", page.address).split("/")[4]
    assert sum(len(value) for values in kept(stage, made).values() for value in values) <= LARGEST


@pytest.mark.parametrize("request_", ["provide", "no such request"])
def test_an_answer_too_many_is_refused_aloud(stage: Stage, monkeypatch: pytest.MonkeyPatch, request_: str) -> None:
    monkeypatch.setattr(drafts, "LARGEST", len("request"))
    page = begun(client := entitled(stage))
    _, address, told = page.asks()
    answer = client.post(address, data=told | {"request": request_}, headers=OUR_PAGE)
    assert answer.status_code == 413 and "сократите текст" in answer.text
    assert kept(stage, address.split("/")[4]) == {}


@pytest.mark.parametrize("seen", ["", "0" * 16, "x" * 5000, "<b>"])
def test_a_mark_that_was_forged_overwrites_nothing(stage: Stage, seen: str) -> None:
    client = entitled(stage)
    page = begun(client)
    page.submit({"Предоставить": ""}, "Продолжить")
    told = {"csrf_token": token_of_form(client), "request": "stop", "seen": seen}
    assert client.post(page.address, data=told, headers=OUR_PAGE).status_code == 409
    assert kept(stage, page.address.split("/")[4])["request"] == ["provide"]


def test_what_is_typed_stays_text_in_every_form(stage: Stage) -> None:
    client = entitled(stage)
    page = answered(begun(client), until=TEXT).submit({TEXT: MARKUP}, "Продолжить")
    address = answered(page).follow("Всё верно").address
    shown = client.get(address).text
    assert "&lt;script&gt;alert(1)" in shown and "<script>alert" not in shown and "<img" not in shown
    assert "\u202e" not in shown
    script = client.get(f"{address}/script").text
    assert "alert(1)" in script and "\x0c" not in script and "\u202e" not in script
    brf = client.get(f"{address}/braille").data
    assert all(32 <= sign < 127 or sign in b"\r\n\f" for sign in brf)
    assert all(len(page.split(b"\r\n")) <= 26 for page in brf.split(b"\f"))
    pdf = client.get(f"{address}/pdf").data
    assert pdf.startswith(b"%PDF-") and b"/JavaScript" not in pdf and b"/Launch" not in pdf


def test_forgotten_twice_is_forgotten(stage: Stage) -> None:
    client = entitled(stage)
    page = client.page(f"{LIST}/{name_of(client)}/forget")
    assert [page.submit(button="Удалить ответы").status for _ in range(2)] == [200, 200]
    assert client.get(page.address).status_code == 404
