"""A consent names whom the law wants named: documents and addresses, as much of them as is needed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.consents.test_given_and_withdrawn import AGREE, DOCUMENT, LIST, WITHDRAWAL
from tests.support.registers import Stage
from tests.support.representing import act_for, claimed_of, entrust
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient
from webapp.gateways.identity.port import AddressKind, Child, Document, Identified, PostalAddress
from webapp.representatives.claims import Paper
from webapp.representatives.documents import PaperKind
from webapp.representatives.rules import Kind, Proof

PASSPORT = Document("RF_PASSPORT", "0000", "482913", date(2015, 4, 2), "Отделом внутренних дел", "000-001", True)
CERTIFICATE = Document("RF_BRTH_CERT", "II-АН", "730517", date(2017, 2, 1), "ЗАГС", "", True)
HOME = PostalAddress(AddressKind.REGISTRATION, "Нижний Новгород, улица Садовая, дом 1", "603000", "", "")
LIVING = PostalAddress(AddressKind.LIVING, "Бор, улица Тихая, дом 4", "606440", "", "")
MASKED = "Документ: паспорт от 2 апреля 2015 года, номер оканчивается на 13."
PLACE = "Адрес регистрации: 603000, Нижний Новгород, улица Садовая, дом 1"
NOT_TOLD = ("Документ: Госуслуги не сообщили.", "Адрес регистрации: Госуслуги не сообщили")
POWER = Paper(PaperKind.NOTARIAL_POWER, number="52/77", issued=date(2025, 3, 1), issued_by="Петрова")


@pytest.fixture
def told(stage: Stage) -> Identified:
    return replace(stage.somebody(), document=PASSPORT, addresses=(LIVING, HOME))


def acting(
    stage: Stage, giver: Identified, person: Identified, kind: Kind, paper: Paper | None = None, **chosen: Any
) -> StrictClient:
    sign_in(stage.app, person, consents=False)
    client = sign_in(stage.app, giver)
    claimed = replace(claimed_of(person), covers_consent=True, paper=paper).to_json()
    act_for(client, entrust(stage.app, giver, person, kind, claimed=claimed, **chosen))
    return client


def test_ones_own_document_is_masked_and_the_address_is_said(stage: Stage, told: Identified) -> None:
    client = sign_in(stage.app, told, consents=False)
    for page in (client.page(DOCUMENT), client.page(DOCUMENT).submit(button=AGREE)):
        assert MASKED in page.main and PLACE in page.main
        for secret in ("482913", "0000", "000-001", "Отделом", "Тихая", told.snils or ""):
            assert secret not in page.main


def test_what_was_not_told_is_said(stage: Stage) -> None:
    page = sign_in(stage.app, stage.somebody(), consents=False).page(DOCUMENT)
    assert all(said in page.main for said in NOT_TOLD)


def test_lists_and_questions_do_not_say_it(stage: Stage, told: Identified) -> None:
    client = sign_in(stage.app, told)
    for address in (LIST, WITHDRAWAL):
        assert "Садовая" not in client.page(address).main and "оканчивается" not in client.page(address).main


def test_a_representative_is_named_with_the_document_of_the_right(stage: Stage, told: Identified) -> None:
    agent = replace(stage.somebody(), last_name="Макарова", document=replace(PASSPORT, number="111177"))
    said = acting(stage, agent, told, Kind.AGENT, POWER).page(DOCUMENT).main
    of_person, of_agent = said.split("Согласие даёте вы. Кто вы для человека: представитель по доверенности.")
    assert MASKED in of_person and PLACE in of_person
    assert "Ваше имя: Макарова Анна Игоревна." in of_agent
    assert "номер оканчивается на 77." in of_agent and NOT_TOLD[1] in of_agent
    assert "Документ о праве: доверенность от нотариуса, номер 52/77, 1 марта 2025 года, Петрова." in of_agent
    assert "Ваше право: подтвердил сам человек." in of_agent


def test_a_childs_certificate_is_that_which_came_with_the_parent(stage: Stage) -> None:
    child = replace(stage.somebody(), last_name="Белов", birth_date=date(2017, 1, 9))
    known = Child(child.oid, "Белов", "Лев", "", child.birth_date, child.snils, CERTIFICATE)
    other = replace(known, oid="1000699999", snils="000-000-699 99", birth_certificate=None)
    mother = replace(stage.somebody(), document=PASSPORT, addresses=(HOME,), children=(other, known))
    said = acting(stage, mother, child, Kind.PARENT, proof=Proof.ESIA).page(DOCUMENT).main
    assert "Документ: свидетельство о рождении от 1 февраля 2017 года, номер оканчивается на 17." in said
    assert "Ваше право: подтвердили Госуслуги." in said
    assert "730517" not in said


def test_who_cannot_decide_hears_neither_document_nor_address(stage: Stage, told: Identified) -> None:
    sign_in(stage.app, told, consents=False)
    agent = stage.somebody()
    client = sign_in(stage.app, agent)
    act_for(client, entrust(stage.app, agent, told, Kind.AGENT))
    said = client.page(DOCUMENT).main
    assert "Это решает только сам человек" in said
    assert "Садовая" not in said and "оканчивается" not in said and "Ваше имя" not in said


def test_the_text_names_those_who_may_act_by_law_too(stage: Stage, told: Identified) -> None:
    said = sign_in(stage.app, told, consents=False).page(DOCUMENT).main
    assert "тем, кто вправе действовать за него" in said and "поручил" not in said
