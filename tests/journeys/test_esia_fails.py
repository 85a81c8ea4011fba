"""ЕСИА down, slow, out of order, refusing: a page that says so, nobody signed in, nothing made, a way to go on."""

import time

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.sandbox import running_sandbox, tell
from tests.support.signing_in import (
    Traveller,
    begun,
    come_back,
    is_signed_in,
    kept_of_people,
    signed_in_sessions,
)
from tests.support.sites import SiteMaker
from tests.support.strict_client import visitor
from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity.port import Attempt, Identified

DOWN = (503, "Госуслуги сейчас не отвечают")
FAILURES = (
    ("500", *DOWN),
    ("html", *DOWN),
    ("refuse", 503, "Госуслуги не приняли запрос сайта"),
    ("late", 502, "Ответ Госуслуг не прошёл проверку"),
    ("twice", 400, "Вход занял слишком много времени"),
)
PATIENCE_SECONDS = 0.6


@pytest.fixture
def impatient(site_of: SiteMaker) -> Flask:
    """A site that does not wait for ЕСИА for long, and a sandbox of its own that is not running yet."""
    return site_of(sandbox_port=free_port(), esia=EsiaSettings(timeout_seconds=PATIENCE_SECONDS))


@pytest.mark.parametrize(("failure", "status", "said"), FAILURES, ids=[failure for failure, _, _ in FAILURES])
def test_each_failure_is_a_page_and_leaves_nothing(
    site: Flask, traveller: Traveller, sandbox: str, failure: str, status: int, said: str
) -> None:
    before = kept_of_people(site)
    back = traveller.agree(traveller.leave(), "blind-woman")
    tell(sandbox, esia=failure)
    page = traveller.arrive(back)
    assert (page.status, page.title) == (status, f"{said} — Ориентир")
    assert not is_signed_in(page)
    assert "Вы не вошли." in page.main
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, [])
    tell(sandbox, esia="usual")
    assert is_signed_in(traveller.sign_in("blind-woman"))


def test_slow_is_as_good_as_down(impatient: Flask) -> None:
    with running_sandbox(impatient.config["SETTINGS"]) as address:
        person = Traveller(visitor(impatient), address)
        back = person.agree(person.leave(), "blind-woman")
        tell(address, esia="slow")
        began = time.monotonic()
        page = person.arrive(back)
        tell(address, esia="usual")
    assert PATIENCE_SECONDS < time.monotonic() - began < 5
    assert (page.status, page.h1, is_signed_in(page)) == (*DOWN, False)
    assert (set(kept_of_people(impatient).values()), signed_in_sessions(impatient)) == ({hash(())}, [])


def test_nobody_there_is_a_page_too(impatient: Flask) -> None:
    client = visitor(impatient)
    page = come_back(client, state=begun(client), code="x")
    assert (page.status, page.h1, is_signed_in(page)) == (*DOWN, False)
    assert (set(kept_of_people(impatient).values()), signed_in_sessions(impatient)) == ({hash(())}, [])


def test_it_may_be_switched_off_on_the_way_back(impatient: Flask) -> None:
    with running_sandbox(impatient.config["SETTINGS"]) as address:
        person = Traveller(visitor(impatient), address)
        back = person.agree(person.leave(), "blind-woman")
    page = person.arrive(back)
    assert (page.status, page.h1, is_signed_in(page)) == (*DOWN, False)
    assert signed_in_sessions(impatient) == []


def test_public_pages_open_while_esia_is_down(site: Flask, traveller: Traveller, sandbox: str) -> None:
    traveller.sign_in("blind-woman")
    tell(sandbox, esia="500")
    for address in ("/", "/help", "/catalogue", "/sign-in", "/favourites", "/sign-out", "/my"):
        assert traveller.client.page(address).status == 200, address
    page = traveller.client.page("/sign-out").submit(button="Выйти")
    assert (page.status, page.h1) == (200, "Вы вышли с сайта")


def test_a_failure_of_esia_leaves_who_is_in_in(traveller: Traveller, sandbox: str) -> None:
    traveller.sign_in("blind-woman")
    back = traveller.agree(traveller.leave(), "wheelchair")
    tell(sandbox, esia="500")
    assert traveller.arrive(back).status == 503
    assert "Воронцова" in traveller.client.page("/sign-out").main


def test_others_write_while_esia_is_asked(site: Flask, traveller: Traveller, monkeypatch: pytest.MonkeyPatch) -> None:
    other, written = visitor(site), []
    identity = site.extensions["identity"]
    finish = identity.finish

    def while_others_write(attempt: Attempt, code: str) -> Identified:
        written.append(other.send("/favourites/6-02-02.0001", {}).status)
        return finish(attempt, code)

    monkeypatch.setattr(identity, "finish", while_others_write)
    assert is_signed_in(traveller.sign_in("blind-woman"))
    assert written == [200]


def test_the_sandbox_may_forget_everything_meanwhile(site: Flask, traveller: Traveller, sandbox: str) -> None:
    back = traveller.agree(traveller.leave(), "blind-woman")
    tell(sandbox, reset="yes")
    page = traveller.arrive(back)
    assert (page.status, page.h1) == (400, "Вход занял слишком много времени")
    assert is_signed_in(traveller.sign_in("blind-woman"))
