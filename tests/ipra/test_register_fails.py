"""The register is down, slow, contradictory, silent: what came last stays, the page is honest, nobody hammers."""

import pytest

from tests.support.page import Page
from tests.support.registers import CANE, CHAIR, Stage, line, programme
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import Failure

WORDS = {
    Failure.UNAVAILABLE: "не отвечает",
    Failure.REFUSED: "наша ошибка",
    Failure.CONTRADICTORY: "не поверили",
}
WAYS = ("asking", "hearing")
LATE_HOURS = 24


def fail(stage: Stage, way: str, failure: Failure | None) -> None:
    """Asking or hearing fails from now on, or no longer."""
    stage.register.refuses = failure if way == "asking" else None
    stage.register.fails = failure if way == "hearing" else None


@pytest.fixture
def person(stage: Stage) -> Identified:
    found = stage.somebody()
    stage.tell(found, programme(line()))
    return found


@pytest.fixture
def client(stage: Stage, person: Identified) -> StrictClient:
    return sign_in(stage.app, person)


@pytest.fixture
def old(stage: Stage, person: Identified, client: StrictClient) -> StrictClient:
    """A visitor whose copy is a day old."""
    assert CANE in client.page("/my").headings(2)
    stage.clock.pass_time(hours=24)
    stage.tell(person, programme(line(CHAIR)))
    return sign_in(stage.app, person)


def looks(client: StrictClient, times: int = 5) -> Page:
    for _ in range(times - 1):
        client.page("/my")
    return client.page("/my")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("failure", WORDS)
def test_without_a_copy_the_page_says_what_happened(
    stage: Stage, client: StrictClient, way: str, failure: Failure
) -> None:
    fail(stage, way, failure)
    page = client.page("/my")
    assert page.status == 200
    assert "реестр не ответил" in page.h1
    assert WORDS[failure] in page.main
    assert {"/my", "/catalogue", "/help"} <= {link.address for link in page.links}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("failure", WORDS)
def test_what_was_received_last_stays_with_its_date(
    stage: Stage, person: Identified, old: StrictClient, way: str, failure: Failure
) -> None:
    before = stage.copy_of(person)
    fail(stage, way, failure)
    page = old.page("/my")
    assert CANE in page.headings(2) and CHAIR not in page.main
    assert "2 марта 2026 года" in page.main and "3 марта" not in page.main
    assert WORDS[failure] in page.main
    after = stage.copy_of(person)
    assert (after.extract, after.received_at, after.before) == (before.extract, before.received_at, None)
    assert after.failure == failure.value


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("failure", WORDS)
def test_a_register_that_failed_is_left_alone_for_half_a_minute(
    stage: Stage, client: StrictClient, way: str, failure: Failure
) -> None:
    fail(stage, way, failure)
    client.page("/my")
    calls = stage.register.calls
    stage.clock.pass_time(seconds=29)
    page = looks(client)
    assert stage.register.calls == calls
    assert WORDS[failure] in page.main
    stage.clock.pass_time(seconds=1)
    looks(client)
    assert calls < stage.register.calls <= calls + 2


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("failure", WORDS)
def test_a_register_that_is_well_again_is_believed(
    stage: Stage, person: Identified, old: StrictClient, way: str, failure: Failure
) -> None:
    fail(stage, way, failure)
    old.page("/my")
    fail(stage, way, None)
    stage.clock.pass_time(seconds=30)
    page = old.page("/my")
    assert CHAIR in page.headings(2)
    assert not [words for words in WORDS.values() if words in page.main]
    assert (stage.copy_of(person).failure, stage.copy_of(person).request_id) == (None, None)


def test_a_request_is_not_lost_when_the_register_is_down_for_a_while(stage: Stage, client: StrictClient) -> None:
    stage.register.is_ready = False
    client.page("/my")
    stage.register.fails = Failure.UNAVAILABLE
    for _ in range(5):
        client.page("/my")
        stage.clock.pass_time(seconds=31)
    stage.register.fails = None
    stage.register.is_ready = True
    assert CANE in client.page("/my").headings(2)
    assert len(stage.register.asked) == 1


