"""«Сведения о вас» shows what ЕСИА told and nothing else; the first page after sign-in says who has come."""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from flask import Flask

from tests.support.signing_in import ANNA, BORIS, begun, come_back, sign_in
from tests.support.strict_client import visitor
from webapp.core.database import db
from webapp.gateways.identity.port import AddressKind, Child, Contact, ContactKind, Document, PostalAddress

DETAILS = "/my/details"
TOLD = replace(
    ANNA,
    document=Document("RF_PASSPORT", "0000", "482913", date(2015, 4, 2), "Отделом внутренних дел", "000-001", True),
    contacts=(
        Contact(ContactKind.MOBILE, "+7(000)0000006", True),
        Contact(ContactKind.EMAIL, "anna@orientir.example", False),
    ),
    addresses=(PostalAddress(AddressKind.REGISTRATION, "Нижний Новгород, улица Садовая, дом 1", "603000", "", ""),),
    children=(Child("1000600151", "Крылов", "Тимофей", "", date(2017, 1, 9), "000-000-651 51", None),),
)


def test_everything_that_was_told_is_there_part_by_part(site: Flask) -> None:
    page = sign_in(site, TOLD).page(DETAILS)
    parts = [
        "Вы",
        "Паспорт",
        "Адреса",
        "Телефон и почта",
        "Ребёнок: Крылов Тимофей",
        "Если сведения неверны",
        "Кто действует за кого, кто что смотрел",
    ]
    assert page.headings(2) == parts
    for said in ("Дата рождения: 15 марта 1979 года", "Код подразделения: 000-001", "не подтверждено", "603000"):
        assert said in page.main
    assert page.link("Исправить на Госуслугах").address.startswith("http://localhost:")


def test_what_was_not_told_is_left_out_but_for_children(site: Flask) -> None:
    assert sign_in(site, BORIS).page(DETAILS).headings(2) == [
        "Вы",
        "Дети",
        "Если сведения неверны",
        "Кто действует за кого, кто что смотрел",
    ]


def test_newer_data_are_read_at_the_next_sign_in(site: Flask) -> None:
    client = sign_in(site, TOLD)
    sign_in(site, replace(TOLD, contacts=(), children=()), client)
    assert client.page(DETAILS).headings(2) == [
        "Вы",
        "Паспорт",
        "Адреса",
        "Дети",
        "Если сведения неверны",
        "Кто действует за кого, кто что смотрел",
    ]


def test_nobody_sees_those_of_another(site: Flask) -> None:
    sign_in(site, TOLD)
    assert "Крылов" not in sign_in(site, BORIS).page(DETAILS).main
    assert visitor(site).get(DETAILS).headers["Location"].startswith("/sign-in?")


def test_nothing_of_it_is_readable_in_the_database(site: Flask) -> None:
    sign_in(site, TOLD)
    with site.app_context():
        rows = str(db.session.execute(sa.text("SELECT * FROM person")).all())
    for personal in ("482913", "Садовая", "anna@", "Тимофей", "0000006"):
        assert personal not in rows


def test_the_first_page_after_sign_in_says_who_has_come_and_no_later_one(site: Flask) -> None:
    client = visitor(site)
    state = begun(client, "/help")
    arrived = come_back(client, state=state, code=site.extensions["identity"].code_for(ANNA))
    assert "Вы вошли: Крылова Анна Игоревна" in arrived.main
    assert "Вы вошли:" not in client.page("/help").main
