"""Numbers, addresses and contacts are on the pages that need them, and on no other: all pages, walked by two people.

One acts for herself, has claimed a right and been claimed; the other is her guardian. What is looked for is looked for
however it is written: with hyphens, spaces or without.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.representatives.claiming import START, answer, claim, filled_in, whom
from tests.support.addresses import EXAMPLES, endpoints_taking
from tests.support.page import Page
from tests.support.registers import Stage, line, programme, site_in
from tests.support.representing import act_for, claimed_of, entrust
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient, text_of
from webapp.gateways.identity.port import AddressKind, Child, Contact, ContactKind, Document, Identified, PostalAddress
from webapp.representatives.claims import Paper
from webapp.representatives.documents import PaperKind
from webapp.representatives.rules import Kind, Proof

LEADS_AWAY = frozenset({"auth.start", "auth.start_again", "auth.go_again", "auth.returned"})
NEEDED: Mapping[tuple[str, str], str] = {
    ("people.told", "СНИЛС"): "«Сведения о вас» is there to show what Госуслуги told",
    ("people.told", "passport"): "the same",
    ("people.told", "e-mail"): "the same",
    ("people.told", "telephone"): "the same",
    ("people.told", "street"): "the same",
    ("people.told", "child's СНИЛС"): "the same",
    ("consents.one", "street"): "the law wants the address in a consent (152-ФЗ, art. 9, part 4)",
    ("representatives.claim_question", "claimed СНИЛС"): "the field gives back what the representative typed",
    ("representatives.claim_check", "claimed СНИЛС"): "what was typed is looked through before it is sent",
}
"""Endpoint and fact → why it must be there whole."""


def told(somebody: Identified, number: int) -> Identified:
    """Everything that Госуслуги can tell; each fact is somebody's alone."""
    n = f"{number}{number}"
    child = Child(f"10006090{n}", "Птицына", "Ася", "", date(2017, 1, 9), f"000-000-69{number} {n}", None)
    certificate = Document("RF_BRTH_CERT", "II-АН", f"7305{n}", date(2017, 2, 1), "ЗАГС", "", True)
    return replace(
        somebody,
        document=Document("RF_PASSPORT", f"00{n}", f"4829{n}", date(2015, 4, 2), "Отделом дел", "000-001", True),
        contacts=(
            Contact(ContactKind.MOBILE, f"+7(000)98765{n}", True),
            Contact(ContactKind.EMAIL, f"letters{n}@orientir.example", False),
        ),
        addresses=(PostalAddress(AddressKind.REGISTRATION, f"Бор, улица Садовая-{n}, дом 1", "603000", "", ""),),
        children=(replace(child, birth_certificate=certificate),),
    )


def secrets_of(person: Identified) -> dict[str, str]:
    """Fact → as it was told."""
    phone, mail = person.contacts
    assert person.snils is not None and person.document is not None and person.children[0].snils is not None
    certificate = person.children[0].birth_certificate
    assert certificate is not None
    return {
        "СНИЛС": person.snils,
        "passport": person.document.number,
        "telephone": phone.value.removeprefix("+7"),
        "e-mail": mail.value,
        "street": person.addresses[0].text.split(", ")[1],
        "child's СНИЛС": person.children[0].snils,
        "child's certificate": certificate.number,
    }


