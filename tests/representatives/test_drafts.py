"""A claim that is not sent yet is not lost: not to time, another device, a wrong answer; and it is nobody else's."""

from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa

from tests.representatives.claiming import (
    CHECK,
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
from tests.support.registers import Stage, end_sessions
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE
from webapp.core.database import db, record
from webapp.core.entrusted import Function
from webapp.representatives import drafts
from webapp.representatives.actions import MOST_WAITING
from webapp.representatives.drafts import LARGEST, MOST, ClaimDraft

SNILS = "Какой СНИЛС у этого человека?"


def count(stage: Stage) -> int:
    with stage.app.app_context(), db.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(ClaimDraft)).scalar_one()


def test_a_draft_waits_on_every_device(stage: Stage) -> None:
    me, person = stage.somebody(), child_of(stage)
    answer(enter(stage, me).page(START), {"Родитель": ""}, *whom(person)[:2])
    end_sessions(stage.app)
    held = sign_in(stage.app, me).page(HELD)
    went_on = held.follow("Продолжить: Белов Тимофей")
    assert went_on.h1 == SNILS
    assert answer(went_on, whom(person)[2], *OF_KINDS["Родитель"]).h1 == CHECK


def test_a_refused_answer_waits_too(stage: Stage) -> None:
    me = stage.somebody()
    page = answer(enter(stage, me).page(START), {"Родитель": ""}, *whom(child_of(stage))[:2])
    assert page.submit({SNILS: "112-233-445 96"}, GO_ON).status == 422
    again = sign_in(stage.app, me).page(page.address)
    assert (again.value(SNILS), again.status, again.title.startswith("Ошибка")) == ("112-233-445 96", 200, False)


def test_what_was_typed_when_the_session_ended_comes_back(stage: Stage) -> None:
    me = stage.somebody()
    client = enter(stage, me)
    page = answer(client.page(START), {"Родитель": ""}, *whom(child_of(stage))[:2])
    end_sessions(stage.app)
    led = page.submit({SNILS: "112-233-445 95"}, GO_ON)
    back = urlsplit(sign_in(stage.app, me, client, place="").page(page.address).address).path
    assert led.h1 == "Написанное сохранено, войдите ещё раз"
    assert back == page.address


def test_drafts_and_claims_are_nobody_elses(stage: Stage) -> None:
    client, other = enter(stage), enter(stage)
    check = filled_in(client, stage.somebody())
    name = check.address.split("/")[3]
    sent = claim(enter(stage), stage.somebody())
    places = [f"{START}/{name}/{step}" for step in ("kind", "name", "check", "cannot", "forget")]
    places += [sent.address, sent.address.replace("/sent", "/give-up")]
    assert {other.page(place).status for place in places} == {404}
    token = other.page(START).asks()[2]
    posted = [other.post(f"{START}/{name}/{step}", data=token, headers=OUR_PAGE) for step in ("name", "check")]
    assert {each.status_code for each in posted} == {404}
    other.post(f"{START}/{name}/forget", data=token, headers=OUR_PAGE)
    assert check.reopened().h1 == CHECK


def test_a_question_of_another_kind_is_no_page(stage: Stage) -> None:
    page = answer(enter(stage).page(START), {"Родитель": ""})
    assert page.h1 == "За кого вы хотите действовать?"
    client = enter(stage)
    own = answer(client.page(START), {"Родитель": ""}).address.rpartition("/")[0]
    assert [client.page(f"{own}/{slug}").status for slug in ("organisation", "power", "nothing")] == [404] * 3


def test_a_draft_is_kept_thirty_days_from_the_last_answer(stage: Stage) -> None:
    me, person = stage.somebody(), child_of(stage)
    page = answer(enter(stage, me).page(START), {"Родитель": ""}, whom(person)[0])
    stage.clock.pass_time(days=29)
    page = sign_in(stage.app, me).page(page.address).submit(whom(person)[1], GO_ON)
    stage.clock.pass_time(days=29)
    client = sign_in(stage.app, me)
    assert client.page(page.address).h1 == SNILS
    stage.clock.pass_time(days=2)
    client = sign_in(stage.app, me)
    assert client.page(page.address).status == 404
    assert "Продолжить: " not in client.page(HELD).main
    before = count(stage)
    with stage.app.app_context(), record() as database:
        gone = drafts.remove_expired(database)
    assert gone > 0 and count(stage) == before - gone


def test_a_draft_may_be_deleted(stage: Stage) -> None:
    client = enter(stage)
    answer(client.page(START), {"Родитель": ""}, whom(child_of(stage))[0])
    asked = client.page(HELD).follow("Удалить ответы: Белов Тимофей")
    assert "Вернуть ответы нельзя" in asked.main
    assert "Белов" not in asked.submit(button="Удалить ответы").main
    assert asked.submit(button="Удалить ответы").status == 200


def test_a_draft_without_a_name_is_taken_up_again(stage: Stage) -> None:
    client = enter(stage)
    addresses = {answer(client.page(START), {"Родитель": ""}).address for _ in range(3)}
    assert len(addresses) == 1


def test_too_many_drafts_are_a_page_with_a_way_on(stage: Stage) -> None:
    client, person = enter(stage), child_of(stage)
    for _ in range(MOST):
        answer(client.page(START), {"Родитель": ""}, whom(person)[0])
    refused = client.page(START).submit({"Родитель": ""}, GO_ON)
    assert (refused.status, refused.h1) == (409, "Слишком много заявок или кодов ждут ответа")
    address = next(link.address for link in refused.links if link.words.startswith("Удалить ответы"))
    refused.follow_to(address).submit(button="Удалить ответы")
    assert client.page(START).submit({"Родитель": ""}, GO_ON).status == 200


