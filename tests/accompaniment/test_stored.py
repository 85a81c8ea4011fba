"""What the register told is kept and comes back the same; what other code has kept is not guessed at."""

from typing import Any

import pytest

from tests.support.accompanying import organisation, record, told
from webapp.accompaniment import stored
from webapp.gateways.accompaniment.port import Because, Participant, State


def test_an_answer_comes_back_the_same() -> None:
    ended = record(Participant.ORGANISATION, State.ENDED, because=Because.DECISION_CHANGED)
    for answer in (told(), told(record(), ended, record(Participant.MSE, State.NO_DATA, office=None))):
        assert stored.from_json(stored.to_json(answer)) == answer
    for listed in ((), (organisation(), organisation("52-2", is_state=False, latitude=None, longitude=None))):
        assert stored.list_from_json(stored.list_to_json(listed)) == listed


@pytest.mark.parametrize("kept", [None, {}, [], "", {"snils": 7}, {"records": [{"state": "lent"}]}])
def test_what_other_code_has_kept_is_no_answer(kept: Any) -> None:
    assert stored.from_json(kept) is None
    assert stored.list_from_json(kept) in (None, ())