def said(secret: str, text: str) -> bool:
    """Whether it is in the text, whatever stands between its letters and digits."""
    signs = re.findall(r"\w", secret)
    return re.search(r"[^\w]{0,8}".join(map(re.escape, signs)), text, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Walked:
    """One visitor's walk: whose facts are looked for, and the pages to begin with beside those of `EXAMPLES`."""

    client: StrictClient
    secrets: Mapping[str, str]
    begins: tuple[str, ...] = ()

    def found(self, app: Flask) -> set[tuple[str, str]]:
        """Endpoint and fact, wherever a fact is said."""
        return {(end, fact) for end, text in self._pages(app) for fact, own in self.secrets.items() if said(own, text)}

    def _pages(self, app: Flask) -> Iterator[tuple[str, str]]:
        """Every page that answers GET, and those of the person's that they lead to; the language does not matter."""
        of_map = [each for end in endpoints_taking(app, "GET") if end not in LEADS_AWAY for each in EXAMPLES[end]]
        asked, seen = [*of_map, *self.begins], set()
        while asked:
            address = asked.pop()
            if address in seen:
                continue
            seen.add(address)
            answer = FlaskClient.open(self.client, address, headers=OUR_PAGE, buffered=True)
            endpoint, _ = app.url_map.bind("localhost").match(urlsplit(address).path, "GET")
            yield endpoint, text_of(answer) + answer.headers.get("Location", "")
            if answer.mimetype == "text/html" and answer.status_code == 200:
                page = Page(self.client, address, answer)
                asked += [link.address for link in page.links if _is_personal(link.address)]


def _is_personal(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.netloc and parts.path.startswith(("/my", "/favourites")) and "#" not in address


@pytest.fixture(scope="module")
def stage(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with site_in(template, tmp_path_factory.mktemp("masked")) as app:
        yield Stage(app)


@pytest.fixture(scope="module")
def walks(stage: Stage) -> dict[str, Walked]:
    """Who walks → their walk."""
    person, guardian = told(stage.somebody(), 1), told(stage.somebody(), 2)
    stage.tell(person, programme(line()))
    theirs = sign_in(stage.app, person, consents=False)
    ward = replace(stage.somebody(), last_name="Лисицын", birth_date=date(2014, 5, 5))
    claim(theirs, ward, "Родитель")
    drafts = [answer(theirs.page(START), {"Родитель": ""}, *whom(ward)), filled_in(theirs, ward)]
    steps = [f"{each.address.rpartition('/')[0]}/{step}" for each in drafts for step in ("snils", "check", "name")]
    client = sign_in(stage.app, guardian)
    act = Paper(PaperKind.GUARDIANSHIP, number="15", issued=date(2020, 3, 3), issued_by="Опека")
    claimed = replace(claimed_of(person), paper=act).to_json()
    act_for(client, entrust(stage.app, guardian, person, Kind.GUARDIAN, claimed=claimed, proof=Proof.DOCUMENT))
    waiting = sign_in(stage.app, stage.somebody())
    claim(waiting, person)
    assert ward.snils is not None
    return {
        "herself": Walked(theirs, secrets_of(person) | {"claimed СНИЛС": ward.snils}, tuple(map(_path, steps))),
        "her guardian, of her": Walked(client, secrets_of(person)),
        "her guardian, of himself": Walked(client, secrets_of(guardian)),
        "who claims a right, of her": Walked(waiting, secrets_of(person)),
    }


def _path(address: str) -> str:
    return urlsplit(address).path


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("herself", NEEDED.keys()),
        ("her guardian, of her", {("consents.one", "street")}),
        ("her guardian, of himself", NEEDED.keys()),
        ("who claims a right, of her", set()),
    ],
)
def test_no_page_says_more_than_it_needs(
    stage: Stage, walks: dict[str, Walked], who: str, may: Set[tuple[str, str]]
) -> None:
    assert sorted(walks[who].found(stage.app) - may) == []


def test_what_is_needed_is_there(stage: Stage, walks: dict[str, Walked]) -> None:
    """A reason for what no page says would hide the day on which one says it; and the walk must be able to find."""
    assert NEEDED.keys() - walks["herself"].found(stage.app) == set()
    assert walks["her guardian, of her"].found(stage.app) == {("consents.one", "street")}
    assert ("people.told", "passport") in walks["her guardian, of himself"].found(stage.app)


@pytest.mark.parametrize("text", ["00000069111", "000-000-691 11", "000 000 691 11", "000\u00a0000 691\u00a011"])
def test_a_number_is_found_however_it_is_written(text: str) -> None:
    assert said("000-000-691 11", f"<li>СНИЛС: {text}</li>")
    assert not said("000-000-691 11", "000-000-692 11")
