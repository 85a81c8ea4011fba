"""How results and proofs are worded."""

from collections import Counter

from flask import Flask
from flask_babel import LazyString, lazy_gettext

from webapp.conformance.statement import MET, Criterion, Proof, Statement
from webapp.core.locale import gettext, ngettext
from webapp.core.number_marks import marks

RESULTS: dict[str, LazyString] = {
    "proven": lazy_gettext("Выполнено: доказывают программы."),
    "part": lazy_gettext("Выполнено: часть доказывают программы, остальное прочитано."),
    "read": lazy_gettext("Выполнено: проверено только чтением."),
    "flawed": lazy_gettext("Выполнено не полностью."),
    "absent": lazy_gettext("Не применяется."),
    "not_claimed": lazy_gettext("Не заявляем."),
}


def init_app(app: Flask) -> None:
    """Offer the lines to templates as filters."""
    for line in (proof_line, clause_line, law_line):
        app.jinja_env.filters[line.__name__] = line


@marks
def level_line(level: str, results: Counter[str]) -> str:
    """How the criteria of a level stand: «Уровень A: выполнено 23, не полностью 1, не применяется 7»."""
    counted = (
        (gettext("выполнено"), sum(results[result] for result in MET)),
        (gettext("не полностью"), results["flawed"]),
        (gettext("не применяется"), results["absent"]),
        (gettext("не заявляем"), results["not_claimed"]),
    )
    told = ", ".join(f"{words} {number}" for words, number in counted if number)
    return gettext("Уровень %(level)s: %(told)s", level=level, told=told)


@marks
def proof_line(proof: Proof) -> str:
    """One proof as a line: «Программа axe: 165 страниц и состояний», «Путь на слух: поиск тонометра»."""
    if proof.kind == "check":
        told = gettext("Наша проверка, %(what)s", what=proof.name)
    elif proof.kind == "journey":
        return gettext("Путь на слух: %(what)s", what=proof.name)
    elif proof.kind == "test":
        return gettext("Испытание: %(what)s", what=proof.name)
    else:
        told = str(proof.name)
    return f"{told}: " + ngettext("%(num)s страница", "%(num)s страниц", proof.states)


@marks
def law_line(one: Criterion, told: Statement) -> str:
    """The requirements of the decree that a criterion serves."""
    served = [str(asked.short) for asked in told.law if asked.id in one.law]
    return gettext("Постановление 102: %(names)s", names=", ".join(served))


def clause_line(one: Criterion) -> str:
    """Where EN 301 549 has the criterion. Its clause 9.5 only recommends; it knows nothing that is new in WCAG 2.2."""
    if not one.clause:
        return gettext("EN 301 549: пункта нет, правило новее стандарта")
    if one.level == "AAA":
        return gettext("EN 301 549: пункт %(clause)s, только совет", clause=one.clause)
    return gettext("EN 301 549: пункт %(clause)s", clause=one.clause)
