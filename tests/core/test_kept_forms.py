"""A form sent after the session had ended waits for its person alone, comes back whole, is gone when it was sent."""

import json

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.page import Page
from tests.support.registers import Stage, end_sessions, line, programme
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core.database import db, record
from webapp.core.kept_forms import GOOD_FOR, LARGEST_BYTES, MOST, KeptForm, remove_expired

__all__ = ("site", "stage")
FORM, LABEL = "/style-guide/personal", "Что передать"
WORDS = "Позвоните мне завтра,\r\nпосле «обеда» & чая"


def rows(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(KeptForm)) or 0


def late(stage: Stage, client: StrictClient, words: str = WORDS) -> Page:
    """The page that follows when the form is sent after the session has ended."""
    here = client.page(FORM)
    end_sessions(stage.app)
    return here.submit({LABEL: words})


def kept_place(page: Page) -> str:
    """The page that gives the form back, as the link of sign-in names it."""
    return str(
        page.link("Войти через Госуслуги")
        .address.split("next=")[1]
        .replace("%2F", "/")
        .replace("%3F", "?")
        .replace("%3D", "=")
    )


@pytest.fixture(autouse=True)
def nothing_kept(stage: Stage) -> None:
    with stage.app.app_context(), record() as database:
        database.execute(sa.delete(KeptForm))


@pytest.fixture
def person(stage: Stage) -> StrictClient:
    return stage.entitled(programme(line()))


def test_it_comes_back_whole_after_sign_in(stage: Stage, person: StrictClient) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    page = late(stage, client)
    assert "сохранено на сутки" in page.main
    place = kept_place(page)
    sign_in(stage.app, anna, client, place)
    again = client.page(place)
    assert again.value(LABEL).split() == WORDS.split()
    assert "То, что вы написали, на месте" in again.main
    sent = again.submit({})
    assert sent.h1 == "Подпишите: пример личной формы"
    assert "после «обеда» & чая" in sent.text
    assert rows(stage.app) == 0


def test_it_comes_back_without_the_link_too(stage: Stage) -> None:
    """The browser was closed: next morning the person signs in from another page, on another device, in English."""
    anna = stage.somebody()
    late(stage, sign_in(stage.app, anna))
    stage.clock.pass_time(hours=20)
    client = sign_in(stage.app, anna)
    assert client.page(f"/en{FORM}").value(LABEL).split() == WORDS.split()
    page = client.page(FORM)
    assert page.value(LABEL).split() == WORDS.split()
    assert page.title.startswith("Написанное на месте. ")
    page.submit({})
    assert rows(stage.app) == 0
    assert "на месте" not in client.page(FORM).text


