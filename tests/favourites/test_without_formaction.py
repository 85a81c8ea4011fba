"""The list in a text browser: its buttons send their own names to the list's address, proved by the form's token."""

import re

import pytest
from flask import Flask

from tests.favourites.keeping import CANE, keep, kept, name_of
from tests.support.strict_client import StrictClient


def token(client: StrictClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/favourites").text)
    assert found is not None
    return found[1]


def test_a_product_is_removed_and_put_back(writing_site: Flask, writer: StrictClient) -> None:
    keep(writer, CANE)
    sent = {"csrf_token": token(writer), "from": "list"}
    assert writer.send("/favourites", {**sent, "remove": CANE}).title.startswith(
        f"Убрано: {name_of(writing_site, CANE)}"
    )
    assert kept(writer) == []
    assert writer.send("/favourites", {**sent, "keep": CANE}).title.startswith("Возвращено: ")
    assert kept(writer) == [CANE]


@pytest.mark.parametrize("change", [{"remove": CANE}, {"keep": CANE}])
def test_without_the_token_nothing_changes(writer: StrictClient, change: dict[str, str]) -> None:
    keep(writer, CANE)
    assert writer.send("/favourites", change).status == 400
    assert kept(writer) == [CANE]


@pytest.mark.parametrize("number", ["//evil.example", "../../x", "6-02-02", "x" * 3000])
@pytest.mark.parametrize("change", ["keep", "remove"])
def test_what_is_no_number_leads_nowhere(writer: StrictClient, change: str, number: str) -> None:
    keep(writer, CANE)
    answer = writer.send("/favourites", {"csrf_token": token(writer), change: number})
    assert answer.status == 404
    assert kept(writer) == [CANE]


def test_a_form_without_a_button_is_refused(writer: StrictClient) -> None:
    keep(writer, CANE)
    assert writer.send("/favourites", {"csrf_token": token(writer)}).status == 400


def test_no_form_is_empty_for_lynx_sends_it_by_get(writer: StrictClient) -> None:
    page = writer.get(f"/products/{CANE}").text
    assert re.search(r'<form method="post"[^>]*/favourites/[^>]*>\s*<input type="hidden" name="from"', page)
