"""Consents about somebody for whom another acts: whose data, as whom, and when only the person may decide."""

from dataclasses import replace

import pytest

from tests.consents.test_given_and_withdrawn import AGREE, DOCUMENT, LIST, WITHDRAW, WITHDRAWAL
from tests.support.registers import CANE, Stage, line, programme
from tests.support.representing import act_for, claimed_of, entrust
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.core.entrusted import Function
from webapp.representatives.rules import OF_CHILDREN, Kind

ALONE = "Это решает только сам человек: ему нужно войти на сайт."
WALL = "Чтобы показать программу, нужно согласие"


class Pair:
    """A representative and a person who has agreed to nothing."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.person = replace(stage.somebody(), last_name="Белова", first_name="Тамара", middle_name="Артёмовна")
        self.agent = replace(stage.somebody(), last_name="Макарова", first_name="Ирина", middle_name="Олеговна")
        stage.tell(self.person, programme(line()))
        self.theirs = sign_in(stage.app, self.person, consents=False)
        self.client = sign_in(stage.app, self.agent)

    def acts(self, kind: Kind, *functions: Function, covers: bool | None = None) -> StrictClient:
        claimed = replace(claimed_of(self.person), covers_consent=covers).to_json()
        entrusted = frozenset(functions or Function)
        act_for(self.client, entrust(self.stage.app, self.agent, self.person, kind, entrusted, claimed=claimed))
        return self.client


@pytest.fixture
def pair(stage: Stage) -> Pair:
    return Pair(stage)


def test_ones_own_consent_is_not_the_persons(pair: Pair) -> None:
    page = pair.acts(Kind.GUARDIAN).page("/my")
    assert page.h1 == WALL
    assert "Данные человека: Белова Тамара Артёмовна" in page.main
    assert pair.stage.register.calls == 0


@pytest.mark.parametrize("kind", [Kind.PARENT, Kind.GUARDIAN, Kind.INSTITUTION, Kind.ADOPTIVE_PARENT])
def test_a_legal_representative_gives_and_withdraws_it(pair: Pair, kind: Kind) -> None:
    if kind in OF_CHILDREN:
        pair.person = replace(pair.person, birth_date=pair.stage.clock.moment.date().replace(year=2019))
        sign_in(pair.stage.app, pair.person, consents=False)
    client = pair.acts(kind)
    document = client.page(DOCUMENT)
    whose = "ребёнка" if kind in OF_CHILDREN else "человека"
    assert f"Данные {whose}: Белова Тамара Артёмовна" in document.main
    assert "Согласие даёте вы. Кто вы для человека: " in document.main
    document.submit(button=AGREE)
    assert CANE in client.page("/my").main
    heard = pair.theirs.page(LIST).main
    assert "Согласие дал представитель: Макарова Ирина Олеговна, " in heard
    client.page(WITHDRAWAL).submit(button=WITHDRAW)
    assert client.page("/my").h1 == WALL
    assert "Отозвал человек: Макарова Ирина Олеговна." in pair.theirs.page(LIST).main


def test_an_agent_whose_power_covers_consents_gives_it(pair: Pair) -> None:
    client = pair.acts(Kind.AGENT, covers=True)
    client.page(DOCUMENT).submit(button=AGREE)
    assert pair.stage.register.asked == [pair.person.snils]
    assert CANE in client.page("/my").main
    assert "представитель по доверенности" in pair.theirs.page(LIST).main


def test_who_may_agree_but_not_look_has_nobody_asked(pair: Pair) -> None:
    client = pair.acts(Kind.AGENT, Function.CONSENT, covers=True)
    assert client.page(DOCUMENT).submit(button=AGREE).h1.startswith("Согласие дано")
    assert pair.stage.register.calls == 0


@pytest.mark.parametrize("covers", [None, False])
def test_an_agent_whose_power_is_silent_is_told_that_the_person_decides(pair: Pair, covers: bool | None) -> None:
    client = pair.acts(Kind.AGENT, covers=covers)
    wall = client.page("/my")
    assert wall.h1 == WALL and ALONE in wall.main and "В вашей доверенности не сказано" in wall.main
    assert "Прочитать и дать согласие" not in wall.main
    document = client.page(DOCUMENT)
    assert ALONE in document.main and AGREE not in document.main
    token = client.page("/my/acting-for").asks()[2]
    for address in (DOCUMENT, WITHDRAWAL):
        answer = client.post(address, data=token, headers=OUR_PAGE)
        assert answer.status_code == 403
        assert "Согласие даёт или отзывает только сам человек" in answer.text
    assert pair.stage.register.calls == 0  # nothing follows from what was refused
    assert client.page("/my").h1 == WALL


def test_an_agent_whose_power_is_silent_does_not_withdraw_what_the_person_gave(pair: Pair) -> None:
    pair.theirs.page(DOCUMENT).submit(button=AGREE)
    client = pair.acts(Kind.AGENT, covers=False)
    assert CANE in client.page("/my").main
    assert ALONE in client.page(WITHDRAWAL).main
    client.post(WITHDRAWAL, data=client.page("/my/acting-for").asks()[2], headers=OUR_PAGE)
    assert CANE in client.page("/my").main


@pytest.mark.parametrize("kind", [Kind.HELPER, Kind.LAWYER, Kind.TRUSTEE])
def test_who_is_not_entrusted_with_consents_hears_it(pair: Pair, kind: Kind) -> None:
    client = pair.acts(kind)
    wall = client.page("/my")
    assert "Вам не поручено давать согласие" in wall.main and ALONE in wall.main
    for address in (LIST, DOCUMENT, WITHDRAWAL):
        refused = client.page(address)
        assert (refused.status, refused.h1) == (403, "Это вам не поручено")


def test_what_the_person_gave_is_enough_for_who_may_only_look(pair: Pair) -> None:
    pair.theirs.page(DOCUMENT).submit(button=AGREE)
    assert CANE in pair.acts(Kind.HELPER, Function.VIEW).page("/my").main
