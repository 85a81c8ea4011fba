"""An extract that contradicts itself or the form agreed: nothing of it is believed."""

import pytest

from tests.gateways.programmes.writing import (
    CANE,
    EVENT,
    FEDERAL,
    GENERAL,
    MEASURE,
    NUMBER,
    SNILS,
    document,
    extract,
    person,
    programme,
    record,
    tag,
    without,
)
from webapp.gateways.programmes.extract import read
from webapp.gateways.programmes.port import Failure, RegisterFailed

NO_DAYS = ["2026-02-29", "2026-13-01", "10.03.2026", "20260310", "2026-W10-2", "завтра", "0026-03-10", "2026-3-1", "-"]
RESTRICTED = {"CategoryLifeActivityName": "ориентация", "DegreeRestrictionCode": "2"}
HELP = {"HelpValue": "сопровождение", "IsNeeded": "true"}
DISABLED = tag("ДатаС", "2020-01-31") + tag("ГруппаИнвалидности", "1")

CONTRADICTIONS: dict[str, bytes] = {
    "somebody else": extract(who=person(snils="000-000-690 02")),
    "no СНИЛС": extract(who=person(snils=None)),
    "one number twice": extract(document(), document()),
    "one number twice, otherwise different": extract(document(), document(issued="2025-01-01")),
    "no number": extract(document(number=None)),
    "no day of issue": extract(document(issued=None)),
    "no name": extract(who=person(last=None)),
    "no birth": extract(who=person(born=None)),
    "two surnames": extract(who=person(last="А</Фамилия><Фамилия>Б")),
    "replaces itself": extract(document(replaces=NUMBER)),
    "ends before it begins": extract(document(ends="2026-03-09")),
    "another number within": extract(document(general=GENERAL | {"Number": "1"})),
    "another day within": extract(document(general=GENERAL | {"IssueDate": "2026-03-11"})),
    "another end within": extract(document(general=GENERAL | {"EndDate": "2028-04-02"})),
    "without end within": extract(document(general=without(GENERAL, "EndDate") | {"EndDateDescr": "бессрочно"})),
    "an end within alone": extract(document(ends=None, general=GENERAL)),
    "no end within": extract(document(ends=None, general=without(GENERAL, "EndDate"))),
    "two ends within": extract(document(general=GENERAL | {"EndDateDescr": "бессрочно"})),
    "another word for endless": extract(
        document(ends=None, general=without(GENERAL, "EndDate") | {"EndDateDescr": "долго"})
    ),
    "nothing of the programme itself": extract(document(general={})),
    "the programme itself twice": extract(document(record("MSE.IPRA.GENERAL", GENERAL))),
    "two offices": extract(document(*[record("MSE.BURO", {"BuroFullName": name}) for name in "АБ"])),
    "an attribute twice": extract(document(record(FEDERAL, CANE).replace(">UnitName<", ">Name<"))),
    "an attribute without a code": programme("MSE.BURO", {"": "Бюро"}),
    "a disability that ends before it begins": extract(who=person(disability=DISABLED + tag("ДатаПо", "2019-12-31"))),
    "a group that is none": extract(who=person(disability=DISABLED.replace(">1<", ">5<"))),
    "a disability without a group": extract(who=person(disability=tag("ДатаС", "2020-01-31"))),
    "a degree that is none": programme("MSE.IPRA.LIFE_RESTRICT", RESTRICTED | {"DegreeRestrictionCode": "4"}),
    "a degree in words": programme("MSE.IPRA.LIFE_RESTRICT", RESTRICTED | {"DegreeRestrictionCode": "третья"}),
    "no degree": programme("MSE.IPRA.LIFE_RESTRICT", without(RESTRICTED, "DegreeRestrictionCode")),
    "a category that is none": programme("MSE.IPRA.LIFE_RESTRICT", RESTRICTED | {"CategoryLifeActivityName": "сон"}),
    "one category twice": extract(document(*[record("MSE.IPRA.LIFE_RESTRICT", RESTRICTED)] * 2)),
    "a target group without a name": programme("MSE.IPRA.CRG", {"TargetGroupCode": "7"}),
    "a flag that is none": programme("MSE.IPRA.MED.EVENT", MEASURE | {"IsNeeded": "да"}),
    "a flag in digits": programme("MSE.IPRA.TSR.FEDERAL", {"NeedConcl": "1"}),
    "a measure without a flag": programme("MSE.IPRA.MED.EVENT", without(MEASURE, "IsNeeded")),
    "a measure without a name": programme("MSE.IPRA.MED.EVENT", without(MEASURE, "GroupTypeName")),
    "a needed measure without an end": programme("MSE.IPRA.MED.EVENT", without(MEASURE, "To")),
    "a measure that ends before it begins": programme("MSE.IPRA.MED.EVENT", MEASURE | {"To": "2026-03-09"}),
    "an item that ends before it begins": programme(FEDERAL, CANE | {"To": "2026-03-09"}),
    "an item without an end": programme(FEDERAL, without(CANE, "To")),
    "an item with two ends": programme(FEDERAL, CANE | {"ToClass": "бессрочно"}),
    "an item without a name": programme(FEDERAL, CANE | {"Name": " \u200b "}),
    "an event without a name": programme("FSS.REHABILITATION", without(EVENT, "TsrName")),
    "an event without a day": programme("FSS.REHABILITATION", without(EVENT, "EventDate")),
    "an event that is none": programme("FSS.REHABILITATION", EVENT | {"EventCode": "LOST"}),
    "an event that ends before it begins": programme("FSS.REHABILITATION", EVENT | {"ValidTo": "2026-03-31"}),
    "help without its name": programme("MSE.IPRA.HELPITEM", without(HELP, "HelpValue")),
    "help without a flag": programme("MSE.IPRA.HELPITEM", without(HELP, "IsNeeded")),
    "a text too long": programme(FEDERAL, CANE | {"Name": "я" * 2001}),
    "a sign that controls": programme(FEDERAL, CANE | {"Name": "Трость\u0085\u009b"}),
    "delete": programme(FEDERAL, CANE | {"Name": "Трость\u007f"}),
    "too many programmes": extract(*[document(number=str(number)) for number in range(21)]),
    "too many rows": extract(document(*[record(FEDERAL, CANE)] * 301)),
    "no documents at all": extract().replace("ВсеДокументы".encode(), "Документы".encode()),
    "no person": extract().replace("ПерсональныеДанные".encode(), "Человек".encode()),
    "no requisites": extract(tag("Документ", tag("ВсеСведения", ""))),
    "no content": extract(document().replace("ВсеСведения", "Сведения")),
    "a row without its category": extract(document("<Запись/>")),
}


