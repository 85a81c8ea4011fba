"""Sign-in that does not come about: a page that says why, nobody signed in, nothing made, whatever ЕСИА said."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from flask import Flask

from tests.support.signing_in import (
    ANNA,
    BORIS,
    RETURN,
    PlayedIdentity,
    begun,
    come_back,
    is_signed_in,
    kept_of_people,
    parameter,
    sign_in,
    signed_in_sessions,
)
from tests.support.strict_client import visitor
from webapp.auth import actions
from webapp.gateways.identity.port import Identified, NotIdentified, Refusal

Outcome = Refusal | Identified
CASES: tuple[tuple[Outcome, int, str], ...] = (
    (Refusal.DENIED, 200, "Вы не разрешили передать сведения"),
    (Refusal.UNCONFIRMED, 403, "Учётная запись на Госуслугах не подтверждена"),
    (Refusal.SECOND_STEP, 403, "Второй шаг входа не получился"),
    (Refusal.NOT_ALLOWED, 403, "С этой учётной записью войти нельзя"),
    (Refusal.EXPIRED, 400, "Вход занял слишком много времени"),
    (Refusal.UNAVAILABLE, 503, "Госуслуги сейчас не отвечают"),
    (Refusal.BUSY, 503, "На Госуслугах сбой или технические работы"),
    (Refusal.UNTRUSTED, 502, "Ответ Госуслуг не прошёл проверку"),
    (Refusal.MISCONFIGURED, 503, "Госуслуги не приняли запрос сайта"),
    (replace(ANNA, is_confirmed=False), 403, "Учётная запись на Госуслугах не подтверждена"),
    (replace(ANNA, snils=None), 403, "На Госуслугах не указан СНИЛС"),
    (replace(ANNA, snils=""), 403, "На Госуслугах не указан СНИЛС"),
    (replace(ANNA, snils=None, is_confirmed=False), 403, "Учётная запись на Госуслугах не подтверждена"),
)
"""What ЕСИА says, the status of our page, what it is called."""
REFUSALS: tuple[tuple[str, str, int, str], ...] = (
    ("access_denied", "ESIA-007004: refused", 200, "Вы не разрешили передать сведения"),
    ("access_denied", "", 200, "Вы не разрешили передать сведения"),
    ("access_denied", "ESIA-007055: unconfirmed", 403, "Учётная запись на Госуслугах не подтверждена"),
    ("invalid_request", "ESIA-007053: secret", 503, "Госуслуги не приняли запрос сайта"),
    ("invalid_grant", "ESIA-007011: code", 400, "Вход занял слишком много времени"),
    ("server_error", "ESIA-007007: internal", 503, "На Госуслугах сбой или технические работы"),
    ("access_denied", "ESIA-007019: not allowed", 403, "С этой учётной записью войти нельзя"),
    ("access_denied", "ESIA-007046: no code", 403, "Второй шаг входа не получился"),
    ("", "", 503, "Госуслуги сейчас не отвечают"),
    ("<script>", "ESIA-999999: <script>alert(1)</script>", 503, "Госуслуги сейчас не отвечают"),
    ("x" * 1000, "ы" * 300, 503, "Госуслуги сейчас не отвечают"),
)
"""`error` and `error_description` of a return, status, title."""


def test_every_refusal_is_tried() -> None:
    assert set(Refusal) <= {outcome for outcome, _, _ in CASES}


@pytest.mark.parametrize(("outcome", "status", "said"), CASES)
def test_the_page_says_what_happened_and_nothing_is_made(
    site: Flask, identity: PlayedIdentity, outcome: Outcome, status: int, said: str
) -> None:
    before, signed_in = kept_of_people(site), signed_in_sessions(site)
    client = visitor(site)
    page = come_back(client, state=begun(client), code=identity.code_for(outcome))
    assert (page.status, page.h1) == (status, said)
    assert page.title == f"{said} — Ориентир"
    assert "Вы не вошли. Ничего не сохранено и не потеряно." in page.main
    assert page.response.headers["Cache-Control"] == "no-store"
    assert not is_signed_in(page)
    assert not is_signed_in(client.page("/help"))
    assert client.get("/sign-out").status_code == 303
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, signed_in)


@pytest.mark.parametrize(("error", "description", "status", "said"), REFUSALS)
def test_a_return_with_an_error_asks_nobody_and_says_what_it_means(
    site: Flask, identity: PlayedIdentity, error: str, description: str, status: int, said: str
) -> None:
    before, signed_in = kept_of_people(site), signed_in_sessions(site)
    client = visitor(site)
    page = come_back(client, state=begun(client), error=error, error_description=description)
    assert (page.status, page.h1) == (status, said)
    assert identity.exchanged == []
    assert "script" not in page.main
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, signed_in)


def test_an_error_counts_more_than_a_code(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    told = {"state": begun(client), "code": identity.code_for(ANNA), "error": "access_denied"}
    page = come_back(client, **told)
    assert page.h1 == "Вы не разрешили передать сведения"
    assert not is_signed_in(page)
    assert identity.exchanged == []


@pytest.mark.parametrize(("outcome", "status", "said"), CASES)
def test_from_every_page_one_can_go_on(
    site: Flask, identity: PlayedIdentity, outcome: Outcome, status: int, said: str
) -> None:
    client = visitor(site)
    page = come_back(client, state=begun(client), code=identity.code_for(outcome))
    again = page.follow("Войти ещё раз")
    assert (again.status, again.h1) == (200, "Вход через Госуслуги")
    assert page.follow("Разделы каталога").status == 200
    assert page.follow("Помощь человека").status == 200
    assert is_signed_in(come_back(client, state=begun(client), code=identity.code_for(ANNA)))


@pytest.mark.parametrize("outcome", [outcome for outcome, _, _ in CASES])
def test_a_person_known_from_before_keeps_everything(site: Flask, identity: PlayedIdentity, outcome: Outcome) -> None:
    sign_in(site, ANNA)
    before, signed_in = kept_of_people(site), signed_in_sessions(site)
    client = visitor(site)
    come_back(client, state=begun(client), code=identity.code_for(outcome))
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, signed_in)


@pytest.mark.parametrize("outcome", [Refusal.DENIED, Refusal.UNAVAILABLE, replace(BORIS, snils=None)])
def test_who_was_signed_in_already_hears_how_things_stand(
    site: Flask, identity: PlayedIdentity, outcome: Outcome
) -> None:
    client = sign_in(site, ANNA)
    page = come_back(client, state=begun(client), code=identity.code_for(outcome))
    now = client.page("/help")
    assert is_signed_in(page) == is_signed_in(now)
    assert is_signed_in(now) != ("Вы не вошли" in page.main)


def test_esia_that_cannot_be_begun_with_is_told_at_once(
    site: Flask, identity: PlayedIdentity, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(is_fresh: bool = False) -> None:
        raise NotIdentified(Refusal.MISCONFIGURED)

    monkeypatch.setattr(identity, "begin", broken)
    page = visitor(site).page("/sign-in/start")
    assert (page.status, page.h1) == (503, "Госуслуги не приняли запрос сайта")


@pytest.mark.parametrize("step", ["people.note", "favourites.hand_over", "sessions.sign_in"])
def test_a_fault_half_way_leaves_nothing_behind(
    site: Flask, identity: PlayedIdentity, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    module, name = step.split(".")
    usual: Callable[..., object] = getattr(getattr(actions, module), name)

    def broken(*told: object) -> None:
        usual(*told)
        raise RuntimeError("planted")

    monkeypatch.setattr(getattr(actions, module), name, broken)
    before, signed_in = kept_of_people(site), signed_in_sessions(site)
    client = visitor(site)
    stranger = replace(BORIS, oid="1000600177")
    page = come_back(client, state=begun(client), code=identity.code_for(stranger))
    assert page.status == 500
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, signed_in)
    assert not is_signed_in(client.page("/help"))


def test_neither_code_nor_state_stays_in_the_address(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    for outcome, _, _ in CASES:
        told = {"state": begun(client), "code": identity.code_for(outcome)}
        answer = client.get(f"{RETURN}?{urlencode(told)}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (303, "no-store")
        assert "?" not in answer.headers["Location"]
        arrived = client.page(answer.headers["Location"])
        assert told["code"] not in arrived.response.text and told["state"] not in arrived.response.text


@pytest.mark.parametrize("reason", ["x", "Denied", "denied/", "DENIED", "..", "%2e%2e", "denied%00", "<script>", "ы"])
def test_a_failure_that_does_not_exist_has_no_page(site: Flask, reason: str) -> None:
    assert visitor(site).page(f"/sign-in/failed/{reason}").status in {400, 404}


def test_a_reload_of_the_page_says_the_same_and_changes_nothing(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    page = come_back(client, state=begun(client), code=identity.code_for(Refusal.DENIED))
    before = kept_of_people(site)
    again = client.page(page.address)
    assert (again.status, again.h1) == (page.status, page.h1)
    assert kept_of_people(site) == before


def test_who_began_in_english_is_told_of_a_failure_in_english(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    told = {"state": begun(client, start="/en/sign-in/start"), "code": identity.code_for(Refusal.DENIED)}
    assert come_back(client, **told).language == "en"


def test_below_a_mount_every_answer_stays_below_it(site: Flask, identity: PlayedIdentity) -> None:
    mount = "http://localhost/mount"
    for outcome in (ANNA, Refusal.DENIED, replace(ANNA, snils=None)):
        client = visitor(site)
        state = parameter(client.get("/sign-in/start", base_url=mount).headers["Location"], "state")
        told = urlencode({"state": state, "code": identity.code_for(outcome)})
        assert client.get(f"{RETURN}?{told}", base_url=mount).headers["Location"].startswith("/mount/")
    answer = visitor(site).get(f"{RETURN}?state=forged", base_url=mount)
    assert answer.headers["Location"].startswith("/mount/")
