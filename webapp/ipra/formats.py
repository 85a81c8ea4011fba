"""Filters of the programme's templates: terms, degrees, verdicts, differences as one line each."""

from flask import Flask
from flask_babel import LazyString, lazy_gettext

from webapp.core import encryption
from webapp.core.access import actor
from webapp.core.locale import gettext
from webapp.core.spoken import day, spelt
from webapp.gateways.programmes.port import Direction, Group, LifeActivity, Limitation, Measure, Programme, TsrLine
from webapp.ipra.amounts import amount
from webapp.ipra.differences import Change, Difference
from webapp.ipra.entitlements import programme_id
from webapp.ipra.fitting_told import fit_line
from webapp.ipra.rules import Fit, Force, Reason, Verdict
from webapp.ipra.telling import days_of, executor_of, source_of
from webapp.ipra.terms import Term
from webapp.ipra.words import SOURCES

CATEGORIES = {
    LifeActivity.SELF_CARE: lazy_gettext("самообслуживание"),
    LifeActivity.MOVEMENT: lazy_gettext("самостоятельное передвижение"),
    LifeActivity.ORIENTATION: lazy_gettext("ориентация"),
    LifeActivity.COMMUNICATION: lazy_gettext("общение"),
    LifeActivity.BEHAVIOUR: lazy_gettext("контроль поведения"),
    LifeActivity.LEARNING: lazy_gettext("обучение"),
    LifeActivity.WORK: lazy_gettext("трудовая деятельность"),
}
DEGREES = {1: lazy_gettext("первая степень"), 2: lazy_gettext("вторая степень"), 3: lazy_gettext("третья степень")}
GROUPS = {
    Group.FIRST: lazy_gettext("первая группа"),
    Group.SECOND: lazy_gettext("вторая группа"),
    Group.THIRD: lazy_gettext("третья группа"),
    Group.CHILD: lazy_gettext("ребёнок-инвалид"),
}
DIRECTIONS = {
    Direction.MEDICAL: lazy_gettext("Медицинская реабилитация"),
    Direction.PROSTHETIC: lazy_gettext("Протезно-ортопедическая помощь"),
    Direction.VOCATIONAL: lazy_gettext("Профессиональная реабилитация"),
    Direction.SOCIAL: lazy_gettext("Социальная реабилитация"),
    Direction.SOCIOCULTURAL: lazy_gettext("Социокультурная реабилитация"),
    Direction.PHYSICAL: lazy_gettext("Физическая культура и спорт"),
    Direction.EARLY_HELP: lazy_gettext("Ранняя помощь"),
    Direction.TSR: lazy_gettext("Обеспечение техническими средствами"),
}
FORECASTS = {
    "FuncRecoveryName": lazy_gettext("Восстановление функций"),
    "FuncCompensationName": lazy_gettext("Компенсация функций"),
    "SelfServiceName": lazy_gettext("Самообслуживание"),
    "MoveIndependentlyValue": lazy_gettext("Передвижение"),
    "OrientateValue": lazy_gettext("Ориентация"),
    "CommunicateValue": lazy_gettext("Общение"),
    "BehaviorControlValue": lazy_gettext("Контроль поведения"),
    "WorkValue": lazy_gettext("Труд"),
}
OUTLOOKS = {
    "полное": lazy_gettext("полное"),
    "полная": lazy_gettext("полная"),
    "частичное": lazy_gettext("частичное"),
    "частичная": lazy_gettext("частичная"),
    "не восстановление": lazy_gettext("не ожидается"),
    "не компенсация": lazy_gettext("не ожидается"),
}
"""Values of forecasts that forms print; anything else is said as it is written."""
FORCES = {
    Force.IN_FORCE: lazy_gettext("Эта программа действует."),
    Force.ENDED: lazy_gettext("У этой программы срок истёк."),
    Force.REPLACED: lazy_gettext("Эта программа заменена новой программой."),
}
VERDICTS = {
    Verdict.YES: lazy_gettext("Подходит к моей программе: да"),
    Verdict.NO: lazy_gettext("Подходит к моей программе: нет"),
    Verdict.UNSURE: lazy_gettext("Подходит к моей программе: не уверены"),
}
NOT_YET = {
    Reason.NO_CONSENT: lazy_gettext("Подходит к моей программе: ещё не проверяли"),
    Reason.ASKED: lazy_gettext("Подходит к моей программе: пока неизвестно"),
    Reason.NO_ANSWER: lazy_gettext("Подходит к моей программе: пока неизвестно"),
}
"""Nobody doubts where nothing was compared: these reasons take the place of the verdict."""
REASONS: dict[Reason, LazyString] = {
    Reason.SAME_ITEM: lazy_gettext("В программе есть это средство: %(name)s"),
    Reason.CONTRADICTED: lazy_gettext("В программе есть это средство, но изделие не такое: %(name)s"),
    Reason.UNTOLD: lazy_gettext("В программе есть это средство, но изготовитель сказал не всё: %(name)s"),
    Reason.OTHER_ITEM_OF_KIND: lazy_gettext("В программе другое средство того же вида: %(name)s"),
    Reason.SEVERAL_MEANINGS: lazy_gettext("Название в программе подходит к нескольким средствам: %(name)s"),
    Reason.UNREAD_NAMES: lazy_gettext("В программе есть название, которого нет в классификации: %(name)s"),
    Reason.UNDER_CLARIFICATION: lazy_gettext("Это средство ждёт уточнения программы: %(name)s"),
    Reason.NOT_IN_PROGRAMME: lazy_gettext("Такого средства в вашей программе нет."),
    Reason.NOT_IN_FORCE: lazy_gettext("Это средство было в программе, но срок истёк или программу заменили."),
    Reason.NO_PROGRAMME: lazy_gettext("В реестре нет вашей программы."),
    Reason.ASKED: lazy_gettext("Спрашиваем реестр о вашей программе."),
    Reason.NO_ANSWER: lazy_gettext("Реестр ещё не прислал вашу программу."),
    Reason.NO_CONSENT: lazy_gettext("Нужно ваше согласие."),
}


