"""Each number by which ЕСИА refuses has its page, whether the visitor brings it back or the site hears it itself."""

from typing import Any

import pytest
from flask import Flask

from tests.support.signing_in import ANNA, PlayedIdentity, begun, come_back, is_signed_in, kept_of_people
from tests.support.strict_client import visitor
from webapp.gateways.identity.refusals import BY_NUMBER, refusal_of

PAGES: dict[str, tuple[int, str]] = {
    "Вы не разрешили передать сведения": (200, "007004"),
    "Учётная запись на Госуслугах не подтверждена": (403, "007055"),
    "Второй шаг входа не получился": (403, "007046"),
    "С этой учётной записью войти нельзя": (403, "007019"),
    "Вход занял слишком много времени": (400, "007011 007040"),
    "На Госуслугах сбой или технические работы": (503, "007007 007008"),
    "Госуслуги не приняли запрос сайта": (
        503,
        "007002 007003 007005 007006 007009 007012 007013 007014 007015 007023 007038 007039 007053"
        " 007060 007061 007062 007194 008010 036700 036701 036702 036703 036704 036705 036706 036707"
        " 036716 036726 036727",
    ),
}
"""Heading → status and ЕСИА's numbers, written from what the numbers are said to mean."""
NUMBERS = [(number, status, heading) for heading, (status, told) in PAGES.items() for number in told.split()]


def test_no_number_is_forgotten() -> None:
    assert sorted(f"ESIA-{number}" for number, _, _ in NUMBERS) == sorted(BY_NUMBER)


@pytest.mark.parametrize(("number", "status", "heading"), NUMBERS)
def test_a_return_with_it_leads_to_its_page(site: Flask, number: str, status: int, heading: str) -> None:
    client = visitor(site)
    page = come_back(client, state=begun(client), error="any", error_description=f"ESIA-{number}: words of theirs")
    assert (page.status, page.h1, is_signed_in(page)) == (status, heading, False)
    assert number not in page.text and "words of theirs" not in page.text


@pytest.mark.parametrize(("number", "status", "heading"), NUMBERS)
def test_an_exchange_that_hears_it_leads_there_too(
    site: Flask, identity: PlayedIdentity, monkeypatch: pytest.MonkeyPatch, number: str, status: int, heading: str
) -> None:
    def refused(*_: Any) -> None:
        raise refusal_of("any", f"ESIA-{number}: words of theirs")

    before = kept_of_people(site)
    client = visitor(site)
    state, code = begun(client), identity.code_for(ANNA)
    monkeypatch.setattr(identity, "finish", refused)
    page = come_back(client, state=state, code=code)
    assert (page.status, page.h1, is_signed_in(page)) == (status, heading, False)
    assert kept_of_people(site) == before


def test_a_number_that_nobody_knows_is_no_word_of_ours(site: Flask) -> None:
    client = visitor(site)
    page = come_back(client, state=begun(client), error="any", error_description="ESIA-999999")
    assert (page.status, page.h1) == (503, "Госуслуги сейчас не отвечают")
