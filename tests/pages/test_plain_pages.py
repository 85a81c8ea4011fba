"""The pages that belong to no feature: each in both languages, each within a few keys of its answer."""

import pytest

from tests.support.html import elements, words
from tests.support.page import Page
from tests.support.strict_client import StrictClient

PAGES = ("/", "/help", "/abbreviations", "/accessibility", "/accessibility/operable", "/data", "/sign-in")


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("address", PAGES)
def test_page_is_there_and_is_where_its_link_says(reader: StrictClient, address: str, language: str) -> None:
    page = reader.page(f"{language}{address}")
    assert page.status == 200
    assert page.title.startswith(page.h1)
    assert [link for link in page.links if link.address == "#main"] == page.links[:1]


def foot_of(page: Page) -> list[tuple[str, str]]:
    """Words and ways of the foot; which page one came from is left out."""
    items = elements(elements(page.tree, "footer")[0], "a")
    return [(words(link), (link.get("href") or "").partition("?")[0]) for link in items[:-1]]


@pytest.mark.parametrize("address", PAGES)
def test_the_same_help_in_the_same_order_everywhere(reader: StrictClient, address: str) -> None:
    assert foot_of(reader.page(address)) == foot_of(reader.page("/nowhere"))


def test_english_pages_speak_english(reader: StrictClient) -> None:
    for address in PAGES:
        page = reader.page(f"/en{address}")
        assert not set("абвгдежзиклмнопрстуфхцчшщыэюя") & set(page.h1.lower())


def test_the_home_page_says_how_much_there_is_and_searches(reader: StrictClient) -> None:
    home = reader.page("/")
    assert "1500 изделий" in home.main
    assert home.submit({"Что найти: слова, код или артикул": "трость"}).h1.startswith("«трость»")


def test_every_way_on_leads_somewhere(reader: StrictClient) -> None:
    addresses = {link.address.split("#")[0] for address in PAGES for link in reader.page(address).links}
    ours = sorted(address for address in addresses if address.startswith("/"))
    assert len(ours) > 25
    assert [address for address in ours if reader.get(address).status_code not in (200, 303)] == []


def test_who_comes_for_a_child_hears_how_before_signing_in(reader: StrictClient) -> None:
    assert "ваша или вашего ребёнка" in reader.page("/").main
    told = reader.page("/sign-in").main
    assert told.index("Как это будет") < told.index("Если вы пришли ради ребёнка") < told.index("Какие сведения")
    assert "«Действовать за другого человека»" in told
