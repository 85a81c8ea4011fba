"""The copy of the register is brought up to date by looking: asked for once, heard when it is there, kept meanwhile."""

from pathlib import Path

import pytest

from tests.support.html import with_id
from tests.support.registers import CANE, CHAIR, NOON, Stage, days, line, programme, site_in
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import Programme, Source

WAITS = "ждём ответ реестра"
PRESS = "Запросить свежие данные"


@pytest.fixture
def person(stage: Stage) -> Identified:
    found = stage.somebody()
    stage.tell(found, programme(line()))
    return found


@pytest.fixture
def client(stage: Stage, person: Identified) -> StrictClient:
    return sign_in(stage.app, person)


def test_signing_in_alone_asks_nobody(stage: Stage, client: StrictClient) -> None:
    assert stage.register.calls == 0
    assert client.page("/help").status == 200
    assert stage.register.calls == 0


def test_the_first_look_asks_about_this_very_person(stage: Stage, person: Identified, client: StrictClient) -> None:
    page = client.page("/my")
    assert stage.register.asked == [person.snils]
    assert CANE in page.headings(2)
    assert "2 марта 2026 года" in page.main


def test_an_answer_that_comes_later_is_heard_later(stage: Stage, client: StrictClient) -> None:
    stage.register.is_ready = False
    for _ in range(3):
        page = client.page("/my")
        assert WAITS in page.h1 and page.status == 200
        stage.clock.pass_time(minutes=1)
    stage.register.is_ready = True
    assert CANE in client.page("/my").headings(2)
    assert len(stage.register.asked) == 1
    assert len(set(stage.register.heard)) == 1


def test_whoever_waits_has_ways_on(stage: Stage, client: StrictClient) -> None:
    stage.register.is_ready = False
    page = client.page("/my")
    assert {"/my", "/catalogue", "/help"} <= {link.address for link in page.links}
    assert "не потеряется" in page.main


@pytest.mark.parametrize("address", ["/my/programme", "/my/programme/0123456789abcdef"])
def test_the_document_of_one_who_waits_leads_to_the_waiting(stage: Stage, client: StrictClient, address: str) -> None:
    stage.register.is_ready = False
    assert WAITS in client.page(address).h1


def test_a_fresh_copy_is_not_asked_for_again(stage: Stage, client: StrictClient) -> None:
    client.page("/my")
    calls = stage.register.calls
    stage.clock.pass_time(hours=1.9)
    for address in ("/my", "/my/programme", "/products/6-02-02.0001", "/favourites"):
        assert client.page(address).status == 200
    assert stage.register.calls == calls


def test_after_a_day_the_old_copy_is_shown_while_a_new_one_is_asked_for(
    stage: Stage, person: Identified, client: StrictClient
) -> None:
    client.page("/my")
    stage.clock.pass_time(hours=24)
    stage.tell(person, programme(line(CHAIR)))
    stage.register.is_ready = False
    again = sign_in(stage.app, person)
    for _ in range(2):
        page = again.page("/my")
        assert CANE in page.headings(2)
        assert "2 марта 2026 года" in page.main
        assert "реестр ещё не ответил" in page.main
    assert len(stage.register.asked) == 2
    stage.register.is_ready = True
    page = again.page("/my")
    assert CHAIR in page.headings(2) and CANE not in page.headings(2)
    assert "3 марта 2026 года" in page.main


def test_a_newer_answer_keeps_the_one_before(stage: Stage, person: Identified, client: StrictClient) -> None:
    client.page("/my")
    first = stage.copy_of(person)
    assert (first.before, first.changed_at) == (None, None)
    stage.clock.pass_time(hours=24)
    stage.tell(person, programme(line(CHAIR)))
    sign_in(stage.app, person).page("/my")
    second = stage.copy_of(person)
    assert second.before == first.extract
    assert second.extract != first.extract
    assert second.changed_at == second.received_at == stage.clock.now()


def test_an_equal_answer_changes_only_the_date(stage: Stage, person: Identified, client: StrictClient) -> None:
    client.page("/my")
    first = stage.copy_of(person)
    stage.clock.pass_time(hours=24)
    sign_in(stage.app, person).page("/my")
    second = stage.copy_of(person)
    assert second.received_at == stage.clock.now() > NOON
    assert (second.extract, second.before, second.changed_at) == (first.extract, None, None)
    assert (second.request_id, second.asked_at, second.failure, second.failed_at) == (None, None, None, None)