def test_too_many_claims_are_a_page_and_the_answers_stay(stage: Stage) -> None:
    client = enter(stage)
    for _ in range(MOST_WAITING):
        assert claim(client, stage.somebody()).status == 200
    last = stage.somebody()
    check = filled_in(client, last)
    refused = check.submit(button=SEND)
    assert (refused.status, refused.h1) == (409, "Слишком много заявок или кодов ждут ответа")
    assert rows(stage.app, last) == [] and check.reopened().h1 == CHECK


@pytest.mark.parametrize("surplus", [0, 1])
def test_a_draft_holds_no_book(stage: Stage, surplus: int) -> None:
    page = answer(enter(stage).page(START), {"Родитель": ""})
    book = "я" * (LARGEST + 1 if surplus else 400)
    refused = page.submit({"Фамилия": book, "Имя": "Тимофей"}, GO_ON)
    assert refused.status == 422 and "Ошибка: сократите ответ" in refused.main
    assert refused.value("Фамилия") == book
    assert page.reopened().value("Фамилия") == ("" if surplus else book)


def test_a_claim_that_was_returned_is_opened_again_with_all_it_says(stage: Stage) -> None:
    me, person = stage.somebody(), stage.somebody()
    client = enter(stage, me)
    claim(client, person)
    returned = enter(stage, person).page("/my/representatives").follow("Крылова").follow("Вернуть на исправление")
    returned.submit({"Что исправить": "Отчество другое"}, "Вернуть на исправление")
    one = client.page(HELD).follow("Крылова")
    assert "Вернули, нужно исправить: Отчество другое" in one.main
    check = one.follow("Исправить")
    assert "Вернули, нужно исправить: Отчество другое" in check.main
    for said in ("Лосева", "77/1-н/77-2026-1-15", "1 февраля 2026 года", "вести избранное", str(person.snils)):
        assert said in check.main, said
    mended = check.follow("Изменить ответ: За кого").submit({"Отчество": "Львовна"}, GO_ON)
    assert "Львовна" in mended.main
    sent = mended.submit(button=SEND)
    assert sent.h1.startswith("Заявка отправлена: ") and mended.submit(button=SEND).h1 == sent.h1
    (row,) = rows(stage.app, person)
    assert (row.name, row.state, row.remark) == (one.address.rpartition("/")[2], "claimed", None)
    assert row.claimed["middle_name"] == "Львовна" and Function.FAVOURITES in row.functions
    assert row.ends_on is not None and row.ends_on.year == 2027


def test_a_wrong_number_is_corrected_in_the_same_claim(stage: Stage) -> None:
    person, meant = stage.somebody(), stage.somebody()
    client = enter(stage)
    claim(client, person)
    refused = enter(stage, person).page("/my/representatives").follow("Крылова").follow("Вернуть на исправление")
    refused.submit({"Что исправить": "Это не мой номер"}, "Вернуть на исправление")
    check = client.page(HELD).follow("Крылова").follow("Исправить")
    check.follow("Изменить ответ: Какой СНИЛС").submit({SNILS: str(meant.snils)}, GO_ON).submit(button=SEND)
    assert rows(stage.app, person) == []
    assert [row.state for row in rows(stage.app, meant)] == ["claimed"]


def test_what_was_decided_meanwhile_is_not_corrected(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    claim(client, person)
    own = enter(stage, person)
    one = own.page("/my/representatives").follow("Крылова")
    one.follow("Вернуть на исправление").submit({"Что исправить": "Отчество"}, "Вернуть на исправление")
    check = client.page(HELD).follow("Крылова").follow("Исправить")
    one.reopened().follow("Вернуть на исправление").submit(button="Отказать: я не поручаю этому человеку")
    assert check.submit(button=SEND).status in {200, 409}
    assert [row.state for row in rows(stage.app, person)] == ["declined"]


def test_a_claim_is_taken_back_and_an_authority_given_up(stage: Stage) -> None:
    person, client = stage.somebody(), enter(stage)
    sent = claim(client, person)
    asked = sent.follow("Посмотреть заявку").follow("Забрать заявку")
    assert asked.h1.startswith("Забрать заявку: Крылова")
    taken = [asked.submit(button="Забрать заявку") for _ in range(2)]
    assert {page.status for page in taken} == {200} and "Вы забрали заявку." in taken[1].main
    assert "Крылова" not in enter(stage, person).page("/my/representatives").headings(2)
    claim(client, person)
    own = enter(stage, person)
    own.page("/my/representatives").follow_to(_waiting(own)).follow("Подтвердить: ").submit(button="Разрешить")
    client.page(HELD).submit(button=client.page(HELD).button("Действовать за: "))
    one = client.page(next(link.address for link in client.page(HELD).links if "/my/people/" in link.address))
    one.follow("Отказаться действовать").submit(button="Отказаться действовать")
    assert client.page(HELD).h1 == "Пока вы действуете только за себя"
    assert client.page("/my").status == 200


def _waiting(client: object) -> str:
    page = client.page("/my/representatives")  # type: ignore[attr-defined]
    found = [link.address for link in page.links if link.address.startswith("/my/representatives/")]
    return next(each for each in found if not each.endswith("/code"))
