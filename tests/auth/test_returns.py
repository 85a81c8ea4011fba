"""Returns from ЕСИА that are forged, foreign, torn or repeated: a page, nobody signed in, nothing made."""

from urllib.parse import quote, urlencode

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
    number_of,
    sign_in,
    signed_in_sessions,
    token_of,
    with_cookie,
)
from tests.support.strict_client import OUR_PAGE, visitor
from webapp.gateways.identity.port import Refusal

FOREIGN = "Этот вход начат не здесь"
TOO_LATE = "Вход занял слишком много времени"
BAD_STATES = (
    "",
    " ",
    "0",
    "None",
    "null",
    "{}",
    "attempts",
    "csrf_token",
    "00000000-0000-4000-8000-000000000000",
    "' OR 1=1 --",
    "<script>",
    "../",
    "😀",
    "x" * 3000,
)


@pytest.mark.parametrize("state", BAD_STATES)
@pytest.mark.parametrize("has_begun", [False, True])
def test_a_forged_state_opens_nothing(site: Flask, identity: PlayedIdentity, state: str, has_begun: bool) -> None:
    before, signed_in = kept_of_people(site), signed_in_sessions(site)
    client = visitor(site)
    if has_begun:
        begun(client)
    page = come_back(client, state=state, code=identity.code_for(ANNA))
    assert (page.status, page.h1) == (400, FOREIGN)
    assert page.title == f"{FOREIGN} — Ориентир"
    assert not is_signed_in(page)
    assert identity.exchanged == []
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, signed_in)


@pytest.mark.parametrize(
    "query",
    ["", "code=x", "error=access_denied", "state", "state=&state=", "state[]=1", "STATE=1", "state=%00", "state=%ff"],
)
def test_a_torn_return_opens_nothing(site: Flask, identity: PlayedIdentity, query: str) -> None:
    client = visitor(site)
    state = begun(client)
    assert client.page(f"{RETURN}?{query}").status == 400
    assert identity.exchanged == []
    assert is_signed_in(come_back(client, state=state, code=identity.code_for(ANNA)))  # the real one still waits


def test_a_state_that_is_nearly_right_is_wrong(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    state = begun(client)
    for said in (state.upper(), f" {state}", f"{state} ", f"{state}0", state[:-1], f"{state}\n", f"/{state}"):
        assert come_back(client, state=said, code=identity.code_for(ANNA)).h1 == FOREIGN, said
    assert identity.exchanged == []


def test_an_attempt_of_another_browser_opens_nothing(site: Flask, identity: PlayedIdentity) -> None:
    thief, victim = visitor(site), visitor(site)
    state = begun(thief)
    begun(victim)
    signed_in = signed_in_sessions(site)
    page = come_back(victim, state=state, code=identity.code_for(ANNA))
    assert (page.status, page.h1, is_signed_in(page)) == (400, FOREIGN, False)
    assert signed_in_sessions(site) == signed_in


def test_a_signed_in_person_is_not_made_somebody_else_by_a_foreign_address(
    site: Flask, identity: PlayedIdentity
) -> None:
    thief, victim = visitor(site), sign_in(site, ANNA)
    token = token_of(victim)
    answer = victim.get(f"{RETURN}?{urlencode({'state': begun(thief), 'code': identity.code_for(BORIS)})}")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/my")
    assert token_of(victim) == token
    assert "Крылова" in victim.page("/sign-out").main
    assert identity.exchanged[1:] == []


@pytest.mark.parametrize(
    "code", ["", " ", "x", "x" * 3500, "two words", "ы", "<script>", "' OR 1=1 --", "%2e%2e", "a\tb", "a\nb"]
)
def test_a_code_that_means_nothing_is_too_late(site: Flask, identity: PlayedIdentity, code: str) -> None:
    before, signed_in = kept_of_people(site), signed_in_sessions(site)
    client = visitor(site)
    page = come_back(client, state=begun(client), code=code)
    assert (page.status, page.h1) == (400, TOO_LATE)
    assert not is_signed_in(page)
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, signed_in)


