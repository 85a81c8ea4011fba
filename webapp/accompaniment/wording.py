"""An application under Order 363н in words: title, what systems have told, what may be chosen, what was answered."""

from collections.abc import Iterator
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext

from webapp.accompaniment.known import Known
from webapp.accompaniment.party import Paper, Party, Residence
from webapp.accompaniment.questions import addressed, of_whom
from webapp.accompaniment.rules import Participant, Request
from webapp.applications.kinds import Choice, Meant, Told
from webapp.core.locale import gettext
from webapp.core.spoken import day, phone, spelt
from webapp.gateways.accompaniment.port import Office, Organisation
from webapp.gateways.programmes.port import Extract, Group
from webapp.questions.asked import Asked, Control
from webapp.questions.sorts import ANOTHERS_PHONE, HOME_PHONE, PHONE

REQUESTS = {
    Request.PROVIDE: lazy_gettext("Предоставить сопровождение"),
    Request.STOP: lazy_gettext("Прекратить сопровождение"),
    Request.RESUME: lazy_gettext("Возобновить сопровождение"),
}
BY_WHOM = {
    Participant.MSE: lazy_gettext("учреждением МСЭ"),
    Participant.FUND: lazy_gettext("отделением Социального фонда"),
    Participant.ORGANISATION: lazy_gettext("реабилитационной организацией"),
}
WHOM = {
    Participant.MSE: lazy_gettext("Учреждение МСЭ"),
    Participant.FUND: lazy_gettext("Отделение Социального фонда"),
    Participant.ORGANISATION: lazy_gettext("Реабилитационная организация"),
}
GROUPS = {
    Group.FIRST: lazy_gettext("Первая группа"),
    Group.SECOND: lazy_gettext("Вторая группа"),
    Group.THIRD: lazy_gettext("Третья группа"),
    Group.CHILD: lazy_gettext("Категория «ребёнок-инвалид»"),
}
RESIDENCES = {
    Residence.HOME: lazy_gettext("Место жительства"),
    Residence.STAY: lazy_gettext("Место пребывания"),
    Residence.ACTUAL: lazy_gettext("Место фактического проживания"),
}
DOCUMENTS = {
    Paper.PASSPORT: lazy_gettext("Паспорт гражданина Российской Федерации"),
    Paper.BIRTH: lazy_gettext("Свидетельство о рождении"),
    Paper.OTHER: lazy_gettext("Другой документ"),
}
ANY = "any"
CHANNELS = {
    "person": lazy_gettext("Лично"),
    "sign": lazy_gettext("Лично, с переводом на русский жестовый язык"),
    "phone": lazy_gettext("По телефону"),
    "messenger": lazy_gettext("Сообщением в мессенджере"),
    "letter": lazy_gettext("Заказным письмом"),
    "email": lazy_gettext("По электронной почте"),
    ANY: lazy_gettext("Не важно"),
}
"""Paragraph 7 of the order: a right at an institution of МСЭ, elsewhere a wish."""
PAPER_FORMS = {
    "large": lazy_gettext("Крупным шрифтом"),
    "braille": lazy_gettext("Шрифтом Брайля"),
}
CONSENTS = {
    "oneself": lazy_gettext("Подтверждаю согласие на обработку моих данных"),
    "person": lazy_gettext("Подтверждаю согласие на обработку данных человека, которому нужно сопровождение"),
    "representative": lazy_gettext("Подтверждаю согласие на обработку моих данных как представителя"),
}
OTHER = "other"


def title(meant: Meant) -> str:
    """What the application is, as far as it is known. Of organisations there are many, so theirs is named."""
    request, participant = meant.get("request"), addressed(meant)
    if request is None:
        return gettext("Заявление о сопровождении")
    asked = str(REQUESTS[Request(request)])
    if participant is not None and request != Request.PROVIDE:
        asked = gettext("%(request)s %(participant)s", request=asked, participant=str(BY_WHOM[participant]))
    name = meant.get(f"addressee_{Participant.ORGANISATION}") if participant is Participant.ORGANISATION else None
    return gettext("%(request)s: %(name)s", request=asked, name=spelt(name)) if name else asked


def hindrance(known: Known, meant: Meant) -> str:
    """Why this cannot be asked today; empty where it can. What is given may be stopped without any right to it."""
    if known.extract is None:
        return gettext("Реестр ещё не прислал программу, без неё заявление не заполнить.")
    if has_right(known) or meant.get("request") == Request.STOP:
        return ""
    return gettext("Права на сопровождение сейчас нет.")


def has_right(known: Known) -> bool:
    """Whether the programme gives the right; the Fund wants more, and nobody applies to it to begin."""
    return known.eligibility[Participant.ORGANISATION].is_entitled


def reached(name: str, found: Office | Organisation | None) -> list[tuple[str, str]]:
    """To whom the paper goes, by the name that was written, and how they are reached where the register tells it."""
    told = [(gettext("Кому"), spelt(name))]
    if found is None:
        return told
    told += [(gettext("Адрес"), spelt(found.address))] if found.address else []
    told += [(gettext("Телефон"), phone(number)) for number in found.telephones]
    return told + ([(gettext("Электронная почта"), found.email)] if found.email else [])


