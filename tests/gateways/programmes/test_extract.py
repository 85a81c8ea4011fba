"""«ВыпискаФРИ» becomes values: every category, every attribute, nothing more."""

from datetime import date

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
    without,
)
from webapp.gateways.programmes.extract import read
from webapp.gateways.programmes.port import (
    Direction,
    Event,
    Execution,
    Extract,
    Group,
    LifeActivity,
    Limitation,
    Measure,
    Programme,
    Source,
    TargetGroup,
    TsrLine,
)

STARTS, ENDS = date(2026, 3, 10), date(2028, 4, 1)


def only(attachment: bytes) -> Programme:
    (found,) = read([attachment], SNILS).programmes
    return found


def test_a_person_and_their_disability() -> None:
    found = read([extract()], SNILS)
    assert (found.snils, found.last_name, found.first_name, found.middle_name) == (
        SNILS,
        "Проверкина",
        "Мария",
        "Ивановна",
    )
    assert (found.birth_date, found.group, found.cause) == (date(1990, 2, 28), Group.FIRST, "инвалид с детства")
    assert (found.disabled_since, found.disabled_until) == (date(2020, 1, 31), ENDS)


def test_a_person_without_what_may_be_missing() -> None:
    found = read([extract(who=person(middle=None, disability=None))], SNILS)
    assert (found.middle_name, found.group, found.cause, found.disabled_since, found.disabled_until) == (
        "",
        None,
        "",
        None,
        None,
    )


def test_no_attachment_is_a_person_of_whom_nothing_is_known() -> None:
    assert read([], SNILS) == Extract(SNILS, "", "", "", None, None, "", None, None, ())


def test_no_documents_are_a_person_without_programmes() -> None:
    found = read([extract(" ")], SNILS)
    assert (found.last_name, found.programmes) == ("Проверкина", ())


def test_the_programme_itself() -> None:
    buro = record("MSE.BURO", {"BuroFullName": "Бюро № 4 (демо)"})
    assert only(extract(document(buro, replaces="16.1.77/2024"))) == Programme(
        number=NUMBER,
        kind="ИПРА инвалида",
        issued=STARTS,
        decided=date(2026, 3, 9),
        ends=ENDS,
        replaces="16.1.77/2024",
        office="Бюро № 4 (демо)",
        protocol="101.1.77/2026",
        is_first=True,
        potential="высокий",
        prognosis="благоприятный",
    )


def test_a_programme_without_term_and_without_what_may_be_missing() -> None:
    told = {"Number": NUMBER, "IssueDate": "2026-03-10", "EndDateDescr": "Бессрочно"}
    found = only(extract(document(ends=None, kind="ИПРА ребёнка-инвалида", general=told)))
    assert (found.ends, found.replaces, found.office, found.protocol) == (None, None, "", "")
    assert (found.decided, found.is_first, found.potential, found.prognosis) == (None, None, "", "")


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("самообслуживание", LifeActivity.SELF_CARE),
        ("самостоятельное передвижение", LifeActivity.MOVEMENT),
        ("Ориентация", LifeActivity.ORIENTATION),
        ("общение", LifeActivity.COMMUNICATION),
        ("контроль поведения", LifeActivity.BEHAVIOUR),
        ("обучение", LifeActivity.LEARNING),
        ("трудовая деятельность", LifeActivity.WORK),
    ],
)
def test_limitations(written: str, category: LifeActivity) -> None:
    told = {"CategoryLifeActivityName": written, "DegreeRestrictionCode": "3"}
    assert only(programme("MSE.IPRA.LIFE_RESTRICT", told)).limitations == (Limitation(category, 3),)


def test_target_groups() -> None:
    usual = record("MSE.IPRA.CRG", {"TargetGroupCode": "7", "TargetGroupName": "Зрение"})
    combat = record("MSE.IPRA.CRG", {"TargetGroupCode": "9", "TargetGroupName": "Травма", "IsCombatTrauma": "true"})
    found = only(extract(document(usual, combat))).target_groups
    assert found == (TargetGroup("7", "Зрение"), TargetGroup("9", "Травма", for_combat=True))


@pytest.mark.parametrize(
    ("category", "direction"),
    [
        ("MSE.IPRA.MED.EVENT", Direction.MEDICAL),
        ("MSE.IPRA.PROSTHETIC.EVENT", Direction.PROSTHETIC),
        ("MSE.IPRA.PROF.EVENT", Direction.VOCATIONAL),
        ("MSE.IPRA.SOCIAL.EVENT", Direction.SOCIAL),
        ("MSE.IPRA.SOCIOCULTURAL.EVENT", Direction.SOCIOCULTURAL),
        ("MSE.IPRA.PHYSIOTHERAPY.EVENT", Direction.PHYSICAL),
        ("MSE.IPRA.EARLYHELP.EVENT", Direction.EARLY_HELP),
    ],
)
def test_measures_of_each_direction(category: str, direction: Direction) -> None:
    (found,) = only(programme(category, MEASURE | {"Executor": "Больница", "Result": "выполнено"})).measures
    assert found == Measure(direction, "Медикаментозная терапия", True, STARTS, ENDS, "Больница", "выполнено")


