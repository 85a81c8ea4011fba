"""Reads the rows of a programme, category by category. Raises RegisterFailed(CONTRADICTORY)."""

from webapp.gateways.programmes.elements import Attributes, choice, contradictory, in_order, needed, whole
from webapp.gateways.programmes.port import (
    Direction,
    Event,
    Execution,
    LifeActivity,
    Limitation,
    Measure,
    Source,
    TargetGroup,
    TsrLine,
)

Records = dict[str, list[Attributes]]

DEGREES = {"1": 1, "2": 2, "3": 3}
MOST_PIECES = 10_000
LIFE_ACTIVITIES = {
    "самообслуживание": LifeActivity.SELF_CARE,
    "самостоятельное передвижение": LifeActivity.MOVEMENT,
    "ориентация": LifeActivity.ORIENTATION,
    "общение": LifeActivity.COMMUNICATION,
    "контроль поведения": LifeActivity.BEHAVIOUR,
    "обучение": LifeActivity.LEARNING,
    "трудовая деятельность": LifeActivity.WORK,
}
DIRECTIONS = {
    "MSE.IPRA.MED.EVENT": Direction.MEDICAL,
    "MSE.IPRA.PROSTHETIC.EVENT": Direction.PROSTHETIC,
    "MSE.IPRA.PROF.EVENT": Direction.VOCATIONAL,
    "MSE.IPRA.SOCIAL.EVENT": Direction.SOCIAL,
    "MSE.IPRA.SOCIOCULTURAL.EVENT": Direction.SOCIOCULTURAL,
    "MSE.IPRA.PHYSIOTHERAPY.EVENT": Direction.PHYSICAL,
    "MSE.IPRA.EARLYHELP.EVENT": Direction.EARLY_HELP,
}
SOURCES = {
    "MSE.IPRA.TSR.FEDERAL.ITEM": Source.FEDERAL,
    "MSE.IPRA.TSR.REGIONAL.ITEM": Source.REGIONAL,
    "MSE.IPRA.TSR.OWNMONEY.ITEM": Source.OWN,
    "MSE.IPRA.TSR.MSK": Source.MOSCOW,
}
EVENTS = {
    "APPLICATION": Event.APPLIED,
    "CLARIFICATION": Event.CLARIFICATION,
    "CERTIFICATE": Event.CERTIFICATE,
    "PURCHASE": Event.PURCHASE,
    "REFERRAL": Event.REFERRAL,
    "RECEIVED": Event.RECEIVED,
}
CATEGORIES = frozenset(
    {
        *DIRECTIONS,
        *SOURCES,
        "MSE.BURO",
        "MSE.IPRA.GENERAL",
        "MSE.IPRA.LIFE_RESTRICT",
        "MSE.IPRA.CRG",
        "MSE.IPRA.TSR.FEDERAL",
        "MSE.IPRA.HELPITEM",
        "MSE.IPRA.FORECAST",
        "FSS.REHABILITATION",
    }
)
"""All categories that are read; records of others are passed over."""


def limitations(records: Records) -> tuple[Limitation, ...]:
    """Limited categories of life activity, each at most once."""
    found = tuple(
        Limitation(
            choice(told.words("CategoryLifeActivityName").lower(), LIFE_ACTIVITIES),
            choice(told.words("DegreeRestrictionCode"), DEGREES),
        )
        for told in records["MSE.IPRA.LIFE_RESTRICT"]
    )
    if len({each.category for each in found}) != len(found):
        raise contradictory()
    return found


def target_groups(records: Records) -> tuple[TargetGroup, ...]:
    return tuple(
        TargetGroup(
            needed(told.words("TargetGroupCode")),
            needed(told.words("TargetGroupName")),
            told.flag("IsCombatTrauma") or False,
        )
        for told in records["MSE.IPRA.CRG"]
    )


def measures(records: Records) -> tuple[Measure, ...]:
    """Measures, direction after direction in the order of the law."""
    return tuple(_measure(told, direction) for code, direction in DIRECTIONS.items() for told in records[code])


def _measure(told: Attributes, direction: Direction) -> Measure:
    is_needed = needed(told.flag("IsNeeded"))
    starts, until = told.term("From", "To", "ToClass", may_be_open=not is_needed)
    name, executor, result = needed(told.words("GroupTypeName")), told.words("Executor"), told.words("Result")
    return Measure(direction, name, is_needed, starts, until, executor, result)


def tsr(records: Records) -> tuple[TsrLine, ...]:
    """Items and services, source after source."""
    return tuple(_tsr_line(told, source) for code, source in SOURCES.items() for told in records[code])


def _tsr_line(told: Attributes, source: Source) -> TsrLine:
    starts, until = told.term("From", "To", "ToClass")
    name, quantity = needed(told.words("Name")), whole(told.words("Quantity"), 1, MOST_PIECES)
    return TsrLine(source, name, quantity, told.words("UnitName"), starts, until, told.words("Executor"))


def executions(records: Records) -> tuple[Execution, ...]:
    """The executor's records in the order of the document."""
    return tuple(_execution(told) for told in records["FSS.REHABILITATION"])


def _execution(told: Attributes) -> Execution:
    on, until = needed(told.day("EventDate")), told.day("ValidTo")
    in_order(on, until)
    name, event = needed(told.words("TsrName")), choice(told.words("EventCode"), EVENTS)
    return Execution(name, event, on, until, told.words("Number"))


def helps(records: Records) -> tuple[str, ...]:
    """Kinds of help that the person needs."""
    return tuple(
        needed(told.words("HelpValue")) for told in records["MSE.IPRA.HELPITEM"] if needed(told.flag("IsNeeded"))
    )
