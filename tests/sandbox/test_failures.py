"""Failures on demand: programs meet them, pages for people do not."""

import threading
import time
from collections.abc import Callable

import pytest
from flask import Flask

from tests.sandbox.esia_site import OWN_PAGE, EsiaSite
from tests.sandbox.visitor import SandboxVisitor
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.world import World

HER = "/rs/prns/1000600001"


@pytest.mark.parametrize(
    ("failure", "status", "mimetype", "words"),
    [
        (Failure.ERROR, 500, "text/plain", "Internal Server Error"),
        (Failure.HTML, 200, "text/html", "Идут технические работы"),
        (Failure.REFUSE, 400, "application/json", "ESIA-007053"),
        (Failure.TWICE, 400, "application/json", "ESIA-007011"),
    ],
)
def test_tokens_fail_as_told(
    site: EsiaSite, here: World, failure: Failure, status: int, mimetype: str, words: str
) -> None:
    code = site.code_for("blind-woman")
    here.switch(System.ESIA, failure)
    answer = site.redeem(site.exchange(code))
    assert (answer.status_code, answer.mimetype) == (status, mimetype)
    assert words in answer.text
    here.switch(System.ESIA, Failure.USUAL)
    assert site.redeem(site.exchange(code)).status_code == 200


@pytest.mark.parametrize(
    ("failure", "statuses"),
    [
        (Failure.ERROR, [500, 500]),
        (Failure.REFUSE, [403, 403]),
        (Failure.HTML, [200, 200]),
        (Failure.LATE, [200, 200]),
        (Failure.TWICE, [200, 200]),
    ],
)
def test_data_fail_as_told(site: EsiaSite, here: World, failure: Failure, statuses: list[int]) -> None:
    token = site.tokens("blind-woman")["access_token"]
    here.switch(System.ESIA, failure)
    answers = [site.read(HER, token), site.read(f"{HER}/addrs", token)]
    assert [answer.status_code for answer in answers] == statuses
    assert [answer.mimetype == "text/html" for answer in answers] == [failure is Failure.HTML] * 2


def test_late_tokens_are_over(site: EsiaSite, here: World) -> None:
    here.switch(System.ESIA, Failure.LATE)
    answer = site.tokens("blind-woman")
    for token in (answer["access_token"], answer["id_token"]):
        assert site.decoded(token)[1]["exp"] < site.clock.now().timestamp()
    assert site.read(HER, answer["access_token"]).status_code == 401


def test_slow_is_right_but_slow(site: EsiaSite, here: World) -> None:
    assert here.slow_seconds == 30
    here.slow_seconds = 0.2
    here.switch(System.ESIA, Failure.SLOW)
    code = site.code_for("blind-woman")
    before = time.monotonic()
    assert site.redeem(site.exchange(code)).status_code == 200
    assert time.monotonic() - before >= 0.2


def test_what_is_held_back_goes_out_when_slowness_ends(site: EsiaSite, here: World) -> None:
    token = site.tokens("blind-woman")["access_token"]
    here.switch(System.ESIA, Failure.SLOW)
    heard: list[int] = []
    asking = threading.Thread(target=lambda: heard.append(site.read(HER, token).status_code))
    asking.start()
    asking.join(0.1)
    assert heard == []
    here.switch(System.ESIA, Failure.USUAL)
    asking.join(10)
    assert heard == [200]


@pytest.mark.parametrize("failure", list(Failure))
def test_pages_for_people_always_open(
    site: EsiaSite, here: World, new_browser: Callable[[], SandboxVisitor], failure: Failure
) -> None:
    for system in System:
        here.switch(system, failure)
    assert site.code_for("blind-woman", new_browser())
    assert new_browser().page("/control").status == 200


def test_one_system_fails_alone(sandbox: Flask, site: EsiaSite, here: World) -> None:
    here.switch(System.PROGRAMMES, Failure.ERROR)
    assert site.tokens("blind-woman")


def test_tests_switch_over_http(site: EsiaSite, here: World, browser: SandboxVisitor) -> None:
    sent = {"esia": "refuse", "programmes": "late"}
    assert browser.post("/control", data=sent, headers=OWN_PAGE).status_code == 303
    assert (here.failure(System.ESIA), here.failure(System.PROGRAMMES)) == (Failure.REFUSE, Failure.LATE)
    browser.post("/control", data={"esia": "usual"}, headers=OWN_PAGE)
    assert (here.failure(System.ESIA), here.failure(System.PROGRAMMES)) == (Failure.USUAL, Failure.LATE)
