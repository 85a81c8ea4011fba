"""A representative whose right shrinks or ends between two requests; drafts about another; what is left behind."""

from dataclasses import dataclass
from datetime import date

import pytest
import sqlalchemy as sa

from tests.applications.filing import ENTITLING, LIST, answered, begun, entitled
from tests.applications.test_any_order import token_of_form
from tests.support.page import Page
from tests.support.registers import Stage
from tests.support.representing import act_for, act_for_oneself, change, entrust
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.applications.models import Application
from webapp.core.database import db
from webapp.core.entrusted import Function
from webapp.representatives.rules import Kind, State

__all__ = ("site", "stage")
STEPS = ("", "/ask/request", "/check", "/document", "/document/pdf", "/document/braille", "/document/script", "/forget")
SHRUNK = {"functions": [Function.VIEW.value]}
ENDS = [SHRUNK, {"state": State.WITHDRAWN}, {"state": State.CONFIRMED, "ends_on": date(2026, 3, 1)}]
OTHER = "Центр чужого ответа"


@dataclass
class Ward:
    client: StrictClient
    theirs: StrictClient
    authority: str
    page: Page

    @property
    def name(self) -> str:
        return self.page.address.split("/")[4]


@pytest.fixture
def ward(stage: Stage) -> Ward:
    """An agent has begun an application for the person."""
    person, agent = stage.somebody(), stage.somebody()
    for each in (person, agent):
        stage.tell(each, ENTITLING)
    theirs, client = sign_in(stage.app, person), sign_in(stage.app, agent)
    authority = entrust(stage.app, agent, person, Kind.AGENT)
    act_for(client, authority)
    return Ward(client, theirs, authority, begun(client))


def kept(stage: Stage, name: str) -> str:
    with stage.app.app_context():
        return str(db.session.scalars(sa.select(Application.answers).where(Application.name == name)).one_or_none())


@pytest.mark.parametrize("over", ENDS, ids=["not entrusted any more", "withdrawn", "its term is over"])
def test_a_right_that_ended_between_two_requests_ends_the_application_too(
    stage: Stage, ward: Ward, over: dict[str, object]
) -> None:
    _, address, told = ward.page.asks()
    before = kept(stage, ward.name)
    change(stage.app, ward.authority, **over)
    for sent in (address, f"{LIST}/begin", f"{LIST}/{ward.name}/forget"):
        answer = ward.client.post(
            sent, data=told | {"request": "provide", "addressee_organisation": OTHER}, headers=OUR_PAGE
        )
        assert answer.status_code in {303, 403}
        assert LIST not in answer.headers.get("Location", "").split("?")[0]
    for step in STEPS:
        answer = ward.client.get(f"{LIST}/{ward.name}{step}")
        assert answer.status_code in {303, 403, 404}
    assert kept(stage, ward.name) == before


def test_a_wards_application_is_not_opened_for_oneself(stage: Stage, ward: Ward) -> None:
    before = kept(stage, ward.name)
    act_for_oneself(ward.client)
    assert ward.client.page(LIST).headings(2) == []
    told = {"csrf_token": token_of_form(ward.client), "request": "provide"}
    for step in STEPS:
        assert ward.client.get(f"{LIST}/{ward.name}{step}").status_code == 404
        assert ward.client.post(f"{LIST}/{ward.name}{step}", data=told, headers=OUR_PAGE).status_code in {303, 404, 405}
    assert kept(stage, ward.name) == before


def test_the_person_does_not_read_what_another_writes_for_them(stage: Stage, ward: Ward) -> None:
    assert ward.theirs.page(LIST).headings(2) == []
    for step in STEPS:
        assert ward.theirs.get(f"{LIST}/{ward.name}{step}").status_code == 404


def test_nothing_personal_is_logged_or_left_in_addresses_and_cookies(
    stage: Stage, capfd: pytest.CaptureFixture[str]
) -> None:
    client = entitled(stage)
    page = answered(begun(client), until="Кому заявление?").submit({"Кому": OTHER}, "Продолжить")
    page = answered(page)
    name = page.address.split("/")[4]
    client.post(
        f"{LIST}/{name}/ask/addressee", data={"csrf_token": "forged", "addressee_organisation": OTHER}, headers=OUR_PAGE
    )
    for step in STEPS:
        answer = client.get(f"{LIST}/{name}{step}")
        assert answer.headers["Cache-Control"] == "no-store", step
        assert answer.headers.get("Content-Disposition", "attachment").isascii()
    said = "".join(capfd.readouterr())
    cookie = str(client.get_cookie("orientir"))
    for secret in (OTHER, "Нижний Новгород", "000601", name, "603000"):
        assert secret not in said and secret not in cookie
    assert OTHER not in page.address and "accompaniment.question" in said


@pytest.mark.parametrize("form", ["pdf", "braille", "script"])
def test_a_file_is_named_the_same_for_everybody(stage: Stage, form: str) -> None:
    client = entitled(stage)
    name = answered(begun(client)).address.split("/")[4]
    named = client.get(f"{LIST}/{name}/document/{form}").headers["Content-Disposition"]
    assert named.startswith('attachment; filename="') and name not in named
    assert named == client.get(f"{LIST}/{name}/document/{form}?cells=30&filename=x%22").headers["Content-Disposition"]
