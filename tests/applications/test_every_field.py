"""Every field that an application may ask has an answer that is refused; a new field without one fails here."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from tests.support.registers import TODAY, Stage, extract
from tests.support.staged import site, stage
from webapp.accompaniment import questions
from webapp.accompaniment.headings import Of
from webapp.accompaniment.journey import Around
from webapp.accompaniment.known import Known, Representative
from webapp.accompaniment.party import Party, groups
from webapp.accompaniment.questions import OWN, PERSON
from webapp.gateways.programmes.port import Group
from webapp.questions.asked import Question
from webapp.questions.forms import form_of

__all__ = ("site", "stage")
OF_ONE = (
    questions.address,
    questions.other_address,
    questions.identity,
    questions.birth_date,
    questions.snils,
    questions.contacts,
)
FIXED = (
    questions.REQUEST,
    *questions.PARTICIPANTS.values(),
    *questions.ADDRESSEES.values(),
    questions.DISABILITY,
    questions.channel(None),
    questions.PAPER_FORMS,
    questions.consent(True),
)
PLACES = tuple(questions.place(whose, Of.OWN, "") for whose in (PERSON, OWN))
EVERY: tuple[Question, ...] = (*FIXED, *(make(whose, Of.OWN) for make in OF_ONE for whose in (PERSON, OWN)), *PLACES)
LONG = "Б" * 301
CHOSEN = ["", "x", "provide stop"]
BAD_DAYS = ["31.06.2020", "1.13.2020", "1.1.1899", "32.1.2020", "завтра"]
BAD: dict[str, list[str]] = {
    "request": CHOSEN,
    "participant": [*CHOSEN, "authority"],
    "addressee_mse": ["", " ", LONG, "СФР"],
    "addressee_fund": ["", "«»", LONG, "Бюро МСЭ"],
    "addressee_organisation": ["", LONG, "белая трость", "Бюро МСЭ", "Министерство труда"],
    "group": [*CHOSEN, "child"],
    "cause": ["", LONG],
    "since": ["", "1.1.2030", "1.1.1979", *BAD_DAYS],
    "until": ["1.3.2026", "31.06.2030", "1.13.2030", "завтра"],
    "consent": ["", "x", "person"],
    "address": ["", "0", "stay"],
    "residence": CHOSEN,
    "postcode": ["", "60300", "6030000", "нет"],
    "region": ["", LONG],
    "district": [LONG],
    "town": ["", ".", LONG],
    "street": [LONG],
    "house": ["", "1" * 61],
    "building": ["1" * 61],
    "flat": ["1" * 61],
    "paper": [*CHOSEN, "birth_certificate"],
    "paper_name": ["", LONG],
    "number": ["", "без номера", "1" * 61],
    "issued": ["", "1.1.2030", "1.1.1979", *BAD_DAYS],
    "issued_by": ["", "«»", LONG],
    "place": ["", LONG],
    "birth_date": ["", "1.1.2030", *BAD_DAYS],
    "snils": ["", "112-233-445 96", "112 233 445", "001-001-999 00"],
    "mobile": ["12", "нет", "1" * 16],
    "home_phone": ["12", "нет"],
    "email": ["anna", "anna@people", "a@b@c.example"],
}
NEVER_WRONG = {"channel", "paper_forms"}
"""Nothing may be chosen, and what nobody offered is not taken."""
BORN = date(1979, 3, 15)


@pytest.fixture(autouse=True)
def speaking(stage: Stage) -> Iterator[None]:
    with stage.app.test_request_context("/"):
        yield


def around(**meant: object) -> Around:
    party = Party("Белова Тамара", BORN, "", None, (), "", "")
    acting = Representative(party, is_legal=True, document="Акт", may_consent=True)
    known = Known(party, extract(), acting, TODAY, TODAY, "", True, lambda: ["Белая трость"])
    return Around(known, {"request": "stop", **meant})


def refused(name: str, answer: str) -> bool:
    _, bare = questions.of_whom(name)
    question = next(each for each in EVERY if name in [asked.name for asked in each.asked])
    day = dict(zip(("day", "month", "year"), (*answer.split("."), "", "")[:3], strict=False))
    typed = {name: answer} | {f"{name}-{part}": text for part, text in day.items()}
    typed |= {name.replace(bare, "paper"): "other"} if bare == "paper_name" else {}
    participant = bare.removeprefix("addressee_") if bare.startswith("addressee_") else "mse"
    form = form_of(question, around(participant=participant), MultiDict(typed))
    form.validate()
    return name in form.errors


def test_every_field_has_bad_answers() -> None:
    names = {questions.of_whom(asked.name)[1] for question in EVERY for asked in question.asked}
    assert names == set(BAD) | NEVER_WRONG


@pytest.mark.parametrize("name", sorted({asked.name for question in EVERY for asked in question.asked} - NEVER_WRONG))
def test_a_bad_answer_is_refused(name: str) -> None:
    answers = BAD[questions.of_whom(name)[1]]
    assert [answer for answer in answers if not refused(name, answer)] == []


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("snils", "112-233-445 95"),
        ("snils", "001-001-998 00"),
        ("snils", "00100199800"),
        ("postcode", "603 000"),
        ("postcode", "шестьсот три ноль ноль ноль"),
        ("own_mobile", ""),
        ("home_phone", ""),
        ("email", ""),
        ("flat", ""),
        ("until", ""),
        ("since", "15.3.1979"),
        ("issued", "15.3.1979"),
    ],
)
def test_a_good_answer_is_taken(name: str, answer: str) -> None:
    assert not refused(name, answer)


@pytest.mark.parametrize(("until", "is_refused"), [("2", True), ("3", False)])
def test_an_end_lies_after_the_beginning(until: str, is_refused: bool) -> None:
    typed = {"group": "first", "cause": "травма", "since-day": "2", "since-month": "3", "since-year": "2026"}
    typed |= {"until-day": until, "until-month": "3", "until-year": "2026"}
    form = form_of(questions.DISABILITY, around(), MultiDict(typed))
    form.validate()
    assert ("until" in form.errors) is is_refused


def test_what_nobody_offered_is_not_taken() -> None:
    for question, name in ((questions.PAPER_FORMS, "paper_forms"), (questions.channel(None), "channel")):
        form = form_of(question, around(), MultiDict({name: "gold"}))
        assert form.validate() and form.meant == {name: ""}


@pytest.mark.parametrize(
    ("paper", "number", "is_refused"),
    [
        ("passport", "0000 000652", False),
        ("passport", "серия 0000 номер 000652", False),
        ("passport", "0000000652", False),
        ("passport", "7", True),
        ("passport", "0000 0006521", True),
        ("birth_certificate", "II-АН № 123456", False),
        ("birth_certificate", "0000 000652", True),
        ("other", "7", False),
    ],
)
def test_a_number_has_the_form_of_its_document(paper: str, number: str, is_refused: bool) -> None:
    asking = around()
    known = replace(asking.known, person=replace(asking.known.person, birth_date=None))
    typed = MultiDict({"paper": paper, "number": number})
    form = form_of(questions.identity(PERSON, Of.ONESELF), Around(known, asking.meant), typed)
    form.validate()
    assert ("number" in form.errors) is is_refused


@pytest.mark.parametrize(("years", "is_offered"), [(17, True), (18, False)])
def test_a_child_is_under_eighteen(years: int, is_offered: bool) -> None:
    assert (Group.CHILD in groups(TODAY.replace(year=TODAY.year - years), TODAY)) is is_offered


@pytest.mark.parametrize(
    ("of", "expected"),
    [(Of.ONESELF, ["tel", "off", "email"]), (Of.OWN, ["tel", "off", "email"]), (Of.ANOTHER, ["off"] * 3)],
)
def test_a_browser_offers_only_what_is_of_who_types(of: Of, expected: list[str]) -> None:
    assert [asked.sort.autocomplete for asked in questions.contacts(PERSON, of).asked] == expected
