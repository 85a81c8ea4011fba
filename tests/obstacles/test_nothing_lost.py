"""What was written stays when it cannot be kept; what opens a report is told by no other address."""

import pytest
from sqlalchemy.exc import OperationalError

from tests.obstacles.reporting import BUTTON, CONTACT, FORM, SAID, TEXT, number_of, report, rows
from tests.support.registers import Stage
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.obstacles import actions


def test_a_database_that_is_gone_loses_no_word(
    stage: Stage, guest: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> str:
        raise OperationalError("INSERT", None, Exception("database is locked"))

    before = len(rows(stage.app))
    with monkeypatch.context() as patched:
        patched.setattr(actions, "report", fail)
        refused = report(guest, contact="anna@primer.example")
    assert (refused.status, refused.h1) == (503, "Сообщение пока не отправлено")
    assert refused.response.headers["Retry-After"] == "10"
    assert (refused.value(TEXT), refused.value(CONTACT)) == (SAID, "anna@primer.example")
    assert len(rows(stage.app)) == before
    assert refused.submit(button=BUTTON).h1.startswith("Номер ")
    assert len(rows(stage.app)) == before + 1


def test_no_link_to_settings_or_to_a_report_tells_a_number(guest: StrictClient) -> None:
    page = report(guest)
    told = [link.address for link in page.links if link.address.startswith(("/settings", "/obstacle"))]
    assert len(told) > 3
    assert [address for address in told if number_of(page) in address] == []


def test_a_form_without_a_key_is_nobody_else_s(stage: Stage) -> None:
    sent = {"text": SAID, "key": ""}
    answers = [visitor(stage.app).post(FORM, data=sent, headers=OUR_PAGE) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.headers["Location"] for answer in answers}) == 2
