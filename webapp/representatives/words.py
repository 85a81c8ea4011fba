"""Authorities in words, for both of their sides."""

from collections.abc import Iterator

from flask import Flask
from flask_babel import lazy_gettext

from webapp.core.access import actor, is_own_page
from webapp.core.entrusted import Function, Refused
from webapp.core.locale import current_language, gettext
from webapp.core.spoken import day, quoted
from webapp.representatives import queries
from webapp.representatives.actions import DECLINED_FOR
from webapp.representatives.documents import PaperKind
from webapp.representatives.drafts import KEPT_FOR
from webapp.representatives.keeping import WAITS_FOR
from webapp.representatives.queries import Known
from webapp.representatives.rules import Kind, Note, Proof, State

KINDS = {
    Kind.PARENT: lazy_gettext("родитель"),
    Kind.ADOPTIVE_PARENT: lazy_gettext("усыновитель"),
    Kind.GUARDIAN: lazy_gettext("опекун"),
    Kind.TRUSTEE: lazy_gettext("попечитель"),
    Kind.INSTITUTION: lazy_gettext("организация-опекун"),
    Kind.AGENT: lazy_gettext("представитель по доверенности"),
    Kind.LAWYER: lazy_gettext("адвокат"),
    Kind.HELPER: lazy_gettext("помощник"),
}
FUNCTIONS = {
    Function.VIEW: lazy_gettext("смотреть программу и что положено"),
    Function.FAVOURITES: lazy_gettext("вести избранное"),
    Function.TSR: lazy_gettext("подавать заявления о технических средствах"),
    Function.ACCOMPANIMENT: lazy_gettext("подавать заявления о сопровождении"),
    Function.CONSENT: lazy_gettext("давать согласие на обработку данных"),
}
PAPERS = {
    PaperKind.BIRTH: lazy_gettext("свидетельство о рождении"),
    PaperKind.PATERNITY: lazy_gettext("свидетельство об отцовстве"),
    PaperKind.ADOPTION: lazy_gettext("свидетельство об усыновлении"),
    PaperKind.ADOPTION_DECISION: lazy_gettext("решение суда об усыновлении"),
    PaperKind.GUARDIANSHIP: lazy_gettext("акт органа опеки"),
    PaperKind.PLACEMENT: lazy_gettext("акт о помещении в организацию"),
    PaperKind.NOTARIAL_POWER: lazy_gettext("доверенность от нотариуса"),
    PaperKind.EQUATED_POWER: lazy_gettext("доверенность, которую удостоверила больница или другая организация"),
    PaperKind.LAWYERS_ORDER: lazy_gettext("ордер адвоката и доверенность"),
}
REFUSED = {
    Refused.UNPROVEN: lazy_gettext("Право ещё не подтверждено."),
    Refused.RETURNED: lazy_gettext("Заявку вернули, её нужно исправить."),
    Refused.DECLINED: lazy_gettext("Человек не подтвердил заявку."),
    Refused.NOT_YET: lazy_gettext("Срок ещё не начался."),
    Refused.OVER: lazy_gettext("Срок закончился."),
    Refused.GROWN_UP: lazy_gettext("Ребёнку исполнилось 18 лет, теперь он действует сам."),
    Refused.WITHDRAWN: lazy_gettext("Человек прекратил ваш доступ."),
    Refused.GIVEN_UP: lazy_gettext("Вы отказались действовать."),
    Refused.REPLACED: lazy_gettext("Назначен другой представитель."),
    Refused.NOT_TOLD: lazy_gettext("Госуслуги больше не подтверждают это право."),
    Refused.OUT_OF_SCOPE: lazy_gettext("Это вам не поручено."),
    Refused.NONE: lazy_gettext("Такого права у вас нет."),
}
TO_PERSON = {
    Refused.UNPROVEN: lazy_gettext("Ждёт вашего ответа. Пока этот человек ничего не видит."),
    Refused.RETURNED: lazy_gettext("Вы вернули заявку на исправление."),
    Refused.DECLINED: lazy_gettext("Вы отказали."),
    Refused.NOT_YET: lazy_gettext("Срок ещё не начался."),
    Refused.OVER: lazy_gettext("Срок закончился, доступа больше нет."),
    Refused.GROWN_UP: lazy_gettext("Вам исполнилось 18 лет, доступа больше нет."),
    Refused.WITHDRAWN: lazy_gettext("Вы прекратили доступ на сайте."),
    Refused.GIVEN_UP: lazy_gettext("Этот человек отказался действовать за вас."),
    Refused.REPLACED: lazy_gettext("Назначен другой представитель."),
    Refused.NOT_TOLD: lazy_gettext("Госуслуги больше не подтверждают это право."),
}
"""The same, as the person who is acted for hears it."""
DONE_BY_PERSON = {
    State.CONFIRMED: lazy_gettext("Доступ открыт: "),
    State.RETURNED: lazy_gettext("Заявка возвращена: "),
    State.DECLINED: lazy_gettext("Отказано: "),
    State.WITHDRAWN: lazy_gettext("Доступ прекращён: "),
}
"""What the title says first of an authority that the person has just decided about."""
DONE_BY_REPRESENTATIVE = {
    State.CONFIRMED: lazy_gettext("Доступ получен: "),
    State.GIVEN_UP: lazy_gettext("Вы отказались: "),
}
PROOFS = {
    Proof.ESIA: lazy_gettext("подтвердили Госуслуги"),
    Proof.REGISTER: lazy_gettext("подтвердил реестр программ"),
    Proof.PERSON: lazy_gettext("подтвердил сам человек"),
    Proof.DOCUMENT: lazy_gettext("документ проверен"),
}
NOTES_TO_PERSON = {
    Note.NEEDS_PASSPORT: lazy_gettext("Вам исполнилось 14 лет: в заявлениях нужен ваш паспорт."),
    Note.GROWS_UP_SOON: lazy_gettext("Скоро вам 18 лет, тогда это право закончится."),
    Note.ENDS_SOON: lazy_gettext("Срок скоро закончится."),
    Note.ENDS_TODAY: lazy_gettext("Сегодня последний день."),
}
"""The same, as the person who is acted for hears it."""
NOTES = {
    Note.NEEDS_PASSPORT: lazy_gettext("Ребёнку исполнилось 14 лет: в заявлениях нужен паспорт."),
    Note.GROWS_UP_SOON: lazy_gettext("Скоро ребёнку 18 лет, тогда ваше право закончится."),
    Note.ENDS_SOON: lazy_gettext("Срок скоро закончится."),
    Note.ENDS_TODAY: lazy_gettext("Сегодня последний день."),
}


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        authority_in_brief=in_brief,
        state_for_person=state_for_person,
        document_facts=document_facts,
        state_for_representative=state_for_representative,
        functions_in_order=lambda functions: [function for function in FUNCTIONS if function in functions],
        function_choice=lambda function: (function.value, capitalised(FUNCTIONS[function]), ""),
    )
    app.jinja_env.globals.update(
        person_in_title=person_in_title,
        function_words=FUNCTIONS,
        kind_words=KINDS,
        refused_words=REFUSED,
        proof_words=PROOFS,
        days_drafts_are_kept=KEPT_FOR.days,
        done_by_person=DONE_BY_PERSON,
        done_by_representative=DONE_BY_REPRESENTATIVE,
        authority_notes=NOTES,
        notes_to_person=NOTES_TO_PERSON,
        days_a_claim_waits=WAITS_FOR.days,
        days_a_refusal_counts=DECLINED_FOR.days,
        claims_to_answer=lambda: queries.count_to_answer(actor()),
    )


