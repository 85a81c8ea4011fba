"""A claim as a representative makes it in tests: its answers by the headings and labels that they hear."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.support.page import Page
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient
from webapp.core.database import db
from webapp.core.encryption import fingerprint
from webapp.gateways.identity.port import Identified
from webapp.representatives.models import Authority

START, HELD, GIVEN, CODE, TYPE_CODE = (
    "/my/claims",
    "/my/people",
    "/my/representatives",
    "/my/representatives/code",
    "/my/people/code",
)
GO_ON, SEND = "Продолжить", "Отправить заявку"
CHECK = "Проверьте заявку: ещё ничего не отправлено"
SERIES = "Серия и номер"
Answers = Mapping[str, str]
DAY = {"День": "3 марта 2020 года"}


def whom(person: Identified) -> list[Answers]:
    """Who is claimed: name, birthday, СНИЛС."""
    assert person.birth_date is not None and person.snils is not None
    names = {"Фамилия": person.last_name, "Имя": person.first_name, "Отчество": person.middle_name}
    return [names, {"День": person.birth_date.strftime("%d.%m.%Y")}, {"Какой СНИЛС у этого человека?": person.snils}]


POWER: Sequence[Answers] = (
    {"Номер в реестре": "77/1-н/77-2026-1-15", "Фамилия нотариуса": "Лосева"},
    {"День": "1 февраля 2026 года"},
    {},
    {"Да": ""},
    {"Смотреть программу": "", "Вести избранное": ""},
)
OF_KINDS: Mapping[str, Sequence[Answers]] = {
    "Родитель": (
        {"Свидетельство о рождении": ""},
        {SERIES: "II-АН 123456", "Кто выдал": "ЗАГС Приокского района"},
        DAY,
    ),
    "Усыновитель": ({"Решение суда": ""}, {"Номер дела": "2-15/2020", "Какой суд": "Приокский районный суд"}, DAY),
    "Опекун": ({"Номер акта": "15", "Орган опеки": "Опека Приокского района"}, DAY, {"Номер дела": "2-7"}, {}),
    "Попечитель": (
        {"Номер акта": "16", "Орган опеки": "Опека Приокского района"},
        DAY,
        {},
        {"День": "3 марта 2030 года"},
    ),
    "Организация-опекун": (
        {"Название организации": "Дом у реки", "Государственный номер": "1027700132195"},
        {"Номер акта": "3"} | DAY,
        {"Номер приказа": "4"} | DAY,
    ),
    "Представитель по доверенности": ({"Доверенность от нотариуса": ""}, *POWER),
    "Адвокат": (
        {"Номер ордера": "77", "Кто выдал ордер": "Адвокатский кабинет (демо)"},
        {"День": "1 февраля 2026 года"},
        {"Номер доверенности": "8", "День": "1 февраля 2026 года"},
        {},
        {"Подавать заявления о технических средствах": ""},
    ),
}
"""Kind → the answers about its document, page by page."""


def answer(page: Page, *pages: Answers) -> Page:
    """Answer one question after the other."""
    for answers in pages:
        page = page.submit(answers, GO_ON)
        assert page.status == 200, page.main
    return page


def filled_in(client: StrictClient, person: Identified, kind: str = "Представитель по доверенности") -> Page:
    """All questions of a claim answered; returns the check."""
    page = answer(client.page(START), {kind: ""}, *whom(person), *OF_KINDS[kind])
    assert page.h1 == CHECK, page.main
    return page


def claim(client: StrictClient, person: Identified, kind: str = "Представитель по доверенности") -> Page:
    """The whole journey; returns the page that says what happens next."""
    return filled_in(client, person, kind).submit(button=SEND)


def child_of(stage: Stage) -> Identified:
    """Somebody of twelve whom the site has never seen."""
    person = stage.somebody()
    assert person.birth_date is not None
    return replace(
        person, last_name="Белов", first_name="Тимофей", middle_name="", birth_date=person.birth_date.replace(year=2014)
    )


def enter(stage: Stage, person: Identified | None = None) -> StrictClient:
    """A visitor who has signed in, as somebody new by default."""
    return sign_in(stage.app, person or stage.somebody())


def rows(app: Flask, person: Identified) -> list[Any]:
    """All that is claimed on this person, as it is stored, opened."""
    assert person.snils is not None
    with app.app_context(), db.engine.connect() as connection:
        claimed = sa.select(Authority.__table__).where(Authority.person_key == fingerprint(person.snils))
        return list(connection.execute(claimed.order_by(Authority.id)))
