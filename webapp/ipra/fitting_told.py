"""How the comparison of a product with a programme is worded: one line a characteristic, one line a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext

from webapp.core.locale import either, gettext
from webapp.core.number_marks import marks
from webapp.core.spoken import number, spelt
from webapp.ipra import fitting_book
from webapp.ipra.fitting_rules import read
from webapp.ipra.fitting_values import Answer, Demand, Line
from webapp.reference.dataset import characteristics, classification
from webapp.reference.records import Characteristic
from webapp.reference.units import quantity, span

_LINES = {
    Answer.NO: lazy_gettext("%(label)s: не подходит. Программа: %(asked)s. Изделие: %(has)s."),
    Answer.UNTOLD: lazy_gettext("%(label)s: неизвестно. Программа: %(asked)s. Изготовитель не сказал."),
    Answer.YES: lazy_gettext("%(label)s: подходит. Программа: %(asked)s. Изделие: %(has)s."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The rules of one sort of product: its title, then of each rule the words in a programme and what they ask."""

    title: str
    lines: tuple[str, ...]


def fit_line(line: Line) -> str:
    """«Рука: не подходит. Программа: левая. Изделие: правая. Слова программы: «для левой руки»»."""
    told = {"label": _label(line.demand), "asked": asked(line.demand), "has": _value(line)}
    words = gettext("Слова программы: «%(words)s».", words=spelt(line.demand.words))
    return f"{str(_LINES[line.answer]) % told} {words}"


def asked(demand: Demand) -> str:
    """What a demand asks for: «да», «от 120 килограммов», «левая или любая»."""
    about, unit = _about(demand), _about(demand).unit or "none"
    if demand.allowed is not None:
        return _one_of(about, demand.allowed)
    if demand.low is not None and demand.high is not None:
        return span(demand.low, demand.high, unit)
    return _at_least(demand.low, unit) if demand.low is not None else _at_most(demand.high or 0, unit)


def told_rules() -> list[Told]:
    """All rules, by sort of product in the order of the classification, worded from the data that decide."""
    profiles = dict.fromkeys(item.profile for item in classification().items)
    known = fitting_book.rules()
    return [_told(profile) for profile in profiles if profile in known]


def _told(profile_id: str) -> Told:
    profile = characteristics().profile(profile_id)
    lines = (_rule_line(rule, profile_id) for rule in fitting_book.rules()[profile_id])
    return Told(spelt(either(profile.title, profile.title_en)), tuple(lines))


def _rule_line(rule: fitting_book.Rule, profile: str) -> str:
    demand = next(each for each in read(rule.said, profile) if each.key == rule.key)
    return gettext(
        "%(label)s: %(asked)s. Слова программы: «%(words)s».",
        label=_label(demand),
        asked=asked(demand),
        words=spelt(rule.said),
    )


def _about(demand: Demand) -> Characteristic:
    return fitting_book.described(demand.profile)[demand.key]


def _label(demand: Demand) -> str:
    about = _about(demand)
    if demand.range_to is not None and about.range_label is not None and about.range_label_en is not None:
        return either(about.range_label, about.range_label_en)
    return either(about.label, about.label_en)


def _value(line: Line) -> str:
    if line.has is None:
        return ""
    about = _about(line.demand)
    if isinstance(line.has, bool):
        return _yes_no(line.has)
    if about.type == "number":
        unit = about.unit or "none"
        return quantity(line.has, unit) if line.has_to is None else span(line.has, line.has_to, unit)
    return _listed(about, line.has if isinstance(line.has, list) else [line.has])


def _one_of(about: Characteristic, allowed: frozenset[Any]) -> str:
    if about.type == "bool":
        return _yes_no(True in allowed)
    words = _words_of(about, allowed)
    return gettext(" или ").join(words)


def _listed(about: Characteristic, values: Sequence[str]) -> str:
    return ", ".join(_words_of(about, frozenset(values)))


def _words_of(about: Characteristic, values: frozenset[Any]) -> list[str]:
    return [spelt(either(each.value, each.en)) for each in about.values if each.value in values]


def _yes_no(answer: bool) -> str:
    return gettext("да") if answer else gettext("нет")


@marks
def _at_least(value: int, unit: str) -> str:
    return gettext("не меньше, чем %(measure)s", measure=_measure(value, unit))


@marks
def _at_most(value: int, unit: str) -> str:
    return gettext("не больше, чем %(measure)s", measure=_measure(value, unit))


def _measure(value: int, unit: str) -> str:
    return quantity(value, unit) if unit != "none" else number(value)
