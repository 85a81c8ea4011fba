"""The number leads to the answer and to nothing else; it may be typed as people type numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.obstacles.reporting import SAID, number_of, report
from tests.support.pasted import FIELDS, PHONE, PHONES, dashed, spaced
from tests.support.registers import Stage
from tests.support.strict_client import StrictClient, visitor
from webapp.obstacles.rules import Contact, contact_kind, number_typed, page_told
from webapp.obstacles.rules import number_of as shaped


@pytest.mark.parametrize("number", ["000-000-000-000", "1", "abc", "482-109-375", "4821-0937-5526", "482109375526"])
def test_an_address_without_a_report_is_not_found(guest: StrictClient, number: str) -> None:
    assert guest.page(f"/obstacle/{number}").status == 404


def test_anybody_who_knows_the_number_reads_the_state_and_not_the_text(stage: Stage, guest: StrictClient) -> None:
    number = number_of(report(guest, SAID, "anna@primer.example"))
    page = visitor(stage.app).page(f"/obstacle/{number}")
    assert page.h1 == f"Номер {number}: сообщение принято, ответа пока нет"
    for word in (SAID, "anna@primer.example", "/catalogue/6-02"):
        assert word not in page.response.text
    assert page.response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("shape", ["{0}", "{1}", "№ {0}", "номер {0}", "{2}"])
def test_the_number_is_found_however_it_is_typed(guest: StrictClient, shape: str) -> None:
    number = number_of(report(guest))
    typed = shape.format(number, number.replace("-", ""), " ".join(number.replace("-", "")))
    page = guest.page("/obstacle/find").submit({"Какой номер": typed}, "Показать ответ")
    assert page.h1 == f"Номер {number}: сообщение принято, ответа пока нет"


def test_the_number_is_understood_however_it_is_pasted_or_dictated() -> None:
    number = "482-109-375-006"
    pasted = spaced(number) | dashed(number) | spaced(number.replace("-", " "))
    assert {why: number_typed(text) for why, text in pasted.items()} == dict.fromkeys(pasted, number)
    said = "четыреста восемьдесят два тире сто девять тире триста семьдесят пять тире ноль ноль шесть"
    assert number_typed(said) == number
    assert number_typed("четыре восемь два один ноль девять три семь пять ноль ноль шесть") == number
    groups = "четыреста восемьдесят два сто девять триста семьдесят пять пятьсот двадцать шесть"
    assert number_typed(groups) == "482-109-375-526"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "двенадцать цифр"), ("482", "двенадцать цифр"), ("000-000-000-000", "с таким номером нет")],
)
def test_a_number_of_no_report_is_said_and_stays_in_the_field(guest: StrictClient, typed: str, said: str) -> None:
    page = guest.page("/obstacle/find").submit({"Какой номер": typed}, "Показать ответ")
    assert (page.status, page.title) == (422, "Ошибка: Какой номер у вашего сообщения? — Ориентир")
    assert said in page.says_of("Какой номер")
    assert page.value("Какой номер") == typed


@given(chance=some.integers(0, 10**12 - 1))
def test_a_number_is_read_back_from_its_own_words(chance: int) -> None:
    number = shaped(chance)
    assert number_typed(f"номер {number}, пожалуйста") == number
    assert int(number.replace("-", "")) == chance


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", Contact.NONE),
        (" \u00a0", Contact.NONE),
        ("anna@primer.example", Contact.EMAIL),
        ("+7 (000) 000-12-34", Contact.PHONE),
        ("8 000 000 12 34", Contact.PHONE),
        ("тел. 80000001234", Contact.PHONE),
        ("Телефон: +7 000 000 12 34.", Contact.PHONE),
        ("«anna@primer.example».", Contact.EMAIL),
        ("12", Contact.OTHER),
        ("пятьдесят", Contact.OTHER),
        ("квартира пятьдесят, код сто двадцать три сорок пять", Contact.OTHER),
        ("плюс", Contact.OTHER),
        ("anna@primer", Contact.OTHER),
        ("через соседку", Contact.OTHER),
        ("8000000123480000001234", Contact.OTHER),
    ],
)
def test_a_contact_is_understood_or_kept(typed: str, kind: Contact) -> None:
    assert contact_kind(typed) is kind


def test_a_phone_is_a_phone_however_it_is_pasted_or_dictated() -> None:
    pasted = spaced(PHONE) | spaced(PHONE.replace("-", " ")) | dashed(PHONE)
    assert {why: contact_kind(text) for why, text in pasted.items()} == dict.fromkeys(pasted, Contact.PHONE)
    assert {why: contact_kind(text) for why, text in PHONES.items()} == dict.fromkeys(PHONES, Contact.PHONE)


def test_a_letter_is_answered_by_letter_whatever_is_copied_along() -> None:
    pasted = spaced("anna@primer.example")
    assert {why: contact_kind(text) for why, text in pasted.items()} == dict.fromkeys(pasted, Contact.EMAIL)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("anna@primer.example", "Ответим и письмом на почту"),
        ("8 000 000 12 34", "Ответим и по телефону"),
        (PHONES["dictated in groups"], "Ответим и по телефону"),
        ("через соседку", "мы не узнали телефон или почту"),
    ],
)
def test_the_page_says_how_the_contact_was_understood(guest: StrictClient, contact: str, said: str) -> None:
    told = report(guest, SAID, contact)
    assert said in told.main
    assert contact not in told.main


def test_the_matrix_of_pasting_hears_how_a_contact_was_understood(guest: StrictClient) -> None:
    (meaning,) = (field.meaning for field in FIELDS if field.name == "contact")
    heard = meaning(report(guest, SAID, PHONE))
    assert meaning(report(guest, f"{SAID} Ещё раз.", PHONES["dictated"])) == heard
    assert meaning(report(guest, SAID, "через соседку")) != heard
    assert meaning(report(guest, SAID)) != heard


@given(page=some.text(max_size=700))
def test_a_page_is_a_path_of_this_site_or_nothing(page: str) -> None:
    told = page_told(page)
    assert told == "" or (told[0] == "/" and told[1:2] not in {"/", "\\"} and len(told) <= 500 and told in page)
