"""The extract «ВыпискаФРИ»: well-formed, in the published form, and what it says agrees with itself."""

from datetime import date, timedelta

import pytest

from tests.sandbox.conftest import DAY
from tests.sandbox.register import SPACE, RegisterClient, entries, text
from webapp.sandbox.people.loading import load
from webapp.sandbox.people.records import Person

HER = "000-000-601 01"
TSR = ("MSE.IPRA.TSR.FEDERAL.ITEM", "MSE.IPRA.TSR.REGIONAL.ITEM", "MSE.IPRA.TSR.OWNMONEY.ITEM", "MSE.IPRA.TSR.MSK")
EVENTS = tuple(
    f"MSE.IPRA.{name}.EVENT"
    for name in ("MED", "PROSTHETIC", "PROF", "SOCIAL", "SOCIOCULTURAL", "PHYSIOTHERAPY", "EARLYHELP")
)
WITH_PROGRAMMES = [person for person in load(DAY).all if person.programmes]


@pytest.mark.parametrize("person", WITH_PROGRAMMES, ids=lambda person: person.slug)
def test_everything_of_a_person_is_in_their_extract(register: RegisterClient, person: Person) -> None:
    root = register.extract(person.snils or "")
    assert root.tag == f"{SPACE}ВыпискаФРИ"
    assert [text(root, f"ПерсональныеДанные/{name}") for name in ("Фамилия", "Имя", "СНИЛС")] == [
        person.last_name,
        person.first_name,
        person.snils,
    ]
    documents = list(root.iter(f"{SPACE}Документ"))
    assert [text(each, "РеквизитыДокумента/Номер") for each in documents] == [
        programme.number for programme in person.programmes
    ]
    for document, programme in zip(documents, person.programmes, strict=True):
        rows = [row for category in TSR for row in entries(document, category)]
        assert {row["Name"] for row in rows} == {item.name for item in programme.items}
        assert len(rows) == len(programme.items)
        assert len(entries(document, "FSS.REHABILITATION")) == sum(len(item.events) for item in programme.items)
        assert sum(len(entries(document, category)) for category in EVENTS) == len(programme.measures)


@pytest.mark.parametrize("person", WITH_PROGRAMMES, ids=lambda person: person.slug)
def test_requisites_and_content_agree_and_days_are_days(register: RegisterClient, person: Person) -> None:
    root = register.extract(person.snils or "")
    for document in root.iter(f"{SPACE}Документ"):
        [general] = entries(document, "MSE.IPRA.GENERAL")
        requisites = [text(document, f"РеквизитыДокумента/{name}") for name in ("Номер", "Дата", "СрокДействия")]
        assert requisites == [general["Number"], general["IssueDate"], general.get("EndDate")]
        assert ("EndDate" in general) != (general.get("EndDateDescr") == "бессрочно")
    days = [each for each in root.iter(f"{SPACE}Атрибут") if text(each, "ТипДанных") == "DATE"]
    assert len(days) > 5
    assert all(date.fromisoformat(text(each, "Значение") or "") for each in days)


def test_the_blind_womans_extract_says_what_the_contract_says(register: RegisterClient) -> None:
    root = register.extract(HER)
    requisites = "ВсеДокументы/Документ/РеквизитыДокумента/"
    assert text(root, requisites + "Источник/Код") == "MSE"
    assert text(root, requisites + "ТипДокумента/Наименование") == "ИПРА инвалида"
    assert text(root, requisites + "ДокументОснование") is None
    assert text(root, "ПерсональныеДанные/АктуальныеСведенияОбИнвалидности/ДатаПо") is None
    assert entries(root, "MSE.BURO")[0]["BuroFullName"].startswith("Бюро № 4 ")
    assert {"CategoryLifeActivityName": "ориентация", "DegreeRestrictionCode": "3"} in entries(
        root, "MSE.IPRA.LIFE_RESTRICT"
    )
    assert entries(root, "MSE.IPRA.TSR.FEDERAL") == [{"NeedConcl": "true", "NeedTransportHelpConcl": "true"}]
    assert [row["IsNeeded"] for row in entries(root, "MSE.IPRA.HELPITEM")] == ["true", "true", "false"]
    assert list(entries(root, "MSE.IPRA.FORECAST")[0])[:3] == [
        "FuncRecoveryName",
        "FuncCompensationName",
        "SelfServiceName",
    ]
    cane = entries(root, "MSE.IPRA.TSR.FEDERAL.ITEM")[0]
    assert cane == {
        "Name": "Трость белая тактильная складная",
        "Quantity": "1",
        "UnitName": "шт.",
        "From": (DAY - timedelta(days=600)).isoformat(),
        "ToClass": "бессрочно",
        "Executor": "Отделение Социального фонда по Нижегородской области (демо)",
    }
    certificate = next(row for row in entries(root, "FSS.REHABILITATION") if row["EventCode"] == "CERTIFICATE")
    assert certificate["ValidTo"] == (DAY + timedelta(days=113)).isoformat()
    assert len(certificate["Number"]) == 20


def test_terms_combat_results_and_the_replaced_number_are_told(register: RegisterClient) -> None:
    veteran = register.extract("000-000-608 08")
    assert [row["IsCombatTrauma"] for row in entries(veteran, "MSE.IPRA.CRG")] == ["false", "true"]
    assert all("To" in row and "ToClass" not in row for row in entries(veteran, "MSE.IPRA.TSR.FEDERAL.ITEM"))
    new, old = register.extract("000-000-616 16").iter(f"{SPACE}Документ")
    assert text(new, "РеквизитыДокумента/ДокументОснование") == text(old, "РеквизитыДокумента/Номер")
    woman = register.extract(HER)
    assert [row for row in entries(woman, "MSE.IPRA.SOCIAL.EVENT") if "Result" in row]
    assert text(register.extract("000-000-614 14"), "ПерсональныеДанные/Отчество") is None


def test_every_type_of_value_is_used_and_said_truly(register: RegisterClient) -> None:
    attributes = list(register.extract(HER).iter(f"{SPACE}Атрибут"))
    by_type = {text(each, "ТипДанных"): text(each, "Значение") for each in attributes}
    assert set(by_type) == {"STRING", "BOOLEAN", "DATE", "INTEGER"}
    booleans = {text(each, "Значение") for each in attributes if text(each, "ТипДанных") == "BOOLEAN"}
    assert booleans == {"true", "false"}
