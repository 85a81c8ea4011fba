"""The first 30 characters of a title tell a page from every other of its language (U1): that is all a tab shows.

Here the whole catalogue; the other pages, in every state, are compared by `tests/a11y/test_lint.py`.
"""

import re
from collections.abc import Iterable

import pytest
from flask import Flask

from a11y_tests.lint.titles_apart import alike
from tests.support.strict_client import visitor
from webapp.reference.dataset import classification

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def catalogue_addresses() -> Iterable[str]:
    known = classification()
    yield from ("/", "/catalogue", "/search", "/help", "/abbreviations", "/accessibility", "/data", "/sign-in")
    yield from (f"/accessibility/{slug}" for slug in ("perceivable", "operable", "understandable", "robust"))
    yield from ("/obstacle", "/obstacle/find")
    for places in (known.sections, known.kinds, known.items):
        yield from (f"/catalogue/{place.code}" for place in places)
    yield from (f"/catalogue/{kind.code}/products" for kind in known.kinds)


@pytest.mark.parametrize("language", ["", "/en"])
def test_no_two_pages_of_the_catalogue_begin_alike(reading_site: Flask, language: str) -> None:
    client = visitor(reading_site)
    titles = {}
    for address in catalogue_addresses():
        match = _TITLE.search(client.get(language + address, headers={"HX-Request": "true"}).text)
        assert match, address
        titles[address] = match.group(1)
    assert len(titles) > 300
    assert alike(titles) == []


def test_titles_that_begin_alike_are_found() -> None:
    planted = {"/a": "Протезы нижних конечностей с замком", "/b": "Протезы нижних конечностей с запором"}
    assert alike(planted) == [["/a", "/b"]]
