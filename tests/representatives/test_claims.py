"""A representative claims the right to act: every kind, question by question, until somebody confirms it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from tests.representatives.claiming import (
    CHECK,
    GIVEN,
    GO_ON,
    HELD,
    OF_KINDS,
    SEND,
    START,
    answer,
    child_of,
    claim,
    enter,
    filled_in,
    rows,
    whom,
)
from tests.support.registers import TODAY, Stage
from tests.support.representing import change
from webapp.core.database import db, record
from webapp.core.entrusted import Function
from webapp.representatives import keeping
from webapp.representatives.claims import Claimed

AGENT = "Представитель по доверенности"
LONG_AGO = datetime(2025, 3, 3, tzinfo=UTC)
TERMS: dict[str, tuple[date | None, date | None]] = {
    "Родитель": (None, date(2020, 3, 3)),
    "Усыновитель": (None, date(2020, 3, 3)),
    "Опекун": (None, date(2020, 3, 3)),
    "Попечитель": (date(2030, 3, 3), date(2020, 3, 3)),
    "Организация-опекун": (None, date(2020, 3, 3)),
    AGENT: (date(2027, 2, 1), date(2026, 2, 1)),
    "Адвокат": (date(2027, 2, 1), date(2026, 2, 1)),
}
"""Kind → last day, day of the document."""


@pytest.mark.parametrize("kind", OF_KINDS)
def test_every_kind_has_its_document(stage: Stage, kind: str) -> None:
    person = child_of(stage)
    client = enter(stage)
    check = filled_in(client, person, kind)
    assert "Белов Тимофей" in check.main and str(person.snils) in check.main
    sent = check.submit(button=SEND)
    assert sent.h1 == "Заявка отправлена: Белов Тимофей"
    assert "До этого вы ничего не увидите и не сможете действовать." in sent.main
    held = client.page(HELD)
    assert held.h1 == "Пока вы действуете только за себя"
    assert "Право ещё не подтверждено." in held.main and "Продолжить: " not in held.main
    (row,) = rows(stage.app, person)
    kept = Claimed.from_json(row.claimed)
    assert (row.state, row.person_id, (row.ends_on, row.appointed_on)) == ("claimed", None, TERMS[kind])
    assert (kept.full_name, kept.birth_date, kept.snils) == ("Белов Тимофей", person.birth_date, person.snils)
    assert kept.paper is not None and kept.paper.issued == row.appointed_on


def test_what_the_document_says_is_kept(stage: Stage) -> None:
    parent, agent, ward = child_of(stage), stage.somebody(), child_of(stage)
    claim(enter(stage), parent, "Родитель")
    claim(enter(stage), agent, AGENT)
    claim(enter(stage), ward, "Организация-опекун")
    papers = {person.oid: _paper(stage, person) for person in (parent, agent, ward)}
    assert [papers[parent.oid][name] for name in ("kind", "series", "number")] == [
        "birth_certificate",
        "II-АН",
        "123456",
    ]
    assert [papers[agent.oid][name] for name in ("kind", "number", "issued_by")] == [
        "notarial_power",
        "77/1-н/77-2026-1-15",
        "Лосева",
    ]
    wanted = ("organisation", "ogrn", "second_number", "second_issued")
    assert [papers[ward.oid][name] for name in wanted] == ["Дом у реки", "1027700132195", "4", "2020-03-03"]
    (row,) = rows(stage.app, agent)
    assert (row.claimed["covers_consent"], row.functions) == (True, [Function.FAVOURITES, Function.VIEW])


def _paper(stage: Stage, person: Any) -> dict[str, Any]:
    (row,) = rows(stage.app, person)
    return dict(row.claimed["paper"])


def test_the_person_confirms_and_the_representative_may_act(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    claim(client, person)
    own = enter(stage, person)
    assert own.page(GIVEN).h1 == "Ждёт вашего ответа: 1 заявка"
    own.page(GIVEN).follow(client_name := "Крылова").follow("Подтвердить: ").submit(button="Разрешить")
    assert client.page(HELD).h1 == "Вы можете действовать за 1 человека"
    assert client_name in own.page(GIVEN).main


def test_a_claim_tells_nothing_of_whom_the_site_knows(stage: Stage) -> None:
    known, unknown = stage.somebody(), stage.somebody()
    enter(stage, known)
    pages = []
    for person in (known, unknown):
        client = enter(stage)
        sent = claim(client, person)
        told = [sent, client.page(HELD), sent.follow("Посмотреть заявку")]
        pages.append([(page.status, page.title, page.main.replace(str(person.snils), "")) for page in told])
    assert pages[0] == pages[1]


def test_ones_own_number_is_a_clear_error(stage: Stage) -> None:
    me = stage.somebody()
    client = enter(stage, me)
    page = answer(client.page(START), {AGENT: ""}, *whom(me)[:2])
    refused = page.submit(whom(me)[2], GO_ON)
    assert refused.status == 422
    assert "Ошибка: это ваш СНИЛС, введите СНИЛС другого человека" in refused.main
    assert refused.value("Какой СНИЛС у этого человека?") == me.snils


def test_what_is_said_may_be_changed_at_the_check(stage: Stage) -> None:
    person, client = child_of(stage), enter(stage)
    check = filled_in(client, person, "Родитель")
    question = check.follow("Изменить ответ: За кого")
    assert (question.value("Фамилия"), question.value("Имя")) == ("Белов", "Тимофей")
    changed = question.submit({"Фамилия": "белова тире краснова"}, GO_ON)
    assert changed.h1 == CHECK
    assert "Белова-Краснова Тимофей" in changed.main


def test_another_kind_asks_for_its_own_document_and_keeps_whom_it_is_about(stage: Stage) -> None:
    person, client = child_of(stage), enter(stage)
    check = filled_in(client, person, "Родитель")
    asked = check.follow("Изменить ответ: Кем вы приходитесь").submit({"Опекун": ""}, GO_ON)
    assert asked.h1 == "Каким актом вас назначили?"
    assert asked.value("Орган опеки") == ""
    check = answer(asked, *OF_KINDS["Опекун"])
    assert check.h1 == CHECK
    assert "ЗАГС" not in check.main and "Белов Тимофей" in check.main


def test_back_returns_what_was_typed(stage: Stage) -> None:
    person, client = child_of(stage), enter(stage)
    page = answer(client.page(START), {"Родитель": ""}, *whom(person)[:2])
    back = page.follow("Назад")
    assert (back.h1, back.value("День")) == ("Когда родился этот человек?", f"{person.birth_date:%d.%m.%Y}")
    assert back.follow("Назад").value("Имя") == "Тимофей"
    assert back.follow("Назад").follow("Назад").h1 == "Кем вы приходитесь человеку?"


@pytest.mark.parametrize("kind", ["Родитель", "Усыновитель"])
def test_a_parent_of_an_adult_is_told_why_not(stage: Stage, kind: str) -> None:
    page = answer(enter(stage).page(START), {kind: ""}, *whom(stage.somebody())[:2])
    assert page.h1 == "Ребёнку уже исполнилось 18 лет"
    mended = page.follow("Изменить дату рождения").submit({"День": "27 марта 2014 года"}, GO_ON)
    assert mended.h1 == "Какой СНИЛС у этого человека?"


def test_a_power_that_is_over_is_told_before_anything_is_sent(stage: Stage) -> None:
    client, person = enter(stage), stage.somebody()
    power = ({"Доверенность от нотариуса": ""}, OF_KINDS[AGENT][1], {"День": "1 февраля 2024 года"})
    term = answer(client.page(START), {AGENT: ""}, *whom(person), *power)
    assert term.h1.startswith("По какой день действует доверенность")  # a power may be for three years
    page = term.submit(button=GO_ON)
    assert page.h1 == "Срок документа уже закончился" and "1 февраля 2025 года" in page.main
    assert page.follow("Изменить день выдачи").h1 == "Когда выдана доверенность?"
    assert rows(stage.app, person) == []
    longer = page.follow("Изменить последний день").submit({"День": "1 февраля 2027 года"}, GO_ON)
    assert longer.h1 == "Можно ли по доверенности давать согласие на обработку данных?"


@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [
        ("Фамилия", "Белова1", "проверьте буквы: цифр в имени не бывает"),
        ("Номер в реестре", "кот", "проверьте номер: в нём есть цифры"),
    ],
)
def test_what_cannot_be_a_name_or_a_number_is_refused(stage: Stage, place: str, typed: str, said: str) -> None:
    client, person = enter(stage), stage.somebody()
    page = answer(client.page(START), {AGENT: ""})
    if place != "Фамилия":
        page = answer(page, *whom(person), {"Доверенность от нотариуса": ""})
    refused = page.submit({place: typed, ("Имя" if place == "Фамилия" else "Фамилия нотариуса"): "Анна"}, GO_ON)
    assert refused.status == 422 and said in refused.main


def test_a_claim_once_declined_does_not_reach_the_person_again_soon(stage: Stage) -> None:
    person, agent = stage.somebody(), stage.somebody()
    own, client = enter(stage, person), enter(stage, agent)
    claim(client, person)
    own.page(GIVEN).follow("Крылова").follow("Вернуть").submit(button="Отказать: я не поручаю этому человеку")
    again = claim(client, person)
    assert "Человек не подтвердил заявку." in again.main and "через 30 дней" in again.main
    assert [row.state for row in rows(stage.app, person)] == ["declined"]
    change(stage.app, again.address.split("/")[3].partition("?")[0], changed_at=LONG_AGO)
    claim(enter(stage, agent), person)
    assert sorted(row.state for row in rows(stage.app, person)) == ["claimed", "declined"]


def test_a_claim_that_nobody_decides_is_deleted(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    name = claim(client, person).address.split("/")[3]
    with stage.app.app_context(), record() as database:
        keeping.remove_over(database)
    assert [row.state for row in rows(stage.app, person)] == ["claimed"]
    change(stage.app, name, changed_at=LONG_AGO)
    with stage.app.app_context(), record() as database:
        assert keeping.remove_over(database) == 1
    assert rows(stage.app, person) == []


def test_consent_is_offered_only_where_the_power_covers_it(stage: Stage) -> None:
    client, person = enter(stage), stage.somebody()
    question = answer(client.page(START), {AGENT: ""}, *whom(person), *OF_KINDS[AGENT][:4])
    assert "Давать согласие" in answer(question, {"Да": ""}).main
    assert "Давать согласие" not in answer(question, {"Нет": ""}).main


def test_a_day_that_has_not_come_is_refused(stage: Stage) -> None:
    page = answer(enter(stage).page(START), {"Опекун": ""}, whom(child_of(stage))[0])
    tomorrow = f"{TODAY + timedelta(days=1):%d.%m.%Y}"
    refused = page.submit({"День": tomorrow}, GO_ON)
    assert refused.status == 422 and "эта дата ещё не наступила" in refused.main
    assert refused.value("День") == tomorrow
    assert refused.submit({"День": f"{TODAY:%d.%m.%Y}"}, GO_ON).status == 200


def test_a_date_in_which_something_is_wrong_is_mended_in_the_same_field(stage: Stage) -> None:
    client, person = enter(stage), stage.somebody()
    page = answer(client.page(START), {AGENT: ""}, *whom(person), *OF_KINDS[AGENT][:3])
    refused = page.submit({"День": "31 июня 2027"}, GO_ON)
    assert refused.status == 422 and refused.reopened().value("День") == "31 июня 2027"
    assert refused.submit({"День": ""}, GO_ON).status == 200


def test_the_same_claim_twice_is_one(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    check = filled_in(client, person)
    first, second = check.submit(button=SEND), check.submit(button=SEND)
    assert (first.h1, first.address) == (second.h1, second.address)
    assert check.reopened().h1 == first.h1
    assert claim(client, person).address == first.address
    assert len(rows(stage.app, person)) == 1


def test_no_column_tells_who_is_claimed(stage: Stage) -> None:
    person = child_of(stage)
    filled_in(enter(stage), person, "Родитель")
    claim(enter(stage), person, "Родитель")
    text = _everything(stage)
    assert "claim_draft" in text
    assert [word for word in ("Белов", "Тимофей", str(person.snils), "123456", "Приокск") if word in text] == []


def _everything(stage: Stage) -> str:
    with stage.app.app_context(), db.engine.connect() as connection:
        found = [
            f"{table} {list(connection.execute(sa.text(f'SELECT * FROM {table}')))}"
            for table in ("authority", "claim_draft", "invitation", "session", "kept_form")
        ]
    return "\n".join(found)
