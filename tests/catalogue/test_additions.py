"""What others say on a product's page: nothing personal to a stranger, and to each reader their own."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from flask import Flask

from tests.support.html import elements, has_class, words
from tests.support.page import Page
from tests.support.registers import (
    CANE,
    INTERPRETER,
    STIFF_CANE,
    TONOMETER,
    UNREAD,
    Stage,
    days,
    event,
    line,
    programme,
    site_in,
)
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, visitor
from webapp.catalogue import additions
from webapp.catalogue.additions import Addition
from webapp.core.actor import Actor
from webapp.gateways.programmes.port import Event, Failure, Programme
from webapp.reference.queries import Row

ADDRESS = "/products/6-02-02.0001"
HARM = '<script>alert("1")</script> & \' 100 % %s'
PHONE = "/products/17-01-05.0001"


@pytest.fixture(scope="module")
def site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A loaded site for the visitors of this module."""
    with site_in(template, tmp_path_factory.mktemp("additions")) as app:
        yield app


@pytest.fixture
def stage(site: Flask) -> Stage:
    return Stage(site)


def verdict(page: Page) -> str:
    """What the page says of the reader's programme; empty where it says nothing."""
    found = [words(each) for each in elements(page.tree, "p") if has_class(each, "notice")]
    return " ".join(text for text in found if "моей программе" in text)


def looked(stage: Stage, *programmes: Programme, address: str = ADDRESS) -> Page:
    """The product's page of a person who has looked at their programmes."""
    client = stage.entitled(*programmes)
    client.page("/my")
    return client.page(address)


def test_a_stranger_is_told_of_no_programme(stage: Stage) -> None:
    page = visitor(stage.app).page(ADDRESS)
    assert verdict(page) == ""
    assert [words(each) for each in elements(page.tree, "button")] == [f"Добавить в избранное: {page.h1}"]
    assert page.title == f"{page.h1} — Ориентир"


def test_a_guest_is_told_of_no_programme_either(stage: Stage) -> None:
    guest = visitor(stage.app)
    assert verdict(guest.send("/favourites/6-02-02.0001", {})) == ""


def test_a_product_of_the_programme_fits(stage: Stage) -> None:
    said = verdict(looked(stage, programme(line(), line(TONOMETER))))
    assert said.startswith("Подходит к моей программе: да")
    assert CANE in said


def test_a_product_of_nothing_in_the_programme_does_not(stage: Stage) -> None:
    said = verdict(looked(stage, programme(line(TONOMETER))))
    assert said.startswith("Подходит к моей программе: нет")
    assert "нет" in said.partition("нет")[2]


@pytest.mark.parametrize(
    ("programmes", "reason"),
    [
        ((programme(line(STIFF_CANE)),), STIFF_CANE),
        ((programme(line(UNREAD)),), UNREAD),
        ((programme(line(), executions=(event(Event.CLARIFICATION),)),), "уточнения"),
        ((programme(line(), ends=days(-1)),), "срок истёк"),
        ((), "нет вашей программы"),
    ],
)
def test_a_doubt_is_told_with_its_reason(stage: Stage, programmes: tuple[Programme, ...], reason: str) -> None:
    said = verdict(looked(stage, *programmes))
    assert said.startswith("Подходит к моей программе: не уверены")
    assert reason in said


@pytest.mark.parametrize("service", [INTERPRETER, "Ремонт технического средства реабилитации"])
def test_a_service_in_the_programme_leaves_no_doubt_about_products(stage: Stage, service: str) -> None:
    said = verdict(looked(stage, programme(line(TONOMETER), line(service))))
    assert said.startswith("Подходит к моей программе: нет")


def test_a_name_without_a_code_is_not_called_unknown(stage: Stage) -> None:
    said = verdict(looked(stage, programme(line(TONOMETER), line("Протез пальца косметический"))))
    assert "которого нет в классификации" not in said


def test_a_name_that_may_be_this_item_leaves_doubt(stage: Stage) -> None:
    said = verdict(looked(stage, programme(line("Трость"))))
    assert said.startswith("Подходит к моей программе: не уверены")
    assert "которого нет в классификации" not in said


def test_whoever_has_not_looked_yet_need_not_look_elsewhere_first(stage: Stage) -> None:
    client = stage.entitled(programme(line()))
    assert verdict(client.page(ADDRESS)).startswith("Подходит к моей программе: да")
    assert len(stage.register.asked) == 1


