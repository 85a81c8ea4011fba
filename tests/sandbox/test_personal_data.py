"""What tokens open of a person: by scope, for that person, for an hour."""

from datetime import timedelta
from typing import Any

import pytest

from tests.sandbox.esia_site import SCOPES, EsiaSite
from tests.sandbox.visitor import SandboxVisitor

HER = "/rs/prns/1000600001"
EVERYTHING = f"{SCOPES} birthplace id_doc email mobile"
OF_CHILDREN = "kid_fullname kid_birthdate kid_gender kid_snils kid_birth_cert_doc"


def read(site: EsiaSite, path: str, slug: str = "blind-woman", scope: str = SCOPES) -> Any:
    answer = site.read(path, site.tokens(slug, scope=scope)["access_token"])
    assert answer.status_code == 200, answer.text
    return answer.get_json()


@pytest.mark.parametrize(
    ("scope", "names"),
    [
        ("openid", set()),
        ("openid fullname", {"firstName", "lastName", "middleName"}),
        ("openid birthdate", {"birthDate"}),
        ("openid birthplace", {"birthPlace"}),
        ("openid gender", {"gender"}),
        ("openid snils", {"snils"}),
    ],
)
def test_a_scope_opens_its_fields_and_no_others(site: EsiaSite, scope: str, names: set[str]) -> None:
    always = {"stateFacts", "eTag", "status", "trusted", "verifying", "citizenship"}
    assert set(read(site, HER, scope=scope)) == always | names


def test_a_person_is_written_as_esia_writes_them(site: EsiaSite) -> None:
    person = read(site, HER)
    assert (person["stateFacts"], person["birthDate"], person["gender"]) == (["EntityRoot"], "15.03.1980", "F")
    assert (person["citizenship"], len(person["eTag"])) == ("RUS", 40)
    without = read(site, "/rs/prns/1000600014", "degree-one")
    assert "middleName" not in without
    assert "snils" not in read(site, "/rs/prns/1000600022", "no-snils")


def test_a_collection_tells_addresses_of_its_elements_or_the_elements(site: EsiaSite) -> None:
    token = site.tokens("wheelchair")["access_token"]
    plain = site.read("/rs/prns/1000600006/addrs", token).get_json()
    whole = site.read("/rs/prns/1000600006/addrs?embed=(elements)", token).get_json()
    assert (plain["stateFacts"], plain["size"]) == (["hasSize"], 2)
    assert [each.startswith("http://localhost/rs/prns/1000600006/addrs/") for each in plain["elements"]] == [True, True]
    assert [site.read(each, token).get_json() for each in plain["elements"]] == whole["elements"]
    registered, lives = whole["elements"]
    assert (registered["type"], lives["type"]) == ("PRG", "PLV")
    assert registered["addressStr"] == "Республика Татарстан, Казань, улица Волжская, дом 9"


@pytest.mark.parametrize(
    ("path", "scope", "kinds"),
    [
        ("ctts", "openid mobile", ["MBT"]),
        ("ctts", "openid email", ["EML"]),
        ("ctts", "openid contacts", ["MBT", "EML"]),
        ("docs", "openid id_doc", ["RF_PASSPORT"]),
        ("docs", "openid birth_cert_doc", []),
        ("docs", "openid medical_doc foreign_passport_doc drivers_licence_doc inn", []),
        ("addrs", "openid contacts", ["PRG"]),
    ],
)
def test_collections_hold_what_the_scope_opens(site: EsiaSite, path: str, scope: str, kinds: list[str]) -> None:
    found = read(site, f"{HER}/{path}?embed=(elements)", scope=scope)
    assert [each["type"] for each in found["elements"]] == kinds


def test_a_person_may_be_asked_for_with_everything_inside(site: EsiaSite) -> None:
    asked = f"{HER}?embed=(contacts.elements,addresses.elements,documents.elements)"
    person = read(site, asked, scope=EVERYTHING)
    assert [person[name]["elements"][0]["type"] for name in ("contacts", "addresses", "documents")] == [
        "MBT",
        "PRG",
        "RF_PASSPORT",
    ]
    assert person["contacts"]["elements"][0]["value"] == "+7(000)0000601"
    assert person["documents"]["elements"][0]["issueId"] == "000000"


@pytest.mark.parametrize("scope", OF_CHILDREN.split())
def test_each_scope_of_children_opens_their_list(site: EsiaSite, scope: str) -> None:
    found = read(site, "/rs/prns/1000600009/kids?embed=(elements)", "mother", f"openid {scope}")
    assert [child["id"] for child in found["elements"]] == [1000600051]


def test_a_mother_has_her_child_in_esia(site: EsiaSite) -> None:
    token = site.tokens("mother", scope=f"openid {OF_CHILDREN}")["access_token"]
    [child] = site.read("/rs/prns/1000600009/kids?embed=(elements)", token).get_json()["elements"]
    assert (child["firstName"], child["snils"], child["id"]) == ("Тимофей", "000-000-651 51", 1000600051)
    papers = "/rs/prns/1000600009/kids/1000600051/docs"
    [paper] = site.read(f"{papers}?embed=(elements)", token).get_json()["elements"]
    assert paper["type"] == "RF_BRTH_CERT"
    [address] = site.read(papers, token).get_json()["elements"]
    assert address == f"http://localhost{papers}/{paper['id']}"
    assert site.read(address, token).get_json() == paper
    assert site.read(f"{papers}/1", token).status_code == 404
    assert site.read("/rs/prns/1000600009/kids/1000600001/docs", token).status_code == 404
    assert site.read("/rs/prns/1000600009/kids/1000600001", token).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/rs/prns/1000600002",
        "/rs/prns/1000600002/addrs",
        "/rs/prns/9999999999",
        f"{HER}/ctts",
        f"{HER}/docs",
        f"{HER}/kids",
        f"{HER}?embed=(documents.elements)",
        f"{HER}/kids/1000600051/docs",
    ],
)
def test_what_no_scope_opens_is_forbidden(site: EsiaSite, path: str) -> None:
    assert site.read(path, site.tokens("blind-woman")["access_token"]).status_code == 403


def test_without_a_scope_for_addresses_there_are_none(site: EsiaSite) -> None:
    token = site.tokens("blind-woman", scope="openid fullname")["access_token"]
    assert site.read(f"{HER}/addrs", token).status_code == 403


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer x.y.z", "Bearer ", "Basic QTpC", "Bearer ы"])
def test_without_a_token_nothing_is_told(browser: SandboxVisitor, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header.encode().decode("latin-1")}
    answer = browser.get(HER, headers=headers)
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_other_tokens_open_nothing(site: EsiaSite) -> None:
    answer = site.tokens("blind-woman")
    assert site.read(HER, answer["id_token"]).status_code == 401
    head, body, _ = answer["access_token"].split(".")
    assert site.read(HER, f"{head}.{body}.AAAA").status_code == 401


def test_a_token_is_over_after_an_hour(site: EsiaSite) -> None:
    token = site.tokens("blind-woman")["access_token"]
    site.clock.move(timedelta(minutes=59))
    assert site.read(HER, token).status_code == 200
    site.clock.move(timedelta(minutes=61))
    assert site.read(HER, token).status_code == 401
