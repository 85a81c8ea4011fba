"""What the extract says of a person: the published categories and attributes. The template writes the XML."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from flask import render_template

from webapp.sandbox.people.records import Forecast, Item, Measure, Person, Programme

WITHOUT_TERM = "бессрочно"
_TSR = {
    "federal": ("MSE.IPRA.TSR.FEDERAL.ITEM", "Средства и услуги за счет федерального бюджета"),
    "regional": ("MSE.IPRA.TSR.REGIONAL.ITEM", "Средства и услуги за счет бюджета субъекта Российской Федерации"),
    "own": ("MSE.IPRA.TSR.OWNMONEY.ITEM", "Средства и услуги за счет собственных средств"),
    "moscow": ("MSE.IPRA.TSR.MSK", "Средства и услуги за счет федерального бюджета, город Москва"),
}
_MEASURES = {
    "medical": ("MSE.IPRA.MED.EVENT", "Медицинская реабилитация"),
    "prosthetic": ("MSE.IPRA.PROSTHETIC.EVENT", "Протезно-ортопедическая помощь"),
    "vocational": ("MSE.IPRA.PROF.EVENT", "Профессиональная реабилитация"),
    "social": ("MSE.IPRA.SOCIAL.EVENT", "Социальная реабилитация"),
    "sociocultural": ("MSE.IPRA.SOCIOCULTURAL.EVENT", "Социокультурная реабилитация"),
    "physical": ("MSE.IPRA.PHYSIOTHERAPY.EVENT", "Физическая реабилитация"),
    "early_help": ("MSE.IPRA.EARLYHELP.EVENT", "Ранняя помощь"),
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One fact: its code, the type of its value, the value as text."""

    code: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a category."""

    category: str
    name: str
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A programme with its requisites: `id` is the register's own, `base` the number of the one it replaces."""

    id: str
    programme: Programme
    base: str | None
    entries: tuple[Entry, ...]


def extract(person: Person, twice: bool = False) -> bytes | None:
    """The extract as XML; None where the register has no document. `twice`: two documents with one number."""
    if not person.programmes:
        return None
    documents = [
        _document(person, programme, following.number if programme.replaces_next and following else None)
        for programme, following in zip(person.programmes, [*person.programmes[1:], None], strict=True)
    ]
    if twice:
        documents.append(_contradicting(documents[0]))
    return render_template("sandbox/extract.xml", person=person, documents=documents).encode()


def _document(person: Person, programme: Programme, base: str | None) -> Document:
    number = uuid5(NAMESPACE_URL, f"{person.oid}/{programme.number}")
    return Document(str(number), programme, base, tuple(_entries(programme)))


def _contradicting(document: Document) -> Document:
    """Another document with the same number, one row shorter, that tells another potential."""
    return replace(document, id=document.id[::-1], entries=tuple(map(_told_otherwise, document.entries[:-1])))


def _told_otherwise(entry: Entry) -> Entry:
    others = {"низкий": "высокий"}
    told = (
        replace(each, value=others.get(each.value, "низкий")) if each.code == "RehabPotentialValue" else each
        for each in entry.attributes
    )
    return replace(entry, attributes=tuple(told))


def _entries(programme: Programme) -> Iterator[Entry]:
    yield Entry("MSE.BURO", "Сведения о бюро", (_text("BuroFullName", programme.office),))
    yield _general(programme)
    for each in programme.limitations:
        degree = Attribute("DegreeRestrictionCode", "INTEGER", str(each.degree))
        category = _text("CategoryLifeActivityName", each.category)
        yield Entry("MSE.IPRA.LIFE_RESTRICT", "Ограничения жизнедеятельности", (category, degree))
    for group in programme.target_groups:
        told = (_text("TargetGroupCode", group.code), _text("TargetGroupName", group.name))
        combat = _boolean("IsCombatTrauma", group.for_combat)
        yield Entry("MSE.IPRA.CRG", "Целевые реабилитационные группы", (*told, combat))
    yield from map(_measure, programme.measures)
    yield from map(_item, programme.items)
    yield from _conclusions(programme)
    for help_ in programme.helps:
        told = (_text("HelpValue", help_.name), _boolean("IsNeeded", help_.is_needed))
        yield Entry("MSE.IPRA.HELPITEM", "Виды помощи в преодолении барьеров", told)
    if programme.forecasts:
        yield Entry("MSE.IPRA.FORECAST", "Прогнозируемый результат", tuple(map(_forecast, programme.forecasts)))
    yield from _executions(programme)


def _general(programme: Programme) -> Entry:
    end = _day("EndDate", programme.ends) if programme.ends else _text("EndDateDescr", WITHOUT_TERM)
    attributes = (
        _text("Number", programme.number),
        _day("IssueDate", programme.issued),
        _text("ProtocolNum", programme.protocol),
        _day("DecisionDate", programme.decided),
        end,
        _boolean("IsFirst", programme.is_first),
        _text("RehabPotentialValue", programme.potential),
        _text("RehabPrognozValue", programme.prognosis),
    )
    return Entry("MSE.IPRA.GENERAL", "Общие сведения", attributes)


def _measure(measure: Measure) -> Entry:
    code, name = _MEASURES[measure.direction]
    attributes = [
        _text("GroupTypeName", measure.name),
        _boolean("IsNeeded", measure.is_needed),
        *_term(measure.starts, measure.until),
        _text("Executor", measure.executor),
    ]
    if measure.result:
        attributes.append(_text("Result", measure.result))
    return Entry(code, name, tuple(attributes))


def _item(item: Item) -> Entry:
    code, name = _TSR[item.source]
    attributes = (
        _text("Name", item.name),
        Attribute("Quantity", "INTEGER", str(item.quantity)),
        _text("UnitName", item.unit),
        *_term(item.starts, item.until),
        _text("Executor", item.executor),
    )
    return Entry(code, name, attributes)


def _conclusions(programme: Programme) -> Iterator[Entry]:
    known = (("NeedConcl", programme.needs_tsr), ("NeedTransportHelpConcl", programme.needs_escort))
    attributes = tuple(_boolean(code, value) for code, value in known if value is not None)
    if attributes:
        yield Entry("MSE.IPRA.TSR.FEDERAL", "Заключения о нуждаемости", attributes)


def _executions(programme: Programme) -> Iterator[Entry]:
    for item in programme.items:
        for event in item.events:
            attributes = [
                _text("TsrName", item.name),
                _text("EventCode", event.event),
                _day("EventDate", event.on),
            ]
            if event.until is not None:
                attributes.append(_day("ValidTo", event.until))
            if event.number:
                attributes.append(_text("Number", event.number))
            yield Entry("FSS.REHABILITATION", "Сведения об исполнении", tuple(attributes))


def _term(starts: date, until: date | None) -> tuple[Attribute, Attribute]:
    return _day("From", starts), _day("To", until) if until else _text("ToClass", WITHOUT_TERM)


def _forecast(forecast: Forecast) -> Attribute:
    return _text(forecast.code, forecast.value)


def _text(code: str, value: str) -> Attribute:
    return Attribute(code, "STRING", value)


def _day(code: str, value: date) -> Attribute:
    return Attribute(code, "DATE", value.isoformat())


def _boolean(code: str, value: bool) -> Attribute:
    return Attribute(code, "BOOLEAN", "true" if value else "false")
