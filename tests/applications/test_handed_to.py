"""The page of the document says to whom the paper goes, and how they are reached where the register tells it."""

import pytest

from tests.applications.filing import ADDRESSEE, ENTITLING, answered, begun
from tests.support.accompanying import PlayedAccompaniment, office, played_at, record
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage
from webapp.accompaniment.rules import Participant

__all__ = ("site", "stage")


@pytest.fixture
def register(stage: Stage) -> PlayedAccompaniment:
    return played_at(stage)


@pytest.mark.parametrize(
    ("name", "is_known"), [(ADDRESSEE.upper() + " (демо)", True), ("Главное бюро МСЭ по Пензенской области", False)]
)
def test_who_is_known_is_reached_from_the_page(
    stage: Stage, register: PlayedAccompaniment, name: str, is_known: bool
) -> None:
    somebody = stage.somebody()
    stage.tell(somebody, ENTITLING)
    known = office(name=name, address="Нижний Новгород, улица Пробная, дом 7", telephones=("+7(000)052-10-01",))
    register.tell(somebody, record(Participant.MSE, office=known))
    client = sign_in(stage.app, somebody)
    client.page("/my")
    client.page("/my/accompaniment")
    document = answered(begun(client)).follow("Всё верно")
    before = document.main.partition("Взять заявление с собой")[0]
    assert f"Кому: {ADDRESSEE}" in before
    assert ("Адрес: Нижний Новгород, улица Пробная, дом 7" in before) is is_known
    assert ("Телефон: +7-000-052-10-01" in before.replace("\xa0", " ")) is is_known
