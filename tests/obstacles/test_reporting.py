"""From a page to a number: what is asked, what is kept, what is never lost and never kept twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.obstacles.reporting import BUTTON, CONTACT, FORM, SAID, TEXT, message_of, number_of, report, rows
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.obstacles.rules import LONGEST_TEXT


def test_from_a_page_to_a_number_and_back(guest: StrictClient) -> None:
    form = guest.page("/catalogue/6-02").follow("Сообщить о препятствии")
    assert form.title == "Сообщить о препятствии — Ориентир"
    told = form.submit({TEXT: SAID}, BUTTON)
    assert told.h1 == f"Номер {number_of(told)}: сообщение принято, ответа пока нет"
    assert "Ответим до 12 марта 2026 года, осталось 10 дней." in told.main
    assert told.link("Вернуться на страницу, где вам что-то помешало").address == "/catalogue/6-02"
    assert SAID not in told.main
    assert guest.get_cookie("orientir") is None


def test_what_is_sent_along_is_shown_before_and_is_all_that_is_kept(stage: Stage, guest: StrictClient) -> None:
    form = guest.page(FORM)
    assert "Адрес страницы: /catalogue/6-02" in form.main
    assert "Настройки чтения: не менялись" in form.main
    number = number_of(form.submit({TEXT: f"  {SAID}\r\nИ ещё.\r\n", CONTACT: "anna@primer.example"}, BUTTON))
    assert message_of(stage.app, number) == {
        "text": f"{SAID}\nИ ещё.",
        "contact": "anna@primer.example",
        "page": "/catalogue/6-02",
        "settings": "не менялись",
        "browser": "",
        "language": "ru",
    }


def test_what_is_not_ticked_is_not_sent(stage: Stage, guest: StrictClient) -> None:
    told = guest.send(FORM, {"text": SAID})
    kept = message_of(stage.app, number_of(told))
    assert (kept["page"], kept["settings"], kept["browser"]) == ("", "", "")
    assert told.link("Вернуться").address == "/catalogue/6-02"


def test_the_browser_is_named_when_it_is_ticked_and_not_before(stage: Stage, guest: StrictClient) -> None:
    for ticked, begins in (("browser", "Storyteller/7.0[2J xxx"), ("page", "")):
        sent = {"text": SAID, "send": ticked, "key": ticked}
        named = {"User-Agent": "Storyteller/7.0\x1b[2J " + "x" * 900}
        answer = guest.post(FORM, data=sent, headers=OUR_PAGE | named)
        kept = message_of(stage.app, answer.headers["Location"].split("/")[2].split("?")[0])["browser"]
        assert kept.startswith(begins)
        assert len(kept) == (300 if begins else 0)


@pytest.mark.parametrize("typed", ["", "   ", "\r\n\t ", "\u00a0\u2009"])
def test_a_report_that_says_nothing_is_refused_and_the_rest_is_kept(guest: StrictClient, typed: str) -> None:
    page = guest.page(FORM).submit({TEXT: typed, CONTACT: "8 (000) 000-12-34", "Название браузера": "on"}, BUTTON)
    assert (page.status, page.title) == (422, "Ошибка: Сообщить о препятствии — Ориентир")
    assert page.link("напишите, что помешало").address == "#text"
    assert page.says_of(TEXT).startswith("Ошибка: напишите, что помешало")
    assert page.value(CONTACT) == "8 (000) 000-12-34"
    told = page.submit({TEXT: SAID}, BUTTON)
    assert told.link("Вернуться").address == "/catalogue/6-02"


def test_a_huge_text_comes_back_whole(guest: StrictClient) -> None:
    assert f"Поместится {LONGEST_TEXT} знаков" in guest.page(FORM).says_of(TEXT)
    text = "Длинно. " * 700 + "Конец"
    page = report(guest, text, "x" * 201)
    assert page.status == 422
    assert "сократите текст на 1605 знаков" in page.says_of(TEXT)
    assert "сократите текст на 1 знак" in page.says_of(CONTACT)
    assert page.value(TEXT) == text
    assert page.submit({TEXT: text[:LONGEST_TEXT], CONTACT: ""}, BUTTON).status == 200


def test_a_form_that_is_sent_twice_makes_one_report(stage: Stage, guest: StrictClient) -> None:
    before = len(rows(stage.app))
    form = guest.page(FORM)
    first, second = (form.submit({TEXT: SAID}, BUTTON) for _ in range(2))
    assert number_of(first) == number_of(second)
    assert len(rows(stage.app)) == before + 1


def test_a_form_that_was_changed_and_sent_again_is_another_report(stage: Stage, guest: StrictClient) -> None:
    before = len(rows(stage.app))
    form = guest.page(FORM)
    numbers = {number_of(form.submit({TEXT: text}, BUTTON)) for text in (SAID, f"{SAID} И ещё одно.")}
    numbers |= {number_of(report(guest)), number_of(report(visitor(stage.app)))}
    assert len(numbers) == 4
    assert len(rows(stage.app)) == before + 4


def test_a_key_of_ones_own_does_not_lead_to_what_others_wrote(stage: Stage) -> None:
    sent = {"text": SAID, "key": "same"}
    first, other = (visitor(stage.app).send(FORM, sent | {"text": text}) for text in (SAID, "Другое"))
    assert number_of(first) != number_of(other)
    assert visitor(stage.app).send(FORM, {"text": SAID}).status == 200


def test_hands_at_once_make_one_report(stage: Stage) -> None:
    before, start = len(rows(stage.app)), Barrier(6)

    def press(_hand: int) -> str:
        start.wait()
        return number_of(visitor(stage.app).send(FORM, {"text": SAID, "key": "pressed"}))

    with ThreadPoolExecutor(6) as hands:
        assert len(set(hands.map(press, range(6)))) == 1
    assert len(rows(stage.app)) == before + 1


def test_who_has_signed_in_reports_like_anybody_and_is_not_named(stage: Stage) -> None:
    person = stage.somebody()
    client = sign_in(stage.app, person)
    told = client.page("/my").follow("Сообщить о препятствии").submit({TEXT: SAID}, BUTTON)
    assert told.link("Вернуться").address == "/my"
    (row,) = (row for row in rows(stage.app) if row.number == number_of(told))
    assert person.oid not in repr(row)
    assert person.last_name not in repr(row)
    assert {"person_id", "guest", "user_id"}.isdisjoint(row._fields)


def test_in_english_it_is_english_and_leads_back_there(stage: Stage, guest: StrictClient) -> None:
    form = guest.page("/en/help")
    (address,) = {link.address for link in form.links if link.address.startswith("/en/obstacle?")}
    answer = guest.post(address, data={"text": "No price is heard", "send": ["page"]}, headers=OUR_PAGE)
    place = answer.headers["Location"]
    assert place.startswith("/en/obstacle/")
    assert place.endswith("?page=/en/help")
    kept = message_of(stage.app, place.split("/")[3].split("?")[0])
    assert (kept["language"], kept["page"]) == ("en", "/en/help")
