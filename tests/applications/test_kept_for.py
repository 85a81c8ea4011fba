"""How long an application that was begun waits, and what is said of it."""

from datetime import timedelta

import pytest

from tests.applications.filing import ENTITLING, LIST, begun
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage
from webapp.applications import drafts
from webapp.core.database import record

__all__ = ("site", "stage")


@pytest.mark.parametrize(
    ("days", "left", "removed"), [(0, "осталось 365 дней", False), (364, "остался 1 день", False), (366, "", True)]
)
def test_a_draft_waits_a_year_and_the_list_says_how_long(stage: Stage, days: int, left: str, removed: bool) -> None:
    person = stage.somebody()
    stage.tell(person, ENTITLING)
    begun(sign_in(stage.app, person)).submit({"Предоставить": ""}, "Продолжить")
    stage.clock.pass_time(days=days)
    page = sign_in(stage.app, person).page(LIST)
    assert ("Продолжить: Предоставить сопровождение" in page.main) is not removed
    assert ("Ответы храним до" in page.main) is bool(left) and left in page.main
    with stage.app.app_context(), record() as database:
        assert bool(drafts.remove_expired(database)) is removed


def test_the_consent_names_the_same_time(stage: Stage) -> None:
    text = stage.app.jinja_env.get_template("consents/texts/_programme_2.html")
    told = text.render(operator_name="", operator_address="")
    assert timedelta(days=365) == drafts.KEPT_FOR and "храним год после последнего ответа" in told
