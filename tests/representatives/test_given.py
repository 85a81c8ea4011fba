"""The person's side: claims that wait for their word, access that ends at once, nobody else's claim."""

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.databases import Databases
from tests.support.page import Page
from tests.support.registers import Stage, line, programme, site_in
from tests.support.representing import act_for, change, claimed_of, entrust
from tests.support.signing_in import number_of, sign_in
from tests.support.strict_client import OUR_PAGE
from webapp.core.database import record
from webapp.core.encryption import fingerprint
from webapp.core.entrusted import Function
from webapp.gateways.identity.port import Identified
from webapp.representatives import actions, queries
from webapp.representatives.claims import Claimed, Paper
from webapp.representatives.rules import Kind, State

LIST = "/my/representatives"
AGENT = "Макарова Ирина Олеговна"
V, F, T, A, C = Function.VIEW, Function.FAVOURITES, Function.TSR, Function.ACCOMPANIMENT, Function.CONSENT


class Asked:
    """Somebody has claimed a right to act for a person; both have signed in before."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.app = stage, stage.app
        self.person = replace(stage.somebody(), last_name="Белова", first_name="Тамара")
        self.agent = replace(stage.somebody(), last_name="Макарова", first_name="Ирина", middle_name="Олеговна")
        stage.tell(self.person, programme(line()))
        self.theirs, self.client = sign_in(self.app, self.person), sign_in(self.app, self.agent)

    def claim(self, kind: Kind = Kind.AGENT, of: Identified | None = None, **chosen: object) -> str:
        of = of or self.person
        with self.app.app_context():
            key = fingerprint(of.snils or "")
        covers = chosen.pop("covers_consent", True)
        claimed: Claimed = chosen.pop("claimed", None) or replace(claimed_of(of), covers_consent=covers)  # type: ignore[assignment,arg-type]
        values: dict[str, Any] = {"state": State.CLAIMED, "person_id": None, "proof": None, "person_key": key}
        return entrust(
            self.app,
            self.agent,
            self.person,
            kind,
            frozenset({V, T, C}),
            **(values | chosen),
            claimed=claimed.to_json(),
        )

    def page(self, name: str, step: str = "") -> Page:
        return self.theirs.page(f"{LIST}/{name}{step}")

    @property
    def is_let_in(self) -> bool:
        return "Белова Тамара" in self.client.page("/my/acting-for").main


@pytest.fixture
def asked(stage: Stage) -> Asked:
    return Asked(stage)


def test_a_claim_waits_in_the_first_words_and_opens_nothing(asked: Asked) -> None:
    asked.claim()
    page = asked.theirs.page(LIST)
    assert page.h1 == "Ждёт вашего ответа: 1 заявка"
    assert page.headings(2) == [AGENT]
    assert "Пока этот человек ничего не видит" in page.main
    assert not asked.is_let_in


def test_a_confirmed_claim_opens_what_was_ticked(asked: Asked) -> None:
    name = asked.claim()
    done = asked.page(name).follow("Подтвердить").submit(button="Разрешить")
    assert done.title.startswith("Доступ открыт: ")
    assert "Может действовать за вас." in done.main and "Чем подтверждено: подтвердили вы" in done.main
    assert "подавать заявления о технических средствах" in done.main
    assert asked.is_let_in
    assert act_for(asked.client, name).status == 200
    assert asked.client.page("/favourites").status == 403


def test_nothing_ticked_is_an_error(asked: Asked) -> None:
    name = asked.claim()
    page = asked.page(name, "/confirm")
    _, address, sent = page.asks(button="Разрешить")
    refused = asked.theirs.send(address, {key: each for key, each in sent.items() if key != "functions"}, address)
    assert refused.status == 422 and refused.title.startswith("Ошибка: ")
    assert not asked.is_let_in


def test_more_than_the_document_covers_is_not_offered_and_not_taken(asked: Asked) -> None:
    name = asked.claim(covers_consent=False)
    page = asked.page(name, "/confirm")
    assert "Давать согласие на обработку данных" not in page.main
    _, address, sent = page.asks(button="Разрешить")
    done = asked.theirs.send(address, sent | {"functions": [V, C, "everything"]}, address)
    assert "давать согласие" not in done.main and asked.is_let_in


def test_a_claim_that_changed_while_it_was_read_is_not_confirmed(asked: Asked) -> None:
    name = asked.claim()
    page = asked.page(name, "/confirm")
    asked.stage.clock.pass_time(minutes=1)
    change(asked.app, name, functions=[V, F, T, A, C], changed_at=asked.stage.clock.now())
    refused = page.submit(button="Разрешить")
    assert (refused.status, refused.h1) == (409, "Ничего не изменилось: заявка уже решена")
    assert not asked.is_let_in


def test_returned_with_words_for_its_maker(asked: Asked) -> None:
    name = asked.claim()
    page = asked.page(name).follow("Вернуть")
    assert page.submit({"Что исправить": " "}, button="Вернуть на исправление").status == 422
    page.submit({"Что исправить": "Номер доверенности не тот"}, button="Вернуть на исправление")
    assert "Вернули, нужно исправить: Номер доверенности не тот" in asked.client.page(f"/my/people/{name}").main
    assert not asked.is_let_in


def test_declined_for_good(asked: Asked) -> None:
    name = asked.claim()
    asked.page(name, "/return").submit(button="Отказать: я не поручаю этому человеку")
    assert "Вы отказали" in asked.page(name).main
    assert asked.page(name, "?done=1").title.startswith("Отказано: ")
    assert "Человек не подтвердил заявку" in asked.client.page(f"/my/people/{name}").main
    assert asked.page(name, "/confirm").status == 409
    assert not asked.is_let_in


def test_access_ends_at_once_with_the_words_about_the_power(asked: Asked) -> None:
    name = asked.claim()
    asked.page(name).follow("Подтвердить").submit(button="Разрешить")
    act_for(asked.client, name)
    question = asked.page(name).follow("Прекратить доступ")
    assert "Саму доверенность отменяют отдельно" in question.main
    done = question.submit()
    assert "Вы прекратили доступ на сайте" in done.main
    assert done.title.startswith("Доступ прекращён: ")
    assert asked.client.page("/my").status == 403
    assert question.submit().status == 200  # twice is as good as once


@pytest.mark.parametrize("kind", [Kind.GUARDIAN, Kind.INSTITUTION])
def test_whom_the_law_appoints_is_neither_confirmed_nor_ended_by_the_person(asked: Asked, kind: Kind) -> None:
    name = asked.claim(kind)
    page = asked.page(name)
    assert "Документ ещё не проверен" in page.main
    assert "Подтвердить" not in page.main and asked.page(name, "/confirm").status == 409
    change(asked.app, name, state=State.CONFIRMED, person_id=_id(asked))
    assert "Прекратить доступ" not in asked.page(name).main
    told = asked.page(name, "/withdraw")
    assert "обратитесь в орган опеки" in told.main and told.title == f"{told.h1} — Ориентир"
    assert asked.is_let_in


def test_a_trustee_whom_the_person_let_in_is_let_out_by_them(asked: Asked) -> None:
    name = asked.claim(Kind.TRUSTEE)
    asked.page(name).follow("Подтвердить").submit(button="Разрешить")
    assert asked.is_let_in
    done = asked.page(name).follow("Прекратить доступ").submit(button="Прекратить доступ")
    assert done.title.startswith("Доступ прекращён: ") and not asked.is_let_in


def test_the_person_reads_what_they_confirm(asked: Asked) -> None:
    paper = Paper("notarial_power", number="52/1-н-7", issued=date(2026, 2, 1), issued_by="Совина")
    name = asked.claim(claimed=replace(claimed_of(asked.person), paper=paper))
    for page in (asked.page(name), asked.page(name, "/confirm")):
        for said in ("доверенность от нотариуса", "Номер: 52/1-н-7", "1 февраля 2026 года", "Кто выдал: Совина"):
            assert said in page.main, (page.address, said)


def test_who_is_declined_does_not_hear_the_persons_name(asked: Asked) -> None:
    name = asked.claim(claimed=replace(claimed_of(asked.person), first_name="Икс", middle_name=""))
    asked.page(name, "/return").submit(button="Отказать: я не поручаю этому человеку")
    told = asked.client.page(f"/my/people/{name}")
    assert told.h1.endswith("Икс") and asked.person.first_name not in told.main + told.title


def test_what_the_staff_returned_is_not_said_to_be_the_persons_doing(asked: Asked) -> None:
    name = asked.claim()
    with asked.app.app_context(), record() as database:
        actions.refuse_document(database, name, "Номер не тот")
    told = asked.page(name).main
    assert "Мы проверили документ и вернули заявку" in told and "Номер не тот" not in told
    said = asked.client.page(f"/my/people/{name}").main
    assert "Мы проверили документ: заявку нужно исправить." in said and "Номер не тот" in said


def test_a_claim_is_heard_of_where_people_come_every_day(asked: Asked) -> None:
    assert "Ждёт вашего ответа" not in asked.theirs.page("/my").main
    asked.claim()
    page = asked.theirs.page("/my")
    assert "Ждёт вашего ответа: 1 заявка представителя." in page.main
    assert page.follow("Ответить на заявки").address == LIST
    assert "Ждёт вашего ответа" not in asked.client.page("/my").main


def test_a_claim_that_is_not_the_persons_to_decide_asks_for_no_answer(asked: Asked) -> None:
    name = asked.claim(Kind.GUARDIAN)
    assert "Ждёт вашего ответа" not in asked.theirs.page(LIST).h1 + asked.theirs.page("/my").main
    told = asked.page(name).main
    assert "обратитесь в орган опеки" in told and "О чём просит этот человек" in told


WRONG = {
    "surname": {"last_name": "Зотова"},
    "number": {"snils": "000-000-699 99"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_claim_that_names_somebody_else_is_not_heard_of(asked: Asked, wrong: dict[str, Any]) -> None:
    name = asked.claim(claimed=replace(claimed_of(asked.person), **wrong))
    assert AGENT not in asked.theirs.page(LIST).main
    assert asked.page(name).status == 404


def test_another_persons_claim_is_not_there(asked: Asked, stage: Stage) -> None:
    name = asked.claim()
    stranger = sign_in(asked.app, stage.somebody())
    for step in ("", "/confirm", "/return", "/withdraw"):
        assert stranger.page(f"{LIST}/{name}{step}").status == 404
        assert asked.client.page(f"{LIST}/{name}{step}").status == 404
    _, address, sent = asked.page(name, "/confirm").asks(button="Разрешить")
    own = stranger.page("/my/acting-for").asks()[2]
    form = sent | {name: own[name] for name in ("csrf_token", "made_for")}
    answer = stranger.post(address, data=form, headers=OUR_PAGE)
    assert answer.status_code == 404 and not asked.is_let_in


def test_a_withdrawal_that_committed_stops_a_form_under_way(
    each_database: Databases, template: Path, tmp_path: Path
) -> None:
    """The form has been judged allowed and is writing when the withdrawal commits; it must not commit after it."""
    with site_in(template, tmp_path / "site", database_url=each_database.loaded()) as app:
        asked = Asked(Stage(app))
        name = entrust(app, asked.agent, asked.person, functions=frozenset({V, F}))
        act_for(asked.client, name)
        page = asked.client.page("/products/6-02-02.0001")
        question = asked.page(name, "/withdraw")
        began, may_go_on = threading.Event(), threading.Event()
        held = queries.Kept.hold

        def waits(self: queries.Kept, *asked_of: object) -> bool:
            began.set()
            assert may_go_on.wait(10)
            return held(self, *asked_of)  # type: ignore[arg-type]

        answers: list[int] = []
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(queries.Kept, "hold", waits)
            button = page.button("Добавить в избранное")
            writing = threading.Thread(target=lambda: answers.append(page.submit(button=button).status))
            writing.start()
            assert began.wait(10)
            withdrawing = threading.Thread(target=lambda: answers.append(question.submit().status))
            withdrawing.start()
            withdrawing.join(1.5)  # on SQLite it waits for the form, which holds the only place to write
            is_withdrawn_first = not withdrawing.is_alive()
            may_go_on.set()
            writing.join(20)
            withdrawing.join(20)
        kept = asked.theirs.page("/favourites").h1
        assert kept == ("Избранное: пока ничего нет" if is_withdrawn_first else "Избранное: 1 изделие")
        assert asked.client.page("/my").status == 403


def _id(asked: Asked) -> int:
    return number_of(asked.app, asked.person)