def failure(*attachments: bytes) -> Failure:
    with pytest.raises(RegisterFailed) as caught:
        read(attachments, SNILS)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    assert str(caught.value) == caught.value.failure.value
    return caught.value.failure


@pytest.mark.parametrize("attachment", CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_what_contradicts_is_not_believed(attachment: bytes) -> None:
    assert failure(attachment) is Failure.CONTRADICTORY


def test_the_examples_are_one_step_from_a_sound_extract() -> None:
    sound = extract(
        document(
            record(FEDERAL, CANE | {"Name": "я" * 2000}),
            record("MSE.IPRA.MED.EVENT", MEASURE),
            record("FSS.REHABILITATION", EVENT),
            record("MSE.IPRA.LIFE_RESTRICT", RESTRICTED),
            record("MSE.IPRA.HELPITEM", HELP),
            *[record("MSE.IPRA.TSR.MSK", CANE)] * 300,
        ),
        *[document(number=str(number)) for number in range(19)],
    )
    assert len(read([sound], SNILS).programmes) == 20


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_day_that_is_no_day(day: str) -> None:
    for attachment in (
        extract(who=person(born=day)),
        extract(document(issued=day)),
        extract(document(ends=day)),
        extract(who=person(disability=DISABLED.replace("2020-01-31", day))),
        extract(document(general=GENERAL | {"DecisionDate": day})),
        programme(FEDERAL, CANE | {"From": day}),
        programme("FSS.REHABILITATION", EVENT | {"ValidTo": day}),
    ):
        assert failure(attachment) is Failure.CONTRADICTORY


@pytest.mark.parametrize("quantity", ["0", "10001", "-1", "1.5", "одна", "", "1e3", "٣", "9" * 50])
def test_a_quantity_that_is_none(quantity: str) -> None:
    assert failure(programme(FEDERAL, CANE | {"Quantity": quantity})) is Failure.CONTRADICTORY


def test_a_needle_in_the_last_row_of_the_last_programme() -> None:
    sound = [document(record(FEDERAL, CANE), number=str(number)) for number in range(5)]
    spoilt = document(record(FEDERAL, CANE), record(FEDERAL, CANE | {"To": "вчера"}), number="6")
    assert failure(extract(*sound, spoilt)) is Failure.CONTRADICTORY


@pytest.mark.parametrize(
    "other",
    [
        extract(document(number="2"), who=person(last="Другая")),
        extract(document(number="2"), who=person(middle="Петровна")),
        extract(document(number="2"), who=person(born="1990-02-27")),
        extract(document(number="2"), who=person(disability=DISABLED)),
        extract(document(number="2"), who=person(snils="000-000-690 02")),
        extract(),
    ],
    ids=["name", "middle name", "birth", "disability", "snils", "the same programme"],
)
def test_attachments_that_contradict_each_other(other: bytes) -> None:
    assert failure(extract(), other) is Failure.CONTRADICTORY


def test_attachments_of_one_person_are_one_answer() -> None:
    less = extract(document(number="2", issued="2027-01-01", ends=None), who=person(middle=None, disability=None))
    for order in ([extract(), less], [less, extract()]):
        found = read(order, SNILS)
        assert [each.number for each in found.programmes] == ["2", NUMBER]
        assert (found.middle_name, found.cause) == ("Ивановна", "инвалид с детства")


def test_twenty_programmes_together_are_the_most() -> None:
    halves = [extract(*[document(number=f"{half}-{each}") for each in range(11)]) for half in "аб"]
    assert failure(*halves) is Failure.CONTRADICTORY


def test_a_number_of_a_person_written_otherwise_is_the_same() -> None:
    assert read([extract(who=person(snils="00000069001"))], SNILS).snils == SNILS
