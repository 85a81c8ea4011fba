"""The whole way through ЕСИА: sent there, recognised, agreed, tokens, data."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.sandbox.esia_site import OWN_PAGE, EsiaSite, told
from tests.sandbox.visitor import SandboxVisitor


def test_a_person_signs_in_and_the_site_reads_who_they_are(site: EsiaSite) -> None:
    asked = site.exchange(site.code_for("blind-woman"))
    answer = site.redeem(asked).get_json()
    assert set(answer) == {"access_token", "id_token", "state", "token_type", "expires_in"}
    assert (answer["state"], answer["token_type"], answer["expires_in"]) == (asked["state"], "Bearer", 3600)
    person = site.read("/rs/prns/1000600001", answer["access_token"]).get_json()
    assert {name: person[name] for name in ("lastName", "firstName", "middleName", "snils", "trusted", "status")} == {
        "lastName": "Воронцова",
        "firstName": "Анна",
        "middleName": "Сергеевна",
        "snils": "000-000-601 01",
        "trusted": True,
        "status": "REGISTERED",
    }


def test_the_pages_say_who_asks_and_what_for(site: EsiaSite, browser: SandboxVisitor) -> None:
    arrived = site.authorise(browser)
    assert arrived.status_code == 302
    choosing = browser.page(arrived.headers["Location"])
    assert choosing.h1 == "Вход: кто вы?"
    assert "«Ориентир»" in choosing.main
    assert len(choosing.headings(2)) == 24
    consent = choosing.submit(button="Войти: Воронцова Анна Сергеевна")
    assert consent.h1 == "Разрешить сайту «Ориентир» узнать ваши данные?"
    assert "Вы вошли: Воронцова Анна Сергеевна." in consent.main
    for words in ("Фамилия, имя, отчество", "Дата рождения", "Пол", "Страховой номер", "Адреса регистрации"):
        assert words in consent.main
    assert "Паспорт" not in consent.main


def test_the_site_hears_the_code_and_its_own_state(site: EsiaSite, browser: SandboxVisitor) -> None:
    state = "0b9a2a1e-3c1d-4f5a-9b6e-111111111111"
    location = site.authorise(browser, state=state).headers["Location"]
    step = browser.post(location, data={"person": "blind-woman"}, headers=OWN_PAGE).headers["Location"]
    back = browser.post(step, data={"person": "blind-woman", "decision": "allow"}, headers=OWN_PAGE)
    assert back.status_code == 302
    assert back.headers["Location"].startswith(f"{site.return_address}?code=")
    assert set(told(back)) == {"code", "state"}
    assert told(back)["state"] == state


def test_tokens_say_what_esia_says(site: EsiaSite) -> None:
    answer = site.tokens("blind-woman")
    header, access = site.decoded(answer["access_token"])
    assert header == {"ver": 1, "typ": "JWT", "sbt": "access", "alg": "RS256"}
    assert access["scope"].split()[:2] == ["openid", "fullname?oid=1000600001"]
    assert (access["iss"], access["client_id"], access["urn:esia:sbj_id"]) == (site.issuer, "ORIENTIR", 1000600001)
    assert (access["exp"] - access["iat"], access["nbf"], "aud" in access) == (3600, access["iat"], False)
    header, identity = site.decoded(answer["id_token"])
    assert header["sbt"] == "id"
    assert (identity["iss"], identity["aud"], identity["sub"], identity["amr"]) == (
        site.issuer,
        "ORIENTIR",
        1000600001,
        "PWD",
    )
    assert "nonce" not in identity
    assert identity["auth_time"] <= identity["iat"]
    assert identity["urn:esia:sid"] == access["urn:esia:sid"]
    assert identity["urn:esia:sbj"] == {
        "urn:esia:sbj:oid": 1000600001,
        "urn:esia:sbj:typ": "P",
        "urn:esia:sbj:nam": "OID.1000600001",
        "urn:esia:sbj:lvl": "PR",
        "urn:esia:sbj:is_tru": True,
    }


@pytest.mark.parametrize(("slug", "level"), [("unconfirmed", "P"), ("boy-turning-14", "KD")])
def test_an_account_that_is_not_confirmed_does_not_say_so(site: EsiaSite, slug: str, level: str) -> None:
    answer = site.tokens(slug)
    subject = site.decoded(answer["id_token"])[1]["urn:esia:sbj"]
    assert subject["urn:esia:sbj:lvl"] == level
    assert "urn:esia:sbj:is_tru" not in subject
    oid = subject["urn:esia:sbj:oid"]
    assert site.read(f"/rs/prns/{oid}", answer["access_token"]).get_json()["trusted"] is False


def test_a_childs_account_is_confirmed_from_the_fourteenth_birthday_on(site: EsiaSite) -> None:
    levels = []
    for days in (4, 5):
        site.clock.move(timedelta(days=days) + site.since_the_day_of_the_data())
        levels.append(site.decoded(site.tokens("boy-turning-14")["id_token"])[1]["urn:esia:sbj"]["urn:esia:sbj:lvl"])
    assert levels == ["KD", "PR"]


def test_who_is_signed_in_is_asked_for_consent_at_once(site: EsiaSite, browser: SandboxVisitor) -> None:
    site.code_for("blind-woman", browser)
    again = site.authorise(browser)
    assert again.headers["Location"].startswith("/consent?request=")
    consent = browser.page(again.headers["Location"])
    assert "Вы вошли: Воронцова Анна Сергеевна." in consent.main
    other = consent.follow("Войти другим человеком").submit(button="Войти: Лебедев Пётр Ильич")
    assert "Вы вошли: Лебедев Пётр Ильич." in other.main


def test_who_refuses_is_sent_back_without_a_code(site: EsiaSite, browser: SandboxVisitor) -> None:
    asked = site.beginning()
    location = site.authorise(browser, state=asked["state"]).headers["Location"]
    step = browser.post(location, data={"person": "blind-woman"}, headers=OWN_PAGE).headers["Location"]
    back = browser.post(step, data={"person": "blind-woman", "decision": "refuse"}, headers=OWN_PAGE)
    assert told(back)["error"] == "access_denied"
    assert told(back)["error_description"].startswith("ESIA-007004: ")
    assert told(back)["state"] == asked["state"]
    assert "code" not in told(back)
    over = browser.page(step)
    assert (over.status, over.h1) == (404, "Этот вход уже закончен или прерван")


def test_nobody_agrees_for_somebody_else(site: EsiaSite, browser: SandboxVisitor) -> None:
    location = site.authorise(browser).headers["Location"]
    step = browser.post(location, data={"person": "blind-woman"}, headers=OWN_PAGE).headers["Location"]
    browser.post(location, data={"person": "moscow"}, headers=OWN_PAGE)  # in another tab
    for answer in ({"person": "blind-woman", "decision": "allow"}, {"person": "moscow"}, {"decision": "allow"}):
        assert browser.post(step, data=answer, headers=OWN_PAGE).status_code == 400


def test_consent_needs_a_person(
    site: EsiaSite, browser: SandboxVisitor, new_browser: Callable[[], SandboxVisitor]
) -> None:
    number = site.authorise(browser).headers["Location"].partition("=")[2]
    site.code_for("blind-woman", browser)
    stranger = new_browser()
    for answer in (
        stranger.get(f"/consent?request={number}"),
        stranger.post(
            f"/consent?request={number}", data={"person": "blind-woman", "decision": "allow"}, headers=OWN_PAGE
        ),
    ):
        assert answer.headers["Location"] == f"/sign-in?request={number}"


@pytest.mark.parametrize("slug", ["", "nobody", "mothers-child", "1000600001"])
def test_only_people_with_an_account_sign_in(site: EsiaSite, browser: SandboxVisitor, slug: str) -> None:
    location = site.authorise(browser).headers["Location"]
    answer = browser.post(location, data={"person": slug}, headers=OWN_PAGE)
    assert answer.status_code == 400
    assert browser.get_cookie("orientir_sandbox") is None


@pytest.mark.parametrize("address", ["/sign-in", "/consent", "/sign-in?request=forged", "/consent?request="])
def test_a_sign_in_begins_at_a_site(browser: SandboxVisitor, address: str) -> None:
    page = browser.page(address)
    assert (page.status, page.h1) == (404, "Этот вход уже закончен или прерван")
    assert browser.post(address, data={"person": "blind-woman"}, headers=OWN_PAGE).status_code == 404
