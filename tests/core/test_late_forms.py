"""Forms of a session that is over, in the hands of others: other sites, other people, floods; fields of every kind."""

import io
import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa
from flask import Flask
from werkzeug.test import TestResponse
from wtforms import SelectMultipleField, TextAreaField

from tests.support.databases import Databases
from tests.support.html import elements
from tests.support.page import Page
from tests.support.processes import free_port
from tests.support.registers import Stage, end_sessions, site_in
from tests.support.signing_in import sign_in
from tests.support.sites import closing, make_site, settings_in
from tests.support.staged import site, stage
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.core.access import Proof, signed_in
from webapp.core.database import db, record
from webapp.core.forms import Form, ThreePartDate
from webapp.core.kept_forms import MOST, KeptForm

__all__ = ("site", "stage")
FORM, LABEL, WORDS = "/style-guide/personal", "Что передать", "Позвоните мне завтра"
FOREIGN = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "null"},
    {"Origin": "http://evil.example"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://other.localhost"},
    {"Origin": "http://localhost:8001"},
    {"Origin": "https://localhost"},
    {"Referer": "http://evil.example/http://localhost/"},
)


@pytest.fixture(autouse=True)
def nothing_kept(stage: Stage) -> None:
    with stage.app.app_context(), record() as database:
        database.execute(sa.delete(KeptForm))


def rows(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(KeptForm)) or 0


def mark_of(page: Page) -> str:
    """The mark in the form of a page."""
    return next(field.get("value") or "" for field in elements(page.tree, "input") if field.get("name") == "made_for")


def sent(client: StrictClient, mark: str, headers: dict[str, str]) -> TestResponse:
    return client.post(FORM, data={"words": WORDS, "made_for": mark}, headers=headers)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_mark_that_somebody_saw_sends_nothing_from_another_site(stage: Stage, headers: dict[str, str]) -> None:
    client = sign_in(stage.app, stage.somebody())
    mark = mark_of(client.page(FORM))
    assert sent(client, mark, headers).status_code == 400
    assert sent(client, mark, OUR_PAGE).status_code == 303


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_nor_is_anything_kept_that_another_site_sent(stage: Stage, headers: dict[str, str]) -> None:
    client = sign_in(stage.app, stage.somebody())
    mark = mark_of(client.page(FORM))
    end_sessions(stage.app)
    answer = sent(client, mark, headers)
    assert answer.status_code == 303
    assert "kept" not in answer.headers["Location"] and WORDS not in answer.text
    assert rows(stage.app) == 0


def test_a_text_browser_that_says_nothing_keeps_its_form(stage: Stage) -> None:
    client = sign_in(stage.app, stage.somebody())
    mark = mark_of(client.page(FORM))
    end_sessions(stage.app)
    assert "kept" in sent(client, mark, {}).headers["Location"]
    assert rows(stage.app) == 1


def test_what_one_wrote_waits_while_another_person_has_signed_in(stage: Stage) -> None:
    anna, boris = stage.somebody(), stage.somebody()
    client = sign_in(stage.app, anna)
    old_tab = client.page(FORM)
    end_sessions(stage.app)
    sign_in(stage.app, boris, client)
    page = old_tab.submit({LABEL: WORDS})
    assert (page.status, page.h1) == (409, "Форма открыта под другим именем")
    assert "сохранено на сутки" in page.main
    assert page.follow("Открыть форму заново").value(LABEL) == ""
    sign_in(stage.app, anna, client)
    assert client.page(FORM).value(LABEL) == WORDS


def test_forms_that_are_kept_are_counted_as_all_others(template: Path, tmp_path: Path) -> None:
    with site_in(template, tmp_path, form_limit="3 per minute") as app:
        flooded = Stage(app)
        client = sign_in(app, flooded.somebody())
        mark = mark_of(client.page(FORM))
        end_sessions(app)
        assert [sent(client, mark, OUR_PAGE).status_code for _ in range(4)] == [303, 303, 303, 429]


def test_a_mark_that_grew_old_promises_nothing(stage: Stage) -> None:
    client = sign_in(stage.app, stage.somebody())
    page = client.page(FORM)
    stage.clock.pass_time(days=8)
    late = page.submit({LABEL: WORDS})
    assert late.h1 == "Не сохранено: скопируйте написанное"
    assert "больше недели" in late.main
    assert late.value("Написанное вами") == WORDS
    assert rows(stage.app) == 0