def test_without_a_code_it_is_too_late(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    assert come_back(client, state=begun(client)).h1 == TOO_LATE


def test_a_code_of_another_attempt_goes_with_the_secret_of_its_own(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    first, second = begun(client), begun(client)
    come_back(client, state=second, code=identity.code_for(Refusal.EXPIRED))
    assert [attempt.state for attempt, _ in identity.exchanged] == [second]
    come_back(client, state=first, code=identity.code_for(Refusal.EXPIRED))
    secrets = {attempt.verifier for attempt, _ in identity.exchanged}
    assert len(secrets) == 2 and all(len(secret) >= 43 for secret in secrets)


def test_the_same_return_again_goes_on_for_who_is_in(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    told = {"state": begun(client), "code": identity.code_for(ANNA)}
    assert is_signed_in(come_back(client, **told))
    signed_in, token = signed_in_sessions(site), token_of(client)
    again = client.get(f"{RETURN}?{urlencode(told)}")
    assert (again.status_code, again.headers["Location"]) == (303, "/my")
    assert len(identity.exchanged) == 1
    assert (signed_in_sessions(site), token_of(client)) == (signed_in, token)


def test_the_same_return_again_opens_nothing_for_who_has_left(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    told = {"state": begun(client), "code": identity.code_for(ANNA)}
    come_back(client, **told).follow("Выйти").submit(button="Выйти")
    page = come_back(client, **told)
    assert (page.status, page.h1, is_signed_in(page)) == (400, FOREIGN, False)
    assert len(identity.exchanged) == 1


def test_a_return_seen_by_somebody_opens_nothing_for_them(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    guest_token = begun(client) and token_of(client)
    told = {"state": begun(client), "code": identity.code_for(ANNA)}
    come_back(client, **told)
    for thief in (visitor(site), with_cookie(site, guest_token)):
        page = come_back(thief, **told)
        assert (page.status, page.h1, is_signed_in(page)) == (400, FOREIGN, False)


@pytest.mark.parametrize("outcome", list(Refusal))
def test_an_attempt_is_used_up_however_it_ends(site: Flask, identity: PlayedIdentity, outcome: Refusal) -> None:
    client = visitor(site)
    state = begun(client)
    come_back(client, state=state, code=identity.code_for(outcome))
    page = come_back(client, state=state, code=identity.code_for(ANNA))
    assert (page.h1, is_signed_in(page)) == (FOREIGN, False)
    assert len(identity.exchanged) == 1


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_return_is_only_ever_read(site: Flask, identity: PlayedIdentity, method: str) -> None:
    client = visitor(site)
    told = urlencode({"state": begun(client), "code": identity.code_for(ANNA)})
    answer = client.open(f"{RETURN}?{told}", method=method, headers=OUR_PAGE)
    assert answer.status_code == 405
    assert not is_signed_in(client.page("/help"))


def test_what_came_in_the_address_is_not_read_out(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    page = come_back(client, state="Planted-state", code="Planted-code", error_description="Planted-words")
    assert "Planted" not in page.text
    assert [link.address for link in page.links if "Planted" in link.address and "/en/" not in link.address] == []


def test_the_answer_of_a_return_is_kept_nowhere(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    told = urlencode({"state": begun(client), "code": identity.code_for(ANNA)})
    answer = client.get(f"{RETURN}?{told}")
    assert answer.status_code == 303
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert quote(told) not in answer.text


def test_who_signs_in_again_is_the_same_person(site: Flask, identity: PlayedIdentity) -> None:
    sign_in(site, BORIS)
    number = number_of(site, BORIS)
    sign_in(site, BORIS)
    assert number_of(site, BORIS) == number
    assert signed_in_sessions(site).count(number) >= 2


def test_who_comes_back_second_from_another_tab_hears_who_is_in(site: Flask, identity: PlayedIdentity) -> None:
    """Two people share a browser: the second one's beginning is void, and the pages are not theirs."""
    client = visitor(site)
    first, second = begun(client), begun(client)
    come_back(client, state=first, code=identity.code_for(ANNA))
    client.page("/help")
    page = come_back(client, state=second, code=identity.code_for(BORIS))
    assert page.title.startswith("Вы вошли. ")
    assert "Вы вошли: Крылова Анна Игоревна" in page.main
    assert signed_in_sessions(site) == [number_of(site, ANNA)]
