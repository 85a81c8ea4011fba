"""Every number of ЕСИА's refusals can be demanded of the next answer, and is heard once."""

import pytest

from tests.sandbox.esia_site import OWN_PAGE, EsiaSite, told
from tests.sandbox.visitor import SandboxVisitor
from webapp.sandbox.esia.refusals import MEANINGS
from webapp.sandbox.world import World

ERRORS = {
    "invalid_request": "007002 007003 007014 007015 007023 007038 007039 007053 007060 007061 007062 007194",
    "access_denied": "007004 007019 007046 007055",
    "unauthorized_client": "007005",
    "invalid_scope": "007006 007013",
    "server_error": "007007",
    "temporarily_unavailable": "007008",
    "unsupported_response_type": "007009",
    "invalid_grant": "007011 007040",
    "unsupported_grant_type": "007012",
    "invalid_client": "008010",
}
"""As the methodical recommendations are quoted."""
OF_CONSENT = "036700 036701 036702 036703 036704 036705 036706 036707 036716 036726 036727".split()
NUMBERED = [(number, error) for error, numbers in ERRORS.items() for number in numbers.split()]


def demand(browser: SandboxVisitor, step: str, number: str) -> None:
    answer = browser.post("/control/refusal", data={"step": step, "number": number}, headers=OWN_PAGE)
    assert answer.status_code == 303


def test_all_known_numbers_are_there() -> None:
    assert set(MEANINGS) == {number for number, _ in NUMBERED} | set(OF_CONSENT)
    assert {number: MEANINGS[number].error for number, _ in NUMBERED} == dict(NUMBERED)


@pytest.mark.parametrize("number", [*(number for number, _ in NUMBERED), *OF_CONSENT])
def test_each_is_told_to_the_site_once(site: EsiaSite, browser: SandboxVisitor, number: str) -> None:
    demand(browser, "authorise", number)
    back = told(site.authorise(browser))
    assert back["error_description"].startswith(f"ESIA-{number}: ")
    assert (back["error"], "state" in back, "code" in back) == (MEANINGS[number].error, True, False)
    assert site.authorise(browser).headers["Location"].startswith("/sign-in")


@pytest.mark.parametrize("number", [*(number for number, _ in NUMBERED), *OF_CONSENT])
def test_each_is_told_to_the_program_once(site: EsiaSite, browser: SandboxVisitor, number: str) -> None:
    code = site.code_for("blind-woman")
    demand(browser, "token", number)
    answer = site.redeem(site.exchange(code))
    assert answer.get_json()["error"] == MEANINGS[number].error
    assert answer.get_json()["error_description"].startswith(f"ESIA-{number}: ")
    assert site.redeem(site.exchange(code)).status_code == 200


def test_the_page_says_what_is_demanded(browser: SandboxVisitor, here: World) -> None:
    page = browser.page("/control").follow("Назначить следующий отказ")
    assert (page.h1, "Ничего не назначено." in page.main) == ("Следующий ответ ЕСИА — отказ", True)
    said = page.submit({"Когда сайт меняет код": "", "007008: ": ""}, button="Назначить отказ")
    assert said.title.startswith("Отказ назначен. ")
    assert "Когда сайт меняет код на маркеры: отказ 007008" in said.main
    control = said.follow("Управление песочницей")
    assert "Когда сайт меняет код на маркеры: отказ 007008" in control.main
    assert "отказ 007008" not in control.submit(button="Начать всё заново").main
    assert here.demands() == {}


@pytest.mark.parametrize("sent", [{}, {"step": "token"}, {"step": "dance", "number": "007008"}, {"number": "007008"}])
def test_what_it_does_not_know_demands_nothing(browser: SandboxVisitor, here: World, sent: dict[str, str]) -> None:
    assert browser.post("/control/refusal", data=sent, headers=OWN_PAGE).status_code == 400
    assert here.demands() == {}


def test_a_body_that_is_no_form_cannot_be_read(browser: SandboxVisitor) -> None:
    for address in ("/aas/oauth2/te", "/aas/oauth2/v3/te", "/gateway/auth/token"):
        answer = browser.post(address, json={"grant_type": "authorization_code"})
        assert answer.get_json()["error_description"].startswith("ESIA-007038: ")
