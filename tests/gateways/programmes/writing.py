"""Writes «ВыпискаФРИ» for tests: a sound extract, each part of which a test may replace."""

from html import escape

SNILS = "000-000-690 01"
NUMBER = "17.1.77/2026"
GENERAL = {
    "Number": NUMBER,
    "IssueDate": "2026-03-10",
    "ProtocolNum": "101.1.77/2026",
    "DecisionDate": "2026-03-09",
    "EndDate": "2028-04-01",
    "IsFirst": "true",
    "RehabPotentialValue": "высокий",
    "RehabPrognozValue": "благоприятный",
}
CANE = {
    "Name": "Трость белая тактильная складная",
    "Quantity": "1",
    "UnitName": "шт",
    "From": "2026-03-10",
    "To": "2028-04-01",
    "Executor": "Отделение Социального фонда (демо)",
}
MEASURE = {"GroupTypeName": "Медикаментозная терапия", "IsNeeded": "true", "From": "2026-03-10", "To": "2028-04-01"}
EVENT = {"TsrName": CANE["Name"], "EventCode": "CERTIFICATE", "EventDate": "2026-04-01", "ValidTo": "2026-12-31"}
FEDERAL = "MSE.IPRA.TSR.FEDERAL.ITEM"


def tag(name: str, content: str | None) -> str:
    """An element; nothing where the content is None."""
    return "" if content is None else f"<{name}>{content}</{name}>"


def record(category: str, attributes: dict[str, str]) -> str:
    """A row of a category."""
    written = "".join(
        tag("Атрибут", tag("Код", code) + tag("ТипДанных", "STRING") + tag("Значение", escape(value)))
        for code, value in attributes.items()
    )
    return tag("Запись", tag("Категория", tag("Код", category)) + tag("ВсеАтрибуты", written))


def document(
    *rows: str,
    number: str | None = NUMBER,
    issued: str | None = "2026-03-10",
    ends: str | None = "2028-04-01",
    replaces: str | None = None,
    source: str = "MSE",
    kind: str = "ИПРА инвалида",
    general: dict[str, str] | None = None,
) -> str:
    """A programme. What GENERAL says follows the requisites unless it is given."""
    told = general
    if told is None:
        told = GENERAL | {"Number": number or "", "IssueDate": issued or ""}
        told = told | {"EndDate": ends} if ends else without(told, "EndDate") | {"EndDateDescr": "бессрочно"}
    requisites = (
        tag("ID", "1")
        + tag("Источник", tag("Код", source))
        + tag("Номер", number)
        + tag("Дата", issued)
        + tag("СрокДействия", ends)
        + tag("ТипДокумента", tag("Наименование", kind))
        + tag("ДокументОснование", replaces)
    )
    records = (record("MSE.IPRA.GENERAL", told) if told else "") + "".join(rows)
    return tag("Документ", tag("РеквизитыДокумента", requisites) + tag("ВсеСведения", records))


DISABILITY = (
    tag("ДатаС", "2020-01-31")
    + tag("ДатаПо", "2028-04-01")
    + tag("ГруппаИнвалидности", "1")
    + tag("НаименованиеПричиныИнвалидности", "инвалид с детства")
)


def person(
    last: str | None = "Проверкина",
    middle: str | None = "Ивановна",
    born: str | None = "1990-02-28",
    snils: str | None = SNILS,
    disability: str | None = DISABILITY,
) -> str:
    """Who the extract speaks of."""
    return tag(
        "ПерсональныеДанные",
        tag("Фамилия", last)
        + tag("Имя", "Мария")
        + tag("Отчество", middle)
        + tag("ДатаРождения", born)
        + tag("СНИЛС", snils)
        + tag("АктуальныеСведенияОбИнвалидности", disability),
    )


def extract(*documents: str, who: str | None = None, front: str = "", back: str = "") -> bytes:
    """An attachment of these documents; of one sound programme when there are none."""
    told = tag("ВсеДокументы", "".join(documents or (document(),)))
    root = f'<ВыпискаФРИ xmlns="http://fri.pfr.ru">{who or person()}{told}</ВыпискаФРИ>'
    return f"{front}{root}{back}".encode()


def programme(category: str, attributes: dict[str, str]) -> bytes:
    """An attachment of one sound programme with one row."""
    return extract(document(record(category, attributes)))


def without(told: dict[str, str], *codes: str) -> dict[str, str]:
    """Attributes without some."""
    return {code: value for code, value in told.items() if code not in codes}
