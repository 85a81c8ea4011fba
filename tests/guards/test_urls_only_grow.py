"""An address that was given out works for ever: in bookmarks, letters, other people's pages, printed Braille."""

from flask import Flask

from tests.guards.known_urls import known, present
from webapp.core.access import public


def test_no_address_is_lost_and_new_ones_are_listed(reading_site: Flask) -> None:
    assert known() - present(reading_site) == set(), "an address is gone: keep it, or let it lead to the new one"
    assert present(reading_site) - known() == set(), "new addresses: python -m tests.guards.known_urls"


def test_a_lost_and_a_new_address_are_found(writing_site: Flask) -> None:
    writing_site.add_url_rule("/new/<int:number>", "new", public()(lambda number: f"{number}"))
    assert present(writing_site) - known() == {"GET /new/<int:number>"}
    assert known() - (present(writing_site) - {"GET /catalogue"}) == {"GET /catalogue"}
