"""What accompaniment is, and whether a person has the right to it: pages."""

from typing import Any

import pytest

from tests.support.page import Page
from tests.support.registers import Stage, days, programme
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage
from tests.support.strict_client import visitor
from webapp.gateways.programmes.port import LifeActivity, Limitation, Programme

__all__ = ("site", "stage")
RIGHT = "/my/accompaniment"
ORIENTATION_3 = Limitation(LifeActivity.ORIENTATION, 3)


def right(stage: Stage, *programmes: Programme) -> Page:
    somebody = stage.somebody()
    stage.tell(somebody, *programmes)
    client = sign_in(stage.app, somebody)
    client.page("/my")
    return client.page(RIGHT)


def entitled(**chosen: Any) -> Programme:
    return programme(**({"limitations": (ORIENTATION_3,), "needs_tsr": True, "needs_escort": False} | chosen))


def test_what_it_is_leads_to_the_right_and_to_the_order(stage: Stage) -> None:
    page = visitor(stage.app).page("/accompaniment")
    assert page.h1 == "Сопровождение: помощь с тем, что записано в программе"
    assert "Ограничения в обучении и труде не считаются." in page.main
    assert page.follow("Приказ простыми словами").h1 == "Приказ номер 363н простыми словами"
    assert page.follow("Узнать, есть ли у вас право").h1 == "Вход через Госуслуги"


def test_every_paragraph_of_the_order_is_retold(stage: Stage) -> None:
    told = visitor(stage.app).page("/accompaniment/order").main
    titles = ["Пункт 1.", "Пункт 2.", "Пункты 3 и 4.", "Пункт 5.", "Пункты 6 и 7."]
    titles += [f"Пункт {number}." for number in range(8, 14)]
    assert [title for title in titles if title not in told] == []


def test_the_right_is_said_with_what_gives_it(stage: Stage) -> None:
    page = right(stage, entitled())
    assert page.h1 == "Сопровождение: у вас есть право"
    assert "Это следует из программы. Ориентация: третья степень." in page.main
    assert "Само рассказывает о средствах и о сертификате. Заявление не нужно." in page.main
    assert "провожат" not in page.main


@pytest.mark.parametrize(
    ("programmes", "reason"),
    [
        ((), "В реестре нет программы, а право видно только из неё."),
        ((entitled(ends=days(-1)),), "Срок программы закончился, а право даёт только действующая."),
        (
            (
                entitled(number="2", replaces="1", limitations=(Limitation(LifeActivity.ORIENTATION, 1),)),
                entitled(number="1"),
            ),
            "В программе только первая степень ограничений, нужна вторая или третья.",
        ),
        ((entitled(limitations=()),), "В программе не указаны ограничения жизнедеятельности."),
        (
            (entitled(limitations=(Limitation(LifeActivity.MOVEMENT, 1),)),),
            "В программе только первая степень ограничений, нужна вторая или третья.",
        ),
        (
            (entitled(limitations=(Limitation(LifeActivity.WORK, 3),)),),
            "В программе ограничены только обучение или труд, они не считаются.",
        ),
    ],
)
def test_no_right_is_said_with_its_reason_and_a_way_on(
    stage: Stage, programmes: tuple[Programme, ...], reason: str
) -> None:
    page = right(stage, *programmes)
    assert page.h1 == "Сопровождение: права сейчас нет"
    assert reason in page.main
    assert {"Как работает сопровождение", "Помощь человека: телефон, письмо, видеосвязь"} <= {
        link.words for link in page.links
    }


@pytest.mark.parametrize(
    ("tsr", "escort", "answer"),
    [
        (True, True, "Само рассказывает о средствах, о сертификате и о провожатом в дороге. Заявление не нужно."),
        (False, True, "Само рассказывает о провожатом в дороге за средством. Заявление не нужно."),
        (False, False, "В программе сказано, что средства от Фонда и провожатый не нужны."),
        (None, None, "В программе нет нужного заключения. Спросите в учреждении МСЭ."),
    ],
)
def test_the_fund_answers_by_its_conclusions(stage: Stage, tsr: bool | None, escort: bool | None, answer: str) -> None:
    assert answer in right(stage, entitled(needs_tsr=tsr, needs_escort=escort)).main