def capitalised(words: object) -> str:
    """The same words as the first of a line."""
    said = str(words)
    return said[:1].upper() + said[1:]


def state_for_person(known: Known) -> str:
    """How an authority stands, said to the person who is acted for."""
    if known.refused is None:
        return gettext("Может действовать за вас.")
    if known.refused is Refused.RETURNED and known.is_returned_by_staff:
        return gettext("Мы проверили документ и вернули заявку: её нужно исправить.")
    if known.refused is Refused.UNPROVEN and not known.may_confirm:
        return gettext("Документ ещё не проверен. Пока этот человек ничего не видит.")
    return str(TO_PERSON[known.refused])


def state_for_representative(known: Known) -> str:
    """Why an authority opens nothing, said to the one who acts."""
    assert known.refused is not None
    if known.refused is Refused.RETURNED and known.is_returned_by_staff:
        return gettext("Мы проверили документ: заявку нужно исправить.")
    if known.refused is Refused.GIVEN_UP and known.proof is None:
        return gettext("Вы забрали заявку.")
    return str(REFUSED[known.refused])


def document_facts(known: Known) -> Iterator[tuple[str, str]]:
    """What the document says of itself, for whom it is about: name of the fact, and the fact."""
    paper = known.claimed.paper
    if paper is None:
        return
    said = (
        (gettext("Документ"), str(PAPERS[PaperKind(paper.kind)])),
        (gettext("Номер"), f"{paper.series} {paper.number}".strip()),
        (gettext("Дата документа"), day(paper.issued) if paper.issued else ""),
        (gettext("Кто выдал"), paper.issued_by or paper.organisation),
        (gettext("Номер второго документа"), paper.second_number),
        (gettext("Дата второго документа"), day(paper.second_issued) if paper.second_issued else ""),
        (gettext("Кто выдал второй документ"), paper.second_issued_by),
    )
    yield from ((name, quoted(value)) for name, value in said if value)


def person_in_title() -> str:
    """«За Белова Т. А.: » before the heading in the title (U1); empty for who acts for themselves."""
    acting = actor().acting
    if acting is None or is_own_page():
        return ""
    name = acting.accusative if current_language() == "ru" else acting.short_name
    return gettext("За %(name)s: ", name=name)


def in_brief(known: Known) -> str:
    """«родитель, до 3 марта 2036 года» — the kind, and the last day where there is one."""
    kind = str(KINDS[known.kind])
    if known.last_day is None:
        return gettext("%(kind)s, без срока", kind=kind) if known.is_open else kind
    return gettext("%(kind)s, по %(day)s включительно", kind=kind, day=day(known.last_day))
