"""The cockpit in words: each line is said with its days and its reason."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.support.accompanying import record
from tests.support.registers import Stage, programme
from tests.support.staged import site, stage
from webapp.accompaniment.cockpit import Line, Said, cockpit
from webapp.accompaniment.rules import Eligibility, Ground, Participant
from webapp.accompaniment.telling import WAYS, tell
from webapp.gateways.accompaniment.port import Because, State, Way
from webapp.gateways.programmes.port import LifeActivity, Limitation

__all__ = ("site", "stage")
HERS = programme(limitations=(Limitation(LifeActivity.ORIENTATION, 3),), ends=None)
MSE, FUND, AUTHORITY, ORGANISATION = Participant
NO_RIGHT = "В программе только первая степень ограничений, нужна вторая или третья."


@pytest.fixture(autouse=True)
def speaking(stage: Stage) -> Iterator[None]:
    with stage.app.test_request_context("/"):
        yield


def line(
    participant: Participant,
    state: State,
    because: Because | None = None,
    ground: Ground = Ground.ENTITLED,
    ends: date | None = None,
) -> Line:
    found = Eligibility(participant, ground, programme=replace(HERS, ends=ends))
    return cockpit([found], [record(participant, state, because=because)])[0]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (line(MSE, State.GIVEN), "Предоставляется с 14 августа 2025 года."),
        (
            line(MSE, State.GIVEN, ground=Ground.ONE_DEGREE),
            f"Предоставляется по данным реестра с 14 августа 2025 года, но права сейчас нет. {NO_RIGHT}",
        ),
        (
            line(ORGANISATION, State.GIVEN),
            "Предоставляется с 14 августа 2025 года. Попросить о помощи можно и другую организацию.",
        ),
        (
            line(FUND, State.STOPPED),
            "Прекращено по вашему заявлению 10 февраля 2026 года. "
            "Можно возобновить в любой день: программа бессрочная.",
        ),
        (
            line(FUND, State.STOPPED, ends=date(2027, 5, 1)),
            "Прекращено по вашему заявлению 10 февраля 2026 года. "
            "Можно возобновить до 1 мая 2027 года, осталось 425 дней.",
        ),
        (
            line(FUND, State.STOPPED, ground=Ground.ONE_DEGREE),
            f"Прекращено по вашему заявлению 10 февраля 2026 года. Сейчас возобновить нельзя. {NO_RIGHT}",
        ),
        (
            line(ORGANISATION, State.ENDED, Because.PROGRAMME_ENDED),
            "Закончилось 10 февраля 2026 года, потому что закончился срок программы.",
        ),
        (
            line(ORGANISATION, State.ENDED, Because.DECISION_CHANGED),
            "Закончилось 10 февраля 2026 года, потому что учреждение МСЭ изменило решение об ограничениях.",
        ),
        (line(MSE, State.NOT_GIVEN), "Не предоставляется. Должно начаться само, заявление не нужно."),
        (line(AUTHORITY, State.NOT_GIVEN), "Не предоставляется. Работает с организациями, заявление ему не подают."),
        (
            line(ORGANISATION, State.NOT_GIVEN),
            "Не предоставляется ни одной организацией. О помощи можно попросить заявлением.",
        ),
        (line(FUND, State.NOT_GIVEN, ground=Ground.ONE_DEGREE), f"Не предоставляется. {NO_RIGHT}"),
        (line(MSE, State.NO_DATA), "Нет данных. Помогает само, заявление не нужно."),
        (line(FUND, State.NO_DATA, ground=Ground.ONE_DEGREE), f"Нет данных. {NO_RIGHT}"),
    ],
    ids=lambda each: each.said.value if isinstance(each, Line) else "",
)
def test_a_line_in_words(found: Line, words: str) -> None:
    assert tell(found) == words


def test_everything_that_may_be_said_has_words() -> None:
    told = {
        each.said: tell(each)
        for each in (
            line(participant, state, because, ground)
            for participant in Participant
            for state in State
            for because in ((Because.PROGRAMME_ENDED, Because.DECISION_CHANGED) if state is State.ENDED else (None,))
            for ground in Ground
        )
    }
    assert set(told) == set(Said)
    assert len(set(told.values())) == len(Said)
    assert set(WAYS) == set(Way)
