"""What fails says why by codes and places alone: no token, no code, nobody's name or number."""

import logging
import traceback
from collections.abc import Callable
from contextlib import suppress

import pytest
from structlog.contextvars import bound_contextvars, merge_contextvars
from structlog.testing import capture_logs

from tests.gateways.identity.conftest import IdentityMaker
from tests.gateways.identity.fake_esia import ADDRESSES, OID, PERSON, TOKEN, Answer, FakeEsia, failing, saying
from tests.gateways.identity.raw_server import answering
from webapp.gateways.identity.http import EsiaIdentity
from webapp.gateways.identity.port import Attempt, Identified, NotIdentified
from webapp.gateways.identity.tokens import Subject

SignIn = Callable[[], Identified]
FAULTS: dict[str, tuple[str, Answer]] = {
    "refused": (TOKEN, failing("007053")),
    "HTML for tokens": (TOKEN, saying("<p>Воронцова 000-000-600 01</p>")),
    "HTML for a person": (PERSON, saying("<p>Воронцова 000-000-600 01</p>")),
    "of no known status": (PERSON, saying('{"lastName": "Воронцова", "status": "MERGED"}')),
    "forbidden": (PERSON, saying('{"lastName": "Воронцова"}', 403)),
    "redirected": (PERSON, saying("Воронцова", 302)),
    "broken": (PERSON, saying('{"lastName": "Воронцова')),
}


def words_of(error: BaseException) -> str:
    return "".join([*traceback.format_exception(error), str(error), repr(error), repr(vars(error))])


@pytest.mark.parametrize(("path", "answer"), [pytest.param(*FAULTS[name], id=name) for name in FAULTS])
def test_a_failure_quotes_nothing(
    esia: FakeEsia,
    identity: EsiaIdentity,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    path: str,
    answer: Answer,
) -> None:
    caplog.set_level(logging.DEBUG)
    esia.instead[path] = answer
    beginning = identity.begin()
    code = esia.agreed(beginning.address)
    with capture_logs() as logged, pytest.raises(NotIdentified) as caught:
        identity.finish(beginning.attempt, code)
    assert caught.value.__context__ is None and caught.value.__cause__ is None
    assert [frame.name for frame in caught.traceback][1:] == ["finish"]  # what others hold in their frames is let go
    said = words_of(caught.value) + repr(logged) + caplog.text + "".join(capfd.readouterr())
    for secret in ("Воронцова", "000-000-600", str(OID), code, beginning.attempt.verifier, "eyJ", "Bearer"):
        assert secret not in said
    assert [line["event"] for line in logged] == ["sign_on_failed"]


def test_a_bad_header_of_a_person_s_answer_is_not_logged_with_the_address(
    identity_with: IdentityMaker, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nno header\r\n\r\n{}"
    with answering(lambda line: line.say(bad)) as address, capture_logs(), pytest.raises(NotIdentified):
        identity_with(base_url=address).finish(Attempt("state", "z" * 64), "code")
    assert address.rpartition(":")[2] not in caplog.text + "".join(capfd.readouterr())


def test_the_log_tells_faults_apart_by_place_and_number(esia: FakeEsia, identity: EsiaIdentity) -> None:
    beginning = identity.begin()
    esia.instead[TOKEN] = failing("007015")
    with capture_logs() as logged, pytest.raises(NotIdentified):
        identity.finish(beginning.attempt, "code")
    assert (logged[0]["refusal"], logged[0]["code"], logged[0]["error"]) == (
        "misconfigured",
        "ESIA-007015",
        "NotIdentified",
    )
    assert any("answers.py" in place for place in logged[0]["at"])


@pytest.mark.parametrize("path", [TOKEN, ADDRESSES])
def test_the_log_names_the_visitor_s_request(esia: FakeEsia, sign_in: SignIn, path: str) -> None:
    esia.instead[path] = saying("")
    with bound_contextvars(request_id="7"), capture_logs([merge_contextvars]) as logged, suppress(NotIdentified):
        sign_in()
    assert [line["request_id"] for line in logged] == ["7"]


@pytest.mark.parametrize("number", ["007004", "007011", "007055"])
def test_what_a_person_did_is_no_fault(esia: FakeEsia, identity: EsiaIdentity, number: str) -> None:
    esia.instead[TOKEN] = failing(number)
    with capture_logs() as logged, pytest.raises(NotIdentified):
        identity.finish(Attempt("state", "z" * 64), "code")
    assert logged == []


def test_a_deleted_account_is_no_fault_and_quotes_nothing(esia: FakeEsia, identity: EsiaIdentity) -> None:
    esia.person["status"] = "DELETED"
    beginning = identity.begin()
    with capture_logs() as logged, pytest.raises(NotIdentified) as caught:
        identity.finish(beginning.attempt, esia.agreed(beginning.address))
    assert logged == []
    assert "Воронцова" not in words_of(caught.value) and str(OID) not in words_of(caught.value)


def test_a_missing_region_is_noted_without_a_word_of_the_person(esia: FakeEsia, sign_in: SignIn) -> None:
    esia.instead[ADDRESSES] = saying("Воронцова", 403)
    with capture_logs() as logged:
        assert sign_in().region is None
    assert [(line["event"], line["part"]) for line in logged] == [("sign_on_without_part", "addresses")]
    assert "Воронцова" not in repr(logged) and str(OID) not in repr(logged)


def test_nothing_of_ours_shows_whom_it_is_about(identity: EsiaIdentity, esia: FakeEsia, sign_in: SignIn) -> None:
    found = sign_in()
    assert found.oid not in repr(Subject(found.oid, True, found.signed_in_at, None))
    assert found.oid not in repr(identity) + repr(vars(identity))