def test_a_register_that_is_up_again_but_not_ready_is_waited_for(stage: Stage, client: StrictClient) -> None:
    stage.register.fails = Failure.UNAVAILABLE
    assert "не ответил" in client.page("/my").h1
    stage.register.fails = None
    stage.register.is_ready = False
    stage.clock.pass_time(seconds=30)
    assert "ждём" in client.page("/my").h1


def test_a_register_that_was_down_for_a_moment_is_late_all_the_same(
    stage: Stage, person: Identified, old: StrictClient
) -> None:
    stage.register.fails = Failure.UNAVAILABLE
    old.page("/my")
    stage.register.fails = None
    stage.register.is_ready = False
    stage.clock.pass_time(hours=LATE_HOURS, seconds=1)
    page = sign_in(stage.app, person).page("/my")
    assert "слишком долго молчит" in page.main
    assert CANE in page.headings(2)


def test_a_request_that_the_register_forgot_is_asked_anew(stage: Stage, client: StrictClient) -> None:
    stage.register.is_ready = False
    client.page("/my")
    stage.register.forget()
    stage.register.is_ready = True
    looks(client, 2)
    assert CANE in client.page("/my").headings(2)
    assert len(stage.register.asked) == 2


def test_a_register_that_forgets_every_request_is_not_hammered(stage: Stage, client: StrictClient) -> None:
    stage.register.fails = Failure.UNKNOWN_REQUEST
    page = looks(client, 8)
    assert page.status == 200
    assert len(stage.register.asked) <= 2


def test_a_register_that_is_silent_for_a_day_is_asked_anew(stage: Stage, person: Identified, old: StrictClient) -> None:
    stage.register.is_ready = False
    old.page("/my")
    stage.clock.pass_time(hours=LATE_HOURS, seconds=1)
    client = sign_in(stage.app, person)
    page = client.page("/my")
    assert "слишком долго молчит" in page.main
    assert CANE in page.headings(2)
    asked = len(stage.register.asked)
    looks(client)
    assert len(stage.register.asked) == asked
    stage.clock.pass_time(seconds=30)
    stage.register.is_ready = True
    assert CHAIR in client.page("/my").headings(2)
    assert len(stage.register.asked) == asked + 1


def test_an_answer_of_the_very_last_moment_is_taken(stage: Stage, person: Identified, client: StrictClient) -> None:
    stage.register.is_ready = False
    client.page("/my")
    stage.clock.pass_time(days=3)
    stage.register.is_ready = True
    assert CANE in sign_in(stage.app, person).page("/my").headings(2)


def test_whoever_presses_again_and_again_does_not_hammer_a_failing_register(stage: Stage, old: StrictClient) -> None:
    stage.register.refuses = Failure.UNAVAILABLE
    old.page("/my")
    token = old.get("/my").text.split('name="csrf_token" value="')[1].split('"')[0]
    asked = len(stage.register.asked)
    for _ in range(5):
        old.post("/my/request", data={"csrf_token": token}, headers=OUR_PAGE)
        old.page("/my")
    assert len(stage.register.asked) <= asked + 1


@pytest.mark.parametrize("failure", WORDS)
def test_the_english_page_of_a_failure(stage: Stage, client: StrictClient, failure: Failure) -> None:
    stage.register.fails = failure
    page = client.page("/en/my")
    assert (page.status, page.language) == (200, "en")
    assert not set("абвгде") & set(page.h1.lower())


def test_other_pages_never_wait_for_the_register(stage: Stage, client: StrictClient) -> None:
    stage.register.fails = Failure.UNAVAILABLE
    for address in ("/catalogue/6-02-02", "/favourites", "/", "/help"):
        assert client.page(address).status == 200
    assert stage.register.calls == 0


def test_the_failure_of_one_person_is_nobody_elses(stage: Stage, client: StrictClient) -> None:
    stage.register.fails = Failure.UNAVAILABLE
    client.page("/my")
    stage.register.fails = None
    assert CHAIR in stage.visits("/my", programme(line(CHAIR))).headings(2)
