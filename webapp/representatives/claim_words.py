"""A claim in words: what may be chosen, and what was answered."""

from collections.abc import Iterator
from typing import Any

from flask_babel import lazy_gettext
from markupsafe import Markup

from webapp.core.entrusted import Function
from webapp.core.locale import gettext, mark_russian
from webapp.core.spoken import day, quoted
from webapp.questions.asked import Asked, Control, Question, Sort
from webapp.questions.forms import Around
from webapp.questions.sorts import ANSWERS, NAME, NO, YES, YES_OR_NO
from webapp.representatives import sorts
from webapp.representatives.claim_answers import Reading
from webapp.representatives.documents import PaperKind
from webapp.representatives.rules import CLAIMABLE, Kind
from webapp.representatives.words import FUNCTIONS, KINDS, PAPERS, capitalised

Choice = tuple[str, str, Any]
"""Value, words, note, as the components want them."""
KIND_NOTES = {
    Kind.PARENT: lazy_gettext("Вашему ребёнку нет 18 лет."),
    Kind.ADOPTIVE_PARENT: lazy_gettext("Вы усыновили ребёнка, ему нет 18 лет."),
    Kind.GUARDIAN: lazy_gettext("Орган опеки назначил вас действовать вместо человека."),
    Kind.TRUSTEE: lazy_gettext("Орган опеки назначил вас помогать, человек решает сам."),
    Kind.INSTITUTION: lazy_gettext("Человек живёт в вашей организации, она заботится о нём."),
    Kind.AGENT: lazy_gettext("Человек дал вам доверенность."),
    Kind.LAWYER: lazy_gettext("Вы адвокат, у вас есть ордер и доверенность."),
}
TERM = "ends-on"


def kinds() -> list[Choice]:
    """«Кем вы приходитесь человеку?» and what may be said."""
    return [(kind.value, capitalised(KINDS[kind]), KIND_NOTES[kind]) for kind in CLAIMABLE]


def choices(asked: Asked, around: Around) -> list[Choice]:
    """What may be chosen where something is chosen."""
    if asked.sort.control not in {Control.ONE, Control.SEVERAL}:
        return []
    return [(code, _option(asked.sort, code), "") for code in around.options(asked)]


def answered(reading: Reading) -> Iterator[tuple[Question, Markup]]:
    """Each question with its answer in words."""
    for form in reading.forms:
        question = form.question
        said = [_said(asked, reading.meant.get(asked.name)) for asked in question.asked]
        between = " " if question.asked[0].sort is NAME else ", "
        yield question, mark_russian(quoted(between.join(filter(None, said)) or _left_open(question, reading)))


def _left_open(question: Question, reading: Reading) -> str:
    """A power of attorney without a term has one by law: the day is said, not left to be reckoned."""
    last = reading.terms().ends_on if question.slug == TERM else None
    return gettext("не указано, значит, по %(day)s", day=day(last)) if last else gettext("не указано")


def _option(sort: Sort, code: str) -> str:
    if sort is sorts.PAPER:
        return capitalised(PAPERS[PaperKind(code)])
    return str(ANSWERS[code]) if sort is YES_OR_NO else capitalised(FUNCTIONS[Function(code)])


def _said(asked: Asked, meant: Any) -> str:
    if meant is None or meant == "":
        return ""
    if asked.sort.control is Control.DAY:
        return day(meant)
    if asked.sort is sorts.CERTIFICATE:
        return " ".join(meant)
    if asked.sort is sorts.FUNCTIONS:
        return ", ".join(str(FUNCTIONS[code]) for code in Function if code in meant or code is Function.VIEW)
    if asked.sort is YES_OR_NO:
        return str(ANSWERS[YES if meant else NO])
    return str(PAPERS[meant]) if asked.sort is sorts.PAPER else str(meant)