TERMS = {
    "decision": lazy_gettext("Решение по заявлению"),
    "clarification": lazy_gettext("Отправка запроса на уточнение программы"),
    "procurement": lazy_gettext("Закупка средства"),
    "replacement": lazy_gettext("Заявление на замену до конца срока пользования"),
}


def init_app(app: Flask) -> None:
    for formatter in (line_term, limitation, fit_words, fit_reason, fit_line, difference, programme_term):
        app.jinja_env.filters[formatter.__name__] = formatter
    app.jinja_env.filters.update(amount=amount, executor=executor_of, programme_name=_programme_name)
    app.jinja_env.filters.update(upper_first=upper_first, yes_no=yes_no, term_line=term_line)
    app.jinja_env.globals.update(
        programme_words={
            "groups": GROUPS,
            "directions": DIRECTIONS,
            "forecasts": FORECASTS,
            "outlooks": OUTLOOKS,
            "forces": FORCES,
            "sources": SOURCES,
        }
    )


def term_line(term: Term) -> str:
    """«Закупка средства: 40 дней. Откуда срок: …, 2022 год»."""
    told = gettext("%(days)s. Откуда срок: %(source)s", days=days_of(term), source=source_of(term))
    return f"{TERMS[term.key]}: {told}"


def yes_no(answer: bool | None) -> str:
    """A conclusion of the document, which may be silent about it."""
    if answer is None:
        return gettext("не указано")
    return gettext("да") if answer else gettext("нет")


def upper_first(text: str) -> str:
    """A line's words as they stand at its beginning."""
    return text[:1].upper() + text[1:]


def line_term(line: TsrLine | Measure) -> str:
    """«Срок: с 1 марта 2026 года до 1 марта 2028 года», «Срок: без срока»."""
    until = gettext("до %(day)s", day=day(line.until)) if line.until is not None else gettext("без срока")
    if line.starts is None:
        return gettext("Срок: %(until)s", until=until)
    return gettext("Срок: с %(day)s %(until)s", day=day(line.starts), until=until)


def programme_term(programme: Programme) -> str:
    """Until when the whole programme holds."""
    if programme.ends is None:
        return gettext("Срок программы: без срока")
    return gettext("Срок программы: до %(day)s", day=day(programme.ends))


def limitation(one: Limitation) -> str:
    """«ориентация: третья степень»."""
    return f"{CATEGORIES[one.category]}: {DEGREES[one.degree]}"


def fit_words(fit: Fit) -> str:
    """The verdict alone, or that there is none yet."""
    return str(NOT_YET.get(fit.reason, VERDICTS[fit.verdict]))


def fit_reason(fit: Fit) -> str:
    """The reason of the verdict."""
    if fit.reason is Reason.NO_CONSENT and actor().acting:
        return gettext("Нужно согласие.")  # the person's own, or one that the representative may give
    return str(REASONS[fit.reason]) % {"name": spelt(fit.name)}


def difference(one: Difference) -> str:
    """One change of one item in one line."""
    before, now, name = one.before, one.now, spelt(one.name)
    if one.change is Change.ADDED:
        return gettext("Добавлено: %(name)s", name=name)
    if one.change is Change.REMOVED:
        return gettext("Убрано: %(name)s", name=name)
    assert before is not None and now is not None
    if one.change is Change.QUANTITY:
        told = {"name": name, "before": amount(before), "now": amount(now)}
        return gettext("Другое количество: %(name)s, было %(before)s, стало %(now)s", **told)
    if one.change is Change.TERM:
        return gettext("Другой срок: %(name)s. %(term)s", name=name, term=line_term(now))
    return gettext("Другой источник денег: %(name)s, %(source)s", name=name, source=SOURCES[now.source])


def _programme_name(programme: Programme) -> str:
    """What an address calls a programme."""
    return encryption.name_of(programme_id(programme))