def test_what_a_site_of_before_there_were_representatives_has_kept_comes_back(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    place = kept_place(late(stage, client))
    with stage.app.app_context(), record() as database:
        row = database.scalars(sa.select(KeptForm)).one()
        row.kept = {name: value for name, value in row.kept.items() if name != "authority"}
    sign_in(stage.app, anna, client)
    assert client.get("/my/claims").status_code == 200
    for address in (place, FORM):
        assert client.page(address).value(LABEL).split() == WORDS.split()


def test_of_several_the_link_brings_its_own(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    tabs = [client.page(FORM) for _ in range(2)]
    end_sessions(stage.app)
    first = kept_place(tabs[0].submit({LABEL: "первое"}))
    stage.clock.pass_time(seconds=1)
    second = kept_place(tabs[1].submit({LABEL: "второе"}))
    sign_in(stage.app, anna, client)
    assert [client.page(place).value(LABEL) for place in (first, second, FORM)] == ["первое", "второе", "второе"]
    client.page(first).submit({})
    assert [client.page(place).value(LABEL) for place in (first, FORM)] == ["второе", "второе"]


def test_mended_after_it_came_back_it_waits_no_more(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    place = kept_place(late(stage, client))
    sign_in(stage.app, anna, client)
    refused = client.page(place).submit({LABEL: " "})
    assert refused.status == 422
    assert refused.submit({LABEL: WORDS}).h1 == "Подпишите: пример личной формы"
    assert rows(stage.app) == 0


def test_late_once_more_it_takes_its_own_place(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    place = kept_place(late(stage, client))
    sign_in(stage.app, anna, client)
    page = client.page(place)
    end_sessions(stage.app)
    page.submit({LABEL: "иначе"})
    sign_in(stage.app, anna, client)
    assert rows(stage.app) == 1
    assert client.page(FORM).value(LABEL) == "иначе"


def test_pressed_twice_it_is_kept_once(stage: Stage) -> None:
    client = sign_in(stage.app, stage.somebody())
    page = client.page(FORM)
    end_sessions(stage.app)
    for _ in range(2):
        assert page.submit({LABEL: WORDS}).h1 == "Написанное сохранено, войдите ещё раз"
    assert rows(stage.app) == 1


def test_another_person_gets_nothing_of_it(stage: Stage, person: StrictClient) -> None:
    place = kept_place(late(stage, person))
    other = sign_in(stage.app, stage.somebody())
    page = other.page(place)
    assert page.value(LABEL) == ""
    assert "на месте" not in page.main
    assert visitor(stage.app).page(place).h1.startswith("Вход")
    assert rows(stage.app) == 1


def test_it_opens_on_its_own_page_only(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    number = kept_place(late(stage, client)).partition("kept=")[2]
    sign_in(stage.app, anna, client)
    assert "на месте" not in client.page(f"/sign-out?kept={number}").main
    assert "на месте" not in client.page("/help").main
    assert client.page(f"{FORM}?kept={number}").value(LABEL).split() == WORDS.split()


def test_a_forged_mark_leaves_nothing(stage: Stage, person: StrictClient) -> None:
    end_sessions(stage.app)
    told = {"words": "чужое", "made_for": "forged"}
    page = person.post(FORM, data=told, headers=OUR_PAGE)
    assert page.status_code == 403
    assert rows(stage.app) == 0


def test_a_day_later_it_is_gone(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    place = kept_place(late(stage, client))
    stage.clock.pass_time(seconds=GOOD_FOR.total_seconds() + 1)
    sign_in(stage.app, anna, client)
    assert client.page(place).value(LABEL) == ""
    with stage.app.app_context(), db.sessionmaker() as database:
        assert remove_expired(database) == 1


def test_what_is_too_large_is_not_promised(stage: Stage, person: StrictClient) -> None:
    page = late(stage, person, "ж" * (LARGEST_BYTES // 2))  # and the name of the field
    assert (page.status, page.h1) == (403, "Не сохранено: скопируйте написанное")
    assert page.value("Написанное вами") == "ж" * (LARGEST_BYTES // 2)
    assert page.link("Войти и открыть форму").address == f"/sign-in?next={FORM}"
    assert rows(stage.app) == 0


def test_what_just_fits_is_kept_whole(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    longest = "x" * (LARGEST_BYTES - len("words"))
    place = kept_place(late(stage, client, longest))
    sign_in(stage.app, anna, client)
    assert client.page(place).value(LABEL) == longest


def test_so_many_of_one_person_and_no_more(stage: Stage) -> None:
    client = sign_in(stage.app, stage.somebody())
    tabs = [client.page(FORM) for _ in range(MOST + 2)]
    end_sessions(stage.app)
    places = [kept_place(tab.submit({LABEL: f"письмо {number}"})) for number, tab in enumerate(tabs)]
    assert rows(stage.app) == MOST
    assert len(set(places)) == MOST + 2


def test_a_thief_of_the_database_reads_nothing(stage: Stage, person: StrictClient) -> None:
    place = kept_place(late(stage, person))
    with stage.app.app_context():
        row = db.session.execute(sa.text("SELECT * FROM kept_form")).mappings().one()
    stored = json.dumps({name: str(value) for name, value in row.items()}, ensure_ascii=False)
    assert place.partition("kept=")[2] not in stored
    assert "Позвоните" not in stored and FORM not in stored


def test_two_tabs_send_one_after_the_other(stage: Stage) -> None:
    """The second tab's form is of the session before the last sign-in: its mark says whose it is."""
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    old_tab = client.page(FORM)
    end_sessions(stage.app)
    sign_in(stage.app, anna, client)
    assert old_tab.submit({LABEL: WORDS}).h1 == "Подпишите: пример личной формы"
