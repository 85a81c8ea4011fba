"""What the register tells about somebody whom only a representative has named, and what it tells too late."""

from dataclasses import replace
from threading import Thread
from typing import Any

import pytest

from tests.support.registers import Stage, line, programme
from tests.support.representing import act_for, claimed_of, entrust
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient
from webapp.core.database import record
from webapp.core.encryption import fingerprint
from webapp.gateways.identity.port import Identified
from webapp.representatives import actions, queries
from webapp.representatives.rules import Kind, Proof, State

AID = "Вертикализатор, каких нет"
CONSENT = "/my/consents/programme"


def guardian_of(stage: Stage, person: Identified, **said: Any) -> StrictClient:
    """Somebody whose guardianship of a person that never signed in was checked; `said` is what they said of them."""
    guardian = stage.somebody()
    sign_in(stage.app, guardian)
    named = replace(claimed_of(person), **said)
    waits: dict[str, Any] = {"state": State.CLAIMED, "person_id": None, "proof": None, "claimed": named.to_json()}
    with stage.app.app_context():
        waits["person_key"] = fingerprint(str(person.snils))
    name = entrust(stage.app, guardian, guardian, Kind.GUARDIAN, **waits)
    with stage.app.app_context():
        as_of = queries.named(name).changed_at
    with stage.app.app_context(), record() as database:
        actions.check_document(database, name, Proof.DOCUMENT, as_of)
    client = sign_in(stage.app, guardian)
    act_for(client, name)
    client.page(CONSENT).submit(button="Даю согласие")
    return client


def test_the_programme_of_who_is_named_rightly_is_shown(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line(AID)))
    assert AID in guardian_of(stage, person).page("/my").main


@pytest.mark.parametrize("wrong", [{"last_name": "Вымышленный"}, {"birth_date": None}, {"first_name": "Иван"}], ids=str)
def test_another_surname_opens_nobodys_programme(stage: Stage, wrong: dict[str, Any]) -> None:
    """The number alone is on no certificate: a wrong one must not open what belongs to somebody else."""
    person = stage.somebody()
    stage.tell(person, programme(line(AID)))
    shown = guardian_of(stage, person, **wrong).page("/my").main
    assert (AID in shown) == ("last_name" not in wrong)


def test_access_that_was_withdrawn_while_the_register_thought_shows_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, agent = stage.somebody(), stage.somebody()
    stage.tell(person, programme(line(AID)))
    theirs, client = sign_in(stage.app, person), sign_in(stage.app, agent)
    name = entrust(stage.app, agent, person)
    question = theirs.page(f"/my/representatives/{name}/withdraw")
    answer, ended = stage.register.answer, list[str]()

    def thinks(*asked: Any) -> Any:
        withdrawing = Thread(target=lambda: ended.append(question.submit(button="Прекратить доступ").title))
        withdrawing.start()  # a request of its own, not within the one that waits
        withdrawing.join()
        return answer(*asked)

    monkeypatch.setattr(stage.register, "answer", thinks)
    page = act_for(client, name)
    assert [title.partition(":")[0] for title in ended] == ["Доступ прекращён"]
    assert page.status == 403 and AID not in page.main
