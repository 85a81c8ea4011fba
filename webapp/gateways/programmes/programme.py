"""Reads one programme: a document («Документ») of «ВыпискаФРИ». Raises RegisterFailed(CONTRADICTORY)."""

from collections import defaultdict
from datetime import date

from webapp.gateways.programmes import rows
from webapp.gateways.programmes.elements import (
    MOST_ROWS,
    Attributes,
    Element,
    child,
    children,
    contradictory,
    day,
    in_order,
    needed,
    needed_child,
    only,
    words,
)
from webapp.gateways.programmes.port import Programme
from webapp.gateways.programmes.rows import Records

OF_MSE = "MSE"
KINDS = frozenset({"ипра инвалида", "ипра ребенка-инвалида"})
FORECASTS = (
    "FuncRecoveryName",
    "FuncCompensationName",
    "SelfServiceName",
    "MoveIndependentlyValue",
    "OrientateValue",
    "CommunicateValue",
    "BehaviorControlValue",
    "WorkValue",
)


def read(document: Element) -> Programme | None:
    """The programme that a document is; None for a document of another sort, which is none of ours."""
    requisites = needed_child(document, "РеквизитыДокумента")
    source, sort = child(requisites, "Источник"), child(requisites, "ТипДокумента")
    kind = "" if sort is None else words(sort, "Наименование")
    if source is None or words(source, "Код") != OF_MSE or kind.lower().replace("ё", "е") not in KINDS:
        return None
    number, issued = needed(words(requisites, "Номер")), needed(day(words(requisites, "Дата")))
    ends, replaces = day(words(requisites, "СрокДействия")), words(requisites, "ДокументОснование") or None
    in_order(issued, ends)
    if replaces == number:
        raise contradictory()
    records = _records(needed_child(document, "ВсеСведения"))
    general = needed(only(records["MSE.IPRA.GENERAL"]))
    _agrees(general, number, issued, ends)
    buro, federal = only(records["MSE.BURO"]), only(records["MSE.IPRA.TSR.FEDERAL"])
    return Programme(
        number=number,
        kind=kind,
        issued=issued,
        decided=general.day("DecisionDate"),
        ends=ends,
        replaces=replaces,
        office="" if buro is None else buro.words("BuroFullName"),
        protocol=general.words("ProtocolNum"),
        is_first=general.flag("IsFirst"),
        potential=general.words("RehabPotentialValue"),
        prognosis=general.words("RehabPrognozValue"),
        limitations=rows.limitations(records),
        target_groups=rows.target_groups(records),
        measures=rows.measures(records),
        tsr=rows.tsr(records),
        executions=rows.executions(records),
        helps=rows.helps(records),
        forecasts=_forecasts(records),
        needs_tsr=None if federal is None else federal.flag("NeedConcl"),
        needs_escort=None if federal is None else federal.flag("NeedTransportHelpConcl"),
    )


def _records(told: Element) -> Records:
    """The records by the codes of their categories. Those of unknown categories are not opened."""
    found: Records = defaultdict(list)
    for record in children(told, "Запись"):
        code = words(needed_child(record, "Категория"), "Код")
        if code in rows.CATEGORIES:
            found[code].append(Attributes(record))
            if len(found[code]) > MOST_ROWS:
                raise contradictory()
    return found


def _agrees(general: Attributes, number: str, issued: date, ends: date | None) -> None:
    """Requisites and content say the same."""
    _, last = general.term("IssueDate", "EndDate", "EndDateDescr")
    if (general.words("Number"), general.day("IssueDate"), last) != (number, issued, ends):
        raise contradictory()


def _forecasts(records: Records) -> tuple[tuple[str, str], ...]:
    told = only(records["MSE.IPRA.FORECAST"])
    return () if told is None else tuple((code, value) for code in FORECASTS if (value := told.words(code)))
