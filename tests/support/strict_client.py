"""A visitor with a strict browser: an answer that is not a good page of ours fails the test that asked for it."""

import gzip
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import brotli
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.html import elements, parsed
from tests.support.page import Page
from tests.support.page_rules import faults_of
from webapp.core.security_headers import HEADERS

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5
OUR_PAGE = {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}
"""What a browser says when the form was on a page of the site."""


class BadPage(AssertionError):
    """An answer of the site breaks a rule that holds for all of them."""


class StrictClient(FlaskClient):
    """Flask's test client that looks at every answer, and opens pages as a person does."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        response = super().open(*arguments, **({"buffered": True} | options))
        sent = options.get("data", "")
        typed = _typed(sent) if isinstance(sent, Mapping) else str(sent)
        asked = unquote(response.request.environ.get("QUERY_STRING", "")) + typed
        faults = faults_of_answer(response, asked)
        if faults:
            raise BadPage(f"{response.request.method} {response.request.url}: " + "; ".join(faults))
        return response

    def page(self, address: str, **options: Any) -> Page:
        """Open an address as a browser would, redirects included."""
        return self._arrived(address, self.get(_without_anchor(address), **options))

    def send(self, address: str, answers: Mapping[str, str | list[str]], page: str = "") -> Page:
        """Send a form from a page of the site, the one at the address `page` where it matters."""
        headers = OUR_PAGE | ({"Referer": urljoin("http://localhost/", _without_anchor(page))} if page else {})
        return self._arrived(address, self.post(_without_anchor(address), data=dict(answers), headers=headers))

    def _arrived(self, address: str, response: TestResponse) -> Page:
        for _ in range(MOST_REDIRECTS):
            if response.status_code not in REDIRECTS:
                return Page(self, address, response)
            address = urljoin(address, response.headers["Location"])
            response = self.get(_without_anchor(address))
        raise BadPage(f"{address} redirects for ever")


def _typed(sent: Mapping[str, Any]) -> str:
    """All that a form sends, as it was typed."""
    return " ".join(text for value in sent.values() for text in (value if isinstance(value, list) else [str(value)]))


def visitor(app: Flask) -> StrictClient:
    """A new visitor with cookies of their own."""
    client = app.test_client()
    assert isinstance(client, StrictClient)
    return client


def faults_of_answer(response: TestResponse, asked: str = "") -> list[str]:
    """What is wrong with an answer of the site, whatever was asked."""
    faults = _missing_headers(response)
    if response.mimetype != "text/html" or not response.data or response.status_code in REDIRECTS:
        return faults
    text = text_of(response)
    is_piece = not text.startswith("<!doctype html>")
    if is_piece and response.request.headers.get("HX-Request") != "true":
        faults.append("a piece of a page, though nobody asked for one")
    tree = parsed(text)
    if not is_piece:
        language = "en" if response.request.path.split("/")[1] == "en" else "ru"
        if elements(tree, "html")[0].get("lang") != language:
            faults.append(f"the page does not say that it is in {language!r}")
    return faults + faults_of(tree, asked, is_piece)


def text_of(response: TestResponse) -> str:
    """The words of an answer, however they were packed for the way."""
    return unpacked(response.data, response.content_encoding)


def unpacked(data: bytes, encoding: str | None) -> str:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding or "", bytes)
    return unpack(data).decode()


def _missing_headers(response: TestResponse) -> list[str]:
    if response.request.path.startswith("/static/") and response.status_code < 400:
        return []  # served before the site is asked; tests/guards/test_security_headers.py looks at them
    return [f"no header {name}: {value}" for name, value in HEADERS.items() if response.headers.get(name) != value]


def _without_anchor(address: str) -> str:
    parts = urlsplit(address)
    return parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