def test_while_the_register_thinks_the_same_page_is_where_one_looks_again(stage: Stage) -> None:
    client = stage.entitled(programme(line()))
    stage.register.is_ready = False
    for _ in range(2):
        page = client.page(ADDRESS)
        assert verdict(page) == "Подходит к моей программе: пока неизвестно. Спрашиваем реестр о вашей программе."
    stage.register.is_ready = True
    assert verdict(page.follow("Проверить, пришёл ли ответ")).startswith("Подходит к моей программе: да")
    assert len(stage.register.asked) == 1


def test_why_the_register_has_failed_is_told_where_its_answer_is_the_page(stage: Stage) -> None:
    stage.register.refuses = Failure.UNAVAILABLE
    page = stage.entitled(programme(line())).page(ADDRESS)
    assert verdict(page).startswith("Подходит к моей программе: пока неизвестно. Реестр ещё не прислал")
    assert "реестр не ответил" in page.follow("Что мне положено").h1


def test_an_old_copy_is_believed_by_the_calendar_of_today(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line(), ends=days(3)))
    sign_in(stage.app, person).page("/my")
    stage.clock.pass_time(days=4)
    assert "не уверены" in verdict(sign_in(stage.app, person).page(ADDRESS))


def test_a_name_is_shown_as_it_is_written_and_does_no_harm(stage: Stage) -> None:
    page = looked(stage, programme(line(HARM)))
    assert HARM in verdict(page)
    assert elements(page.tree, "script") == []


def test_in_english(stage: Stage) -> None:
    client = stage.entitled(programme(line()))
    client.page("/my")
    page = client.page(f"/en{ADDRESS}")
    notices = [words(each) for each in elements(page.tree, "p") if has_class(each, "notice")]
    assert page.status == 200
    assert notices and not set("абвгд") & set(notices[0].split(":")[0].lower())


def test_the_same_bytes_for_all_who_are_nobody(stage: Stage) -> None:
    first = visitor(stage.app).get(ADDRESS)
    keeper = stage.entitled(programme(line()))
    keeper.send("/favourites/6-02-02.0001", {})
    stale = visitor(stage.app)
    stale.set_cookie("orientir", "unknown")
    beginner = visitor(stage.app)
    beginner.get("/sign-in/start")
    for client in (visitor(stage.app), stale, beginner):
        answer = client.get(ADDRESS)
        assert (answer.data, answer.headers["ETag"]) == (first.data, first.headers["ETag"])
        assert answer.headers["Cache-Control"] == "no-cache"
        again = client.get(ADDRESS, headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304


def test_a_page_that_says_something_personal_is_kept_by_nobody(stage: Stage) -> None:
    tag = visitor(stage.app).get(ADDRESS).headers["ETag"]
    guest = visitor(stage.app)
    guest.post("/favourites/6-02-02.0001", headers=OUR_PAGE)
    person = stage.entitled(programme(line()))
    for client in (guest, person):
        for address in (ADDRESS, f"{ADDRESS}/table", PHONE, "/catalogue"):
            answer = client.get(address, headers={"If-None-Match": tag})
            assert answer.status_code == 200
            assert answer.headers["Cache-Control"] == "no-store"
            assert "ETag" not in answer.headers
            assert "Cookie" in answer.vary


def test_after_the_favourite_is_gone_a_guest_sees_the_plain_page(stage: Stage) -> None:
    guest = visitor(stage.app)
    guest.send("/favourites/6-02-02.0001", {})
    guest.delete_cookie("orientir")
    assert guest.get(ADDRESS).data == visitor(stage.app).get(ADDRESS).data


@pytest.mark.parametrize("silent", [True, False])
def test_speakers_are_asked_in_order_with_the_actor(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, silent: bool
) -> None:
    asked: list[str] = []

    def speaker(name: str) -> additions.Speaker:
        def say(actor: Actor, product: Row) -> Addition | None:
            asked.append(f"{name} {product.number} {actor.is_signed_in}")
            return None if silent else Addition("ipra/_trouble.html", title_prefix=f"{name}: ")

        return say

    monkeypatch.setitem(stage.app.extensions, "product_additions", (speaker("Раз"), speaker("Два")))
    with stage.app.test_request_context(ADDRESS):
        found = additions.of_product(Actor(), cast(Row, SimpleNamespace(number="6-02-02.0001")))
    assert asked == ["Раз 6-02-02.0001 False", "Два 6-02-02.0001 False"]
    assert [each.title_prefix for each in found] == ([] if silent else ["Раз: ", "Два: "])


def test_signing_out_makes_the_page_a_strangers(stage: Stage) -> None:
    client = stage.entitled(programme(line()))
    client.page("/my")
    assert verdict(client.page(ADDRESS))
    assert client.page("/sign-out").submit(button="Выйти").status == 200
    assert verdict(client.page(ADDRESS)) == ""
