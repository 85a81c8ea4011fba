"""Each POST is refused without the proof that it declares, and what was sent changes nothing."""

import pytest
from flask import Flask

from tests.support.addresses import EXAMPLES, endpoints_taking
from tests.support.signing_in import played, sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from tests.support.tables import contents
from webapp.core.access import Access, Proof, declaration_of, public

NOTHING_BUT_LIMITS = frozenset({"rate_count"})
FOREIGN: tuple[dict[str, str], ...] = (
    {},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost:8001"},
    {"Origin": "https://localhost"},
    {"Origin": "null"},
    {"Referer": "https://evil.example/http://localhost/"},
    {"Referer": "http://localhost.evil.example/"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    {"Sec-Fetch-Site": "none"},
)
"""Headers of requests that did not come from a page of this site."""


def refusals(app: Flask, endpoint: str, client: StrictClient) -> list[int]:
    """The statuses of all false requests to an endpoint."""
    declared = declaration_of(app, endpoint)
    assert declared is not None
    told_apart = {Proof.ORIGIN: FOREIGN, Proof.UNLESS_FOREIGN: FOREIGN[1:]}
    of_token = FOREIGN if declared.access is Access.PUBLIC else (*FOREIGN, OUR_PAGE)  # whose session may have ended
    tries = told_apart.get(declared.proof or Proof.TOKEN, of_token)
    tokens: tuple[dict[str, str], ...] = (
        {},
        {"csrf_token": ""},
        {"csrf_token": "forged"},
        {"csrf_token": "ImFiYyI.aaaaaa.bbbb"},
    )
    return [
        client.post(EXAMPLES.get(endpoint, (f"/{endpoint}",))[0], headers=headers, data=token).status_code
        for headers in tries
        for token in tokens
    ]


def test_every_form_of_the_site_is_protected(writing_site: Flask) -> None:
    played(writing_site)
    person = sign_in(writing_site)
    before = contents(writing_site, NOTHING_BUT_LIMITS)
    for endpoint in endpoints_taking(writing_site, "POST"):
        declared = declaration_of(writing_site, endpoint)
        is_personal = declared is not None and declared.access is Access.SIGNED_IN
        client = person if is_personal else visitor(writing_site)  # nobody else comes as far as the proof
        # What is signed wants a sign-in of now first: 303 leads there; what can then not be kept is shown (403).
        expected = {303} if declared is not None and declared.fresh else {400}
        expected |= {403} if declared is not None and declared.fresh and declared.keeps else set()
        assert set(refusals(writing_site, endpoint, client)) == expected, endpoint
    assert contents(writing_site, NOTHING_BUT_LIMITS) == before


def test_a_token_of_another_visitor_proves_nothing(writing_site: Flask) -> None:
    first, second = visitor(writing_site), visitor(writing_site)
    address = "/style-guide/journey/question"
    first.get(address)
    token = second.get(address).text.split('name="csrf_token" value="')[1].split('"')[0]
    assert first.post(address, data={"csrf_token": token}, headers=OUR_PAGE).status_code == 400
    assert second.post(address, data={"csrf_token": token}, headers=OUR_PAGE).status_code == 422


@pytest.mark.parametrize("said", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}])
def test_an_honest_form_is_accepted(writing_site: Flask, said: dict[str, str]) -> None:
    assert visitor(writing_site).post("/style-guide/fragment", headers=said, data={"keep": "yes"}).status_code == 303


@pytest.mark.parametrize(("address", "status"), [("/settings", 303), ("/settings/usual", 303), ("/obstacle", 422)])
def test_a_text_browser_that_says_nothing_of_itself_can_send_what_harms_nobody(
    writing_site: Flask, address: str, status: int
) -> None:
    assert visitor(writing_site).post(address).status_code == status


def test_a_form_without_protection_is_found(writing_site: Flask) -> None:
    writing_site.add_url_rule("/naked", "naked", public(Proof.ORIGIN)(lambda: ("", 204)), methods=["POST"])
    writing_site.before_request_funcs[None].clear()
    assert set(refusals(writing_site, "naked", visitor(writing_site))) == {204}