def test_a_programme_that_is_gone_from_the_register_is_gone_here(
    stage: Stage, person: Identified, client: StrictClient
) -> None:
    client.page("/my")
    stage.clock.pass_time(hours=24)
    stage.tell(person)
    assert "программы пока нет" in sign_in(stage.app, person).page("/my").h1
    assert stage.copy_of(person).before is not None


def test_whoever_wants_newer_data_gets_them(stage: Stage, person: Identified, client: StrictClient) -> None:
    page = client.page("/my")
    stage.tell(person, programme(line(CHAIR)))
    answer = client.post("/my/request", data={"csrf_token": _token(client)}, headers=OUR_PAGE)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/my?asked=1#data")
    assert len(stage.register.asked) == 1  # nobody is asked while the form is being taken
    page = client.page("/my")
    assert CHAIR in page.headings(2)
    assert len(stage.register.asked) == 2
    client.page("/my")
    assert len(stage.register.asked) == 2


def test_what_was_pressed_is_said_where_reading_goes_on(stage: Stage, client: StrictClient) -> None:
    page = client.page("/my")
    stage.register.is_ready = False
    page = page.submit(button=PRESS)
    assert "реестр ещё не ответил" in page.main
    assert PRESS not in page.main
    assert CANE in page.headings(2)


@pytest.mark.parametrize(
    "programmes",
    [
        (),
        (programme(),),
        (programme(line(), ends=days(-1)),),
        (programme(line(), number="2", replaces="1"), programme(line(CHAIR), number="1")),
        (programme(line(), number="2"), programme(line(CHAIR), number="1")),
        (programme(line(source=Source.MOSCOW, executor="")),),
    ],
)
def test_whoever_it_is_may_want_newer_data(stage: Stage, programmes: tuple[Programme, ...]) -> None:
    page = stage.visits("/my", *programmes).submit(button=PRESS)
    assert (page.status, page.address) == (200, "/my?asked=1#data")
    heading = with_id(page.tree, "data")
    assert heading is not None and heading.get("tabindex") == "-1"
    assert len(stage.register.asked) == 2


def test_a_wish_needs_its_token_and_a_person(stage: Stage, client: StrictClient) -> None:
    client.page("/my")
    assert client.post("/my/request", headers=OUR_PAGE).status_code == 400
    assert client.get("/my/request").status_code == 405
    client.page("/my")
    assert len(stage.register.asked) == 1


def test_whoever_has_nothing_yet_is_made_to_wait_a_little(template: Path, tmp_path: Path) -> None:
    with site_in(template, tmp_path, patience=5) as app:
        stage = Stage(app)
        client = stage.entitled(programme(line()))
        stage.register.is_ready = False

        def later() -> None:
            stage.register.is_ready = len(stage.register.heard) > 1

        stage.register.meanwhile = later
        assert CANE in client.page("/my").headings(2)
        assert len(stage.register.heard) == 2


def test_at_a_product_nobody_is_made_to_wait(template: Path, tmp_path: Path) -> None:
    with site_in(template, tmp_path, patience=5) as app:
        stage = Stage(app)
        client = stage.entitled(programme(line()))
        stage.register.is_ready = False
        assert "Спрашиваем реестр" in client.page("/products/6-02-02.0001").main
        assert len(stage.register.heard) == 1


def test_whoever_has_an_older_copy_is_not_made_to_wait(template: Path, tmp_path: Path) -> None:
    with site_in(template, tmp_path, patience=5) as app:
        stage = Stage(app)
        person = stage.somebody()
        stage.tell(person, programme(line()))
        sign_in(stage.app, person).page("/my")
        stage.clock.pass_time(hours=24)
        stage.register.is_ready = False
        heard = len(stage.register.heard)
        assert CANE in sign_in(stage.app, person).page("/my").headings(2)
        assert len(stage.register.heard) == heard + 1


def _token(client: StrictClient) -> str:
    return client.get("/my").text.split('name="csrf_token" value="')[1].split('"')[0]