def test_a_measure_without_end_and_one_that_is_not_needed() -> None:
    endless = record("MSE.IPRA.MED.EVENT", without(MEASURE, "To", "From") | {"ToClass": "бессрочно"})
    needless = record("MSE.IPRA.SOCIAL.EVENT", {"GroupTypeName": "Обучение", "IsNeeded": "false"})
    found = only(extract(document(needless, endless))).measures
    assert [(each.direction, each.is_needed, each.starts, each.until) for each in found] == [
        (Direction.MEDICAL, True, None, None),
        (Direction.SOCIAL, False, None, None),
    ]


@pytest.mark.parametrize(
    ("category", "source"),
    [
        ("MSE.IPRA.TSR.FEDERAL.ITEM", Source.FEDERAL),
        ("MSE.IPRA.TSR.REGIONAL.ITEM", Source.REGIONAL),
        ("MSE.IPRA.TSR.OWNMONEY.ITEM", Source.OWN),
        ("MSE.IPRA.TSR.MSK", Source.MOSCOW),
    ],
)
def test_items_of_each_source(category: str, source: Source) -> None:
    (found,) = only(programme(category, CANE)).tsr
    assert found == TsrLine(source, CANE["Name"], 1, "шт", STARTS, ENDS, CANE["Executor"])


@pytest.mark.parametrize("quantity", [1, 30, 10_000])
def test_quantities_and_an_item_without_end(quantity: int) -> None:
    told = without(CANE, "To", "Executor") | {"Quantity": str(quantity), "ToClass": "бессрочно"}
    (found,) = only(programme(FEDERAL, told)).tsr
    assert (found.quantity, found.until, found.executor) == (quantity, None, "")


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("APPLICATION", Event.APPLIED),
        ("CLARIFICATION", Event.CLARIFICATION),
        ("CERTIFICATE", Event.CERTIFICATE),
        ("PURCHASE", Event.PURCHASE),
        ("REFERRAL", Event.REFERRAL),
        ("RECEIVED", Event.RECEIVED),
    ],
)
def test_events_of_the_executor(code: str, event: Event) -> None:
    (found,) = only(programme("FSS.REHABILITATION", EVENT | {"EventCode": code, "Number": "0042"})).executions
    assert found == Execution(CANE["Name"], event, date(2026, 4, 1), date(2026, 12, 31), "0042")


def test_only_the_help_that_is_needed() -> None:
    rows = [
        record("MSE.IPRA.HELPITEM", {"HelpValue": "сопровождение", "IsNeeded": "true"}),
        record("MSE.IPRA.HELPITEM", {"HelpValue": "перевод", "IsNeeded": "false"}),
    ]
    assert only(extract(document(*rows))).helps == ("сопровождение",)


def test_forecasts_in_their_order() -> None:
    told = {"WorkValue": "частично", "Unknown": "-", "FuncRecoveryName": "полностью", "OrientateValue": ""}
    found = only(programme("MSE.IPRA.FORECAST", told)).forecasts
    assert found == (("FuncRecoveryName", "полностью"), ("WorkValue", "частично"))


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False), ("", None)])
def test_the_two_conclusions(word: str, value: bool | None) -> None:
    found = only(programme("MSE.IPRA.TSR.FEDERAL", {"NeedConcl": word, "NeedTransportHelpConcl": word}))
    assert (found.needs_tsr, found.needs_escort) == (value, value)


def test_unknown_categories_attributes_and_documents_are_passed_over() -> None:
    strange = "<Запись><Категория><Код>MSE.NEW</Код></Категория><Что>угодно</Что></Запись>"
    known = record(FEDERAL, CANE | {"Colour": "белый", "Quality": "?" * 9000})
    found = read(
        [
            extract(
                document(strange, known),
                document(number="5", source="PFR"),
                document(number="6", kind="Справка", general={}),
            )
        ],
        SNILS,
    )
    assert [each.number for each in found.programmes] == [NUMBER]
    assert len(found.programmes[0].tsr) == 1


def test_the_newest_programme_comes_first() -> None:
    documents = [
        document(number="2", issued="2025-01-01"),
        document(number="9", issued="2026-01-01"),
        document(number="3", issued="2025-01-01"),
    ]
    assert [each.number for each in read([extract(*documents)], SNILS).programmes] == ["9", "3", "2"]


def test_texts_are_written_one_way() -> None:
    told = CANE | {"Name": "  Трость\n\t«Люкс»\u00a0 бе\u00adлая\u200b &  <складная> и\u0306 "}
    assert only(programme(FEDERAL, told)).tsr[0].name == "Трость «Люкс» белая & <складная> й"


def test_order_of_rows_is_kept() -> None:
    names = [f"Средство {number}" for number in range(40)]
    rows = [record(FEDERAL, CANE | {"Name": name}) for name in names]
    assert [each.name for each in only(extract(document(*rows))).tsr] == names


def test_the_number_is_written_by_the_letter() -> None:
    told = GENERAL | {"Number": f" {NUMBER} "}
    assert only(extract(document(general=told))).number == NUMBER