def which_document(party: Party, whose: str, meant: Meant) -> str:
    """Which document the place of issue is asked of; empty while that is not known."""
    if party.identity is not None:
        return str(DOCUMENTS[party.identity.paper])
    paper = meant.get(f"{whose}paper")
    return str(meant.get(f"{whose}paper_name") or DOCUMENTS[paper]) if paper is not None else ""


def of_person(known: Known) -> Told:
    """The person as ЕСИА told them, or as the claim of who acts for them did."""
    if known.representative is None:
        return _told_party(known, known.person, gettext("Личные данные"))
    told = _told_party(known, known.person, gettext("Кому нужно сопровождение"))
    if known.is_by_account:
        mend = gettext("Если сведения неверны, исправьте их на Госуслугах, в кабинете этого человека")
        return Told(told.heading, told.facts, told.source, mend, told.mended_at)
    source = gettext("Из заявки, по которой вы действуете за человека")
    mend = gettext("Если сведения неверны, напишите нам или позвоните")
    return Told(told.heading, told.facts, source, mend, url_for("pages.help"))


def of_representative(known: Known) -> Told:
    """Who acts for the person, and by which document."""
    acting = known.representative
    assert acting is not None
    told = _told_party(known, acting.party, gettext("Представитель"))
    document = (gettext("Документ о полномочиях"), acting.document)
    return Told(told.heading, (*told.facts, document), told.source, told.mend, told.mended_at)


def of_disability(known: Known) -> Iterator[Told]:
    """Group, cause and days, where the register has told all of them."""
    extract = known.extract
    if extract is None or not is_disability_told(extract):
        return
    assert extract.group is not None and extract.disabled_since is not None and known.received_on is not None
    facts = (
        (gettext("Инвалидность"), str(GROUPS[extract.group])),
        (gettext("Причина"), spelt(extract.cause)),
        (gettext("Установлена"), day(extract.disabled_since)),
        (gettext("На срок до"), until(extract)),
    )
    source = gettext("По данным реестра программ на %(day)s", day=day(known.received_on))
    yield Told(gettext("Инвалидность"), facts, source, gettext("Если сведения неверны, обратитесь в учреждение МСЭ."))


def is_disability_told(extract: Extract | None) -> bool:
    """Whether the register says all that the form asks for. No end is no term only where there is a group."""
    return (
        extract is not None and extract.group is not None and bool(extract.cause) and extract.disabled_since is not None
    )


def until(extract: Extract) -> str:
    """The day, or «бессрочно», as the form wants it."""
    return day(extract.disabled_until) if extract.disabled_until is not None else gettext("бессрочно")


def choice(known: Known, name: str, code: str) -> Choice:
    """One option: its value, its words, its note."""
    whose, field = of_whom(name)
    if field == "address" and code != OTHER:
        residence = Residence(code)
        text = known.party(whose).residences[residence]
        return code, f"{RESIDENCES[residence]}: {spelt(text)}", ""
    if field == "consent" and known.representative is None:
        return code, str(CONSENTS["oneself"]), ""
    return code, str(_words(field, code)), ""


def said(known: Known, asked: Asked, meant: Any) -> str:
    """An answer in words; empty where nothing was answered. An empty end is one: the paper says it, too."""
    if meant in (None, "", []):
        return gettext("бессрочно") if asked.name == "until" else ""
    if asked.sort.control is Control.DAY:
        return day(meant)
    if asked.sort in {PHONE, HOME_PHONE, ANOTHERS_PHONE}:
        return phone(meant)
    if asked.sort.control is Control.SEVERAL:
        told = ", ".join(str(choice(known, asked.name, code)[1]) for code in meant)
        is_for_both = asked.name != "consent" or "person" in known.consents
        return (
            told
            if is_for_both
            else gettext("%(consent)s. Согласие на обработку своих данных человек даёт сам", consent=told)
        )
    if asked.sort.control is Control.ONE:
        return str(choice(known, asked.name, meant)[1])
    return spelt(str(meant))


def _words(field: str, code: str) -> Any:
    tables: dict[str, Any] = {
        "request": REQUESTS,
        "participant": WHOM,
        "group": GROUPS,
        "residence": RESIDENCES,
        "paper": DOCUMENTS,
        "channel": CHANNELS,
        "paper_forms": PAPER_FORMS,
        "consent": CONSENTS,
        "address": {OTHER: gettext("Другой адрес")},
    }
    return tables[field][code]


def _told_party(known: Known, party: Party, heading: str) -> Told:
    source = gettext("По данным Госуслуг на %(day)s", day=day(known.told_on))
    mend = gettext("Если сведения неверны, исправьте их на Госуслугах")
    return Told(heading, tuple(facts_of(party)), source, mend, known.account)


def facts_of(party: Party) -> Iterator[tuple[str, str]]:
    """What is known of somebody, by the names of the form."""
    yield gettext("Фамилия, имя, отчество"), spelt(party.full_name)
    if party.birth_date is not None:
        yield gettext("Дата рождения"), day(party.birth_date)
    if party.snils:
        yield gettext("СНИЛС"), spelt(party.snils)
    if party.identity is not None:
        one = party.identity
        yield gettext("Документ"), str(DOCUMENTS[one.paper])
        yield gettext("Серия и номер"), spelt(f"{one.series} {one.number}".strip())
        yield gettext("Дата выдачи"), day(one.issued)
        yield gettext("Кто выдал"), spelt(one.issued_by)
