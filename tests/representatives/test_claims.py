"""A representative claims the right to act: every kind, question by question, until somebody confirms it."""

import pytest

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
    whom,
)
from tests.support.registers import Stage


@pytest.mark.parametrize("kind", OF_KINDS)
def test_every_kind_has_its_document(stage: Stage, kind: str) -> None:
    person = child_of(stage)
    client = enter(stage)
    check = filled_in(client, person, kind)
    assert "Белов Тимофей" in check.main and person.snils in check.main
    sent = check.submit(button=SEND)
    assert sent.h1 == "Заявка отправлена: Белов Тимофей"
    assert "До этого вы ничего не увидите" in sent.main
    held = client.page(HELD)
    assert held.h1 == "Пока вы действуете только за себя"
    assert "Право ещё не подтверждено." in held.main
