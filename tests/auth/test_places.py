"""Where sign-in ends: at a page of this site and nowhere else, whatever the address asked for."""

from urllib.parse import quote, urlencode, urljoin, urlsplit

import pytest
from flask import Flask

from tests.support.page import Page
from tests.support.signing_in import ANNA, START, PlayedIdentity, begun, come_back, is_signed_in, parameter, sign_in
from tests.support.strict_client import visitor
from webapp.catalogue.search import LONGEST_QUESTION
from webapp.core.places import LONGEST

LANDING = "/my"
RETURN = "http://localhost/sign-in/return"
EVIL = (
    "//evil.example",
    "///evil.example",
    "////evil.example/help",
    "/\\evil.example",
    "/\\/evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "https://evil.example",
    "HTTPS://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "http:\\\\evil.example",
    "javascript:alert(1)",
    "data:text/html,evil",
    "evil.example",
    "@evil.example",
    "?next=https://evil.example",
    "#//evil.example",
    " //evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "\n/help",
    "/help\r\nLocation: https://evil.example",
    "/help\nSet-Cookie: orientir=planted",
    "/\x0b/evil.example",
    "/\x1f/evil.example",
    "/\x7f/evil.example",
    "/\u2028/evil.example",
    "/\u3000/evil.example",
    "/\x85/evil.example",
    "／／evil.example",
    "%2F%2Fevil.example",
    "%2Fhelp",
    "/" + "x" * LONGEST,
    "/help?" + "x" * LONGEST,
)
ODD_BUT_OURS = ("/%2Fevil.example", "/%5Cevil.example", "/%09/evil.example", "/.//evil.example", "/..//evil.example")
OURS = (
    "/",
    "/help",
    "/catalogue/6-02/products?page=2",
    "/search?q=%D1%82%D1%80%D0%BE%D1%81%D1%82%D1%8C&page=1",
    "/en/help",
    "/help#phone",
    "/products/6-02-02.0001",
)


def led_to(location: str) -> str:
    """The host that a browser goes to: it drops tabs and newlines and takes a backslash for a slash."""
    plain = location.translate({9: None, 10: None, 13: None}).strip().replace("\\", "/")
    return urlsplit(urljoin(RETURN, plain)).netloc


def landing(site: Flask, identity: PlayedIdentity, place: str, start: str = START) -> str:
    """Where somebody is led who began at this address with this `next`."""
    client = visitor(site)
    told = {"state": begun(client, place, start), "code": identity.code_for(ANNA)}
    answer = client.get(f"/sign-in/return?{urlencode(told)}")
    assert answer.status_code == 303
    assert len(answer.headers.getlist("Location")) == 1
    return answer.headers["Location"]


def came_back_to(page: Page, identity: PlayedIdentity) -> str:
    """Begin at this page of sign-in; returns where the return leads."""
    begin = next(link.address for link in page.links if urlsplit(link.address).path.endswith(START))
    client = page._client
    state = parameter(client.get(begin).headers["Location"], "state")
    return client.get(f"/sign-in/return?{urlencode({'state': state, 'code': identity.code_for(ANNA)})}").headers[
        "Location"
    ]


@pytest.mark.parametrize("place", EVIL)
def test_another_site_is_never_led_to(site: Flask, identity: PlayedIdentity, place: str) -> None:
    location = landing(site, identity, place)
    assert location == LANDING
    assert led_to(location) == "localhost"


@pytest.mark.parametrize("place", ODD_BUT_OURS)
def test_what_looks_odd_stays_here(site: Flask, identity: PlayedIdentity, place: str) -> None:
    assert led_to(landing(site, identity, place)) == "localhost"


@pytest.mark.parametrize("place", OURS)
def test_a_page_of_ours_is_come_back_to(site: Flask, identity: PlayedIdentity, place: str) -> None:
    assert landing(site, identity, place) == place


def test_without_a_page_to_come_back_to_one_hears_what_one_is_entitled_to(
    site: Flask, identity: PlayedIdentity
) -> None:
    assert landing(site, identity, "") == LANDING


@pytest.mark.parametrize("place", EVIL)
def test_who_is_signed_in_already_is_not_led_away_either(site: Flask, identity: PlayedIdentity, place: str) -> None:
    client = sign_in(site)
    answer = client.get(f"/sign-in?{urlencode({'next': place})}")
    assert (answer.status_code, answer.headers["Location"]) == (303, LANDING)


def test_the_page_of_sign_in_never_quotes_a_place_elsewhere(site: Flask) -> None:
    client = visitor(site)
    for place in EVIL:
        page = client.page(f"/sign-in?{urlencode({'next': place})}")
        assert [link.address for link in page.links if link.address.startswith(START)] == [START], place


def test_a_place_with_nul_is_refused_as_everywhere(site: Flask) -> None:
    assert visitor(site).page("/sign-in/start?next=/%00/evil.example").status == 400


def test_of_two_places_none_leads_away(site: Flask, identity: PlayedIdentity) -> None:
    for asked in ("next=/help&next=//evil.example", "next=//evil.example&next=/help"):
        client = visitor(site)
        location = client.get(f"{START}?{asked}").headers["Location"]
        arrived = come_back(client, state=parameter(location, "state"), code=identity.code_for(ANNA))
        assert urlsplit(arrived.address).netloc in {"", "localhost"}
        assert is_signed_in(arrived)


@pytest.mark.parametrize(
    "address",
    [
        "/help",
        "/search?q=%D1%82%D1%80%D0%BE%D1%81%D1%82%D1%8C",
        "/catalogue/6-02/products?page=2",
        "/favourites",
        "/products/6-02-02.0001/table",
        "/en/catalogue/6-02-02",
        "/en/help",
    ],
)
def test_the_menu_of_a_page_leads_back_to_that_very_page(site: Flask, identity: PlayedIdentity, address: str) -> None:
    page = visitor(site).page(address)
    menu = next(link for link in page.links if link.words in {"Войти", "Sign in"})
    assert came_back_to(page.follow_to(menu.address), identity) == address


def test_a_long_question_is_come_back_to(site: Flask, identity: PlayedIdentity) -> None:
    address = f"/search?{urlencode({'q': 'ы' * LONGEST_QUESTION})}"
    assert came_back_to(visitor(site).page(address).follow("Войти"), identity) == address


@pytest.mark.parametrize(
    "address", ["/my", "/my/programme", "/my/items/0123456789abcdef", "/en/my", "/en/my/programme"]
)
def test_a_personal_page_is_come_back_to(site: Flask, identity: PlayedIdentity, address: str) -> None:
    answer = visitor(site).get(address)
    root = "/en" if address.startswith("/en/") else ""
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{root}/sign-in?next={quote(address, safe='/')}")
    assert came_back_to(visitor(site).page(address), identity) == address


def test_who_reads_english_goes_on_in_english(site: Flask, identity: PlayedIdentity) -> None:
    assert landing(site, identity, "", "/en/sign-in/start") == "/en/my"


@pytest.mark.parametrize(
    "place", ["/sign-in/start", "/sign-in/start?next=/help", "/sign-in", "/sign-in/return?state=x"]
)
def test_sign_in_never_leads_on_into_another_sign_in(site: Flask, identity: PlayedIdentity, place: str) -> None:
    client = visitor(site)
    location = begun(client, place)
    arrived = client.get(f"/sign-in/return?{urlencode({'state': location, 'code': identity.code_for(ANNA)})}")
    assert not arrived.headers["Location"].startswith(START)