class ManyFields(Form):
    """Fields of several kinds."""

    ways = SelectMultipleField(choices=["post", "bus", "foot"])
    day = ThreePartDate()
    words = TextAreaField()


@signed_in(Proof.TOKEN, keeps=True)
def shows_what_came_back() -> str:
    form = ManyFields()
    return json.dumps([form.ways.data, form.day.typed, form.words.data])


def test_every_field_and_every_tick_comes_back(writing_site: Flask) -> None:
    """From an address with a query, too; files are not taken."""
    planted = Stage(writing_site)
    writing_site.add_url_rule("/many", "many", shows_what_came_back, methods=["GET", "POST"])
    anna = planted.somebody()
    client = sign_in(writing_site, anna)
    mark = mark_of(client.page(FORM))
    end_sessions(writing_site)
    told: dict[str, object] = {
        "made_for": mark,
        "csrf_token": "old",
        "ways": ["post", "foot"],
        "day-day": " 3",
        "day-month": "мая",
    }
    told |= {"day-year": "", "words": "«Да»\r\n& нет"}
    files = {"file": (io.BytesIO(b"x" * 100), "secret.txt")}
    answer = client.post("/many?step=2&kept=older", data=told | files, headers=OUR_PAGE)
    place = parse_qs(urlsplit(answer.headers["Location"]).query)["next"][0]
    assert place.startswith("/many?step=2&kept=") and "older" not in place
    sign_in(writing_site, anna, client)
    ways, day, words = json.loads(client.get(place, headers={"HX-Request": "true"}).text)
    assert (ways, words) == (["post", "foot"], "«Да»\r\n& нет")
    assert (day["day"].strip(), day["month"], day["year"]) == ("3", "мая", "")


def test_an_address_that_is_too_long_to_come_back_to_loses_its_query(stage: Stage) -> None:
    anna = stage.somebody()
    client = sign_in(stage.app, anna)
    mark = mark_of(client.page(FORM))
    end_sessions(stage.app)
    told = {"words": WORDS, "made_for": mark}
    late = client.post(f"{FORM}?step={'x' * 3000}", data=told, headers=OUR_PAGE)
    page = client.page(late.headers["Location"])
    assert page.h1 == "Написанное сохранено, войдите ещё раз"
    back = parse_qs(urlsplit(page.link("Войти через Госуслуги").address).query)["next"][0]
    sign_in(stage.app, anna, client)
    assert client.page(back).value(LABEL) == WORDS


def test_both_databases_keep_five_and_give_them_back(each_database: Databases, tmp_path: Path) -> None:
    chosen = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(chosen)) as app:
        stage = Stage(app)
        anna = stage.somebody()
        client = sign_in(app, anna)
        tabs = [client.page(FORM) for _ in range(MOST + 1)]
        end_sessions(app)
        for number, tab in enumerate(tabs):
            stage.clock.pass_time(seconds=1)
            tab.submit({LABEL: f"письмо {number}"})
        assert rows(app) == MOST
        sign_in(app, anna, client)
        for number in range(MOST, 0, -1):
            page = client.page(FORM)
            assert page.value(LABEL) == f"письмо {number}"
            page.submit({})
        assert rows(app) == 0


def test_the_last_step_comes_back_with_what_it_carries(stage: Stage) -> None:
    """The session that held the words is over, too; the form has them with it, and nobody else reads them there."""
    person = stage.somebody()
    client = sign_in(stage.app, person)
    step = client.page(FORM).submit({LABEL: WORDS})
    assert step.h1 == "Подпишите: пример личной формы"
    end_sessions(stage.app)
    late = step.submit(button="Подписать пример")
    assert late.h1 == "Написанное сохранено, войдите ещё раз"
    place = parse_qs(urlsplit(late.address).query)["next"][0]
    back = sign_in(stage.app, person, client, place=place).page(place)
    assert f"Вы передаёте: {WORDS}" in back.main
    assert WORDS in back.submit(button="Подписать пример").main
