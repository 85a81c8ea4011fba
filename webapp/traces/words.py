"""Lines of the log in words: who, when, what, what came of it."""

from collections.abc import Mapping

from flask import Flask
from flask_babel import lazy_gettext

from webapp.core.access_log import Outcome, Why
from webapp.core.locale import gettext
from webapp.core.spoken import clock_time, spelt
from webapp.representatives.words import KINDS
from webapp.traces.queries import Entry

DEEDS: Mapping[str, object] = {
    "ipra.entitlements": lazy_gettext("открыта страница «Что мне положено»"),
    "ipra.item": lazy_gettext("открыто средство из программы"),
    "ipra.programme": lazy_gettext("открыта программа реабилитации"),
    "ipra.one_programme": lazy_gettext("открыта программа реабилитации"),
    "ipra.request_anew:sent": lazy_gettext("запрошены свежие данные из реестра"),
    "catalogue.product": lazy_gettext("открыто изделие, показано, подходит ли оно"),
    "catalogue.item": lazy_gettext("открыт список изделий с данными человека"),
    "catalogue.kind_products": lazy_gettext("открыт список изделий с данными человека"),
    "catalogue.find": lazy_gettext("открыты найденные изделия с данными человека"),
    "catalogue.compare": lazy_gettext("открыто сравнение изделий с данными человека"),
    "catalogue.rooms": lazy_gettext("открыты места, где изделие можно потрогать"),
    "certificates.region_page": lazy_gettext("открыт регион, который выдаёт сертификат"),
    "accompaniment.organisations": lazy_gettext("открыты реабилитационные организации рядом с человеком"),
    "accompaniment.right": lazy_gettext("открыта страница о праве на сопровождение"),
    "accompaniment.applications": lazy_gettext("открыты заявления о сопровождении"),
    "accompaniment.begin:sent": lazy_gettext("начато заявление о сопровождении"),
    "accompaniment.tasks": lazy_gettext("открыто заявление о сопровождении"),
    "accompaniment.question": lazy_gettext("открыт вопрос заявления о сопровождении"),
    "accompaniment.question:sent": lazy_gettext("записан ответ для заявления о сопровождении"),
    "accompaniment.check": lazy_gettext("открыта проверка заявления о сопровождении"),
    "accompaniment.document": lazy_gettext("открыт текст заявления о сопровождении"),
    "accompaniment.file": lazy_gettext("скачано заявление о сопровождении"),
    "accompaniment.forget": lazy_gettext("открыт вопрос, удалить ли ответы заявления"),
    "accompaniment.forget:sent": lazy_gettext("удалены ответы заявления о сопровождении"),
    "favourites.kept": lazy_gettext("открыто избранное"),
    "favourites.change:sent": lazy_gettext("изменено избранное"),
    "favourites.keep:sent": lazy_gettext("изделие добавлено в избранное"),
    "favourites.remove:sent": lazy_gettext("изделие убрано из избранного"),
    "favourites.note": lazy_gettext("открыта заметка об изделии"),
    "favourites.note:sent": lazy_gettext("записана заметка об изделии"),
    "consents.listed": lazy_gettext("открыта страница «Согласия»"),
    "consents.one": lazy_gettext("открыт текст согласия"),
    "consents.one:sent": lazy_gettext("нажата кнопка «Даю согласие»"),
    "consents.withdraw": lazy_gettext("открыта страница об отзыве согласия"),
    "consents.withdraw:sent": lazy_gettext("нажата кнопка «Отозвать согласие»"),
    "consent.given.programme": lazy_gettext("дано согласие показывать программу"),
    "consent.withdrawn.programme": lazy_gettext("отозвано согласие показывать программу"),
    "traces.log": lazy_gettext("открыта эта страница"),
    "traces.taken_away": lazy_gettext("открыта страница с файлами журнала"),
    "traces.text": lazy_gettext("скачан журнал, текст"),
    "traces.table": lazy_gettext("скачан журнал, таблица"),
    "register.asked": lazy_gettext("сайт спросил программу в реестре"),
    "register.received": lazy_gettext("реестр прислал программу"),
    "accompaniment_register.asked": lazy_gettext("сайт спросил о сопровождении в реестре"),
    "accompaniment_register.received": lazy_gettext("реестр ответил о сопровождении"),
    "authority.confirmed": lazy_gettext("разрешено действовать за человека"),
    "authority.returned": lazy_gettext("заявка представителя возвращена на исправление"),
    "authority.declined": lazy_gettext("представителю отказано"),
    "authority.withdrawn": lazy_gettext("доступ представителя прекращён"),
    "authority.given_up": lazy_gettext("представитель отказался действовать"),
    "authority.checked": lazy_gettext("документ представителя проверен, доступ открыт"),
    "authority.refused": lazy_gettext("документ представителя возвращён на исправление"),
    "authority.replaced": lazy_gettext("назначен другой представитель, доступ прежнего закрыт"),
    "authority.told": lazy_gettext("Госуслуги подтвердили право родителя"),
    "authority.told_no_more": lazy_gettext("Госуслуги больше не подтверждают право родителя"),
    "helper.invited": lazy_gettext("сделан код для помощника"),
    "helper.uninvited": lazy_gettext("код для помощника отменён"),
    "helper.let_in": lazy_gettext("помощник ввёл код и получил доступ"),
    "person.forgotten": lazy_gettext("данные человека удалены"),
}
"""By code: an endpoint, with «:sent» for its form, or what an action calls itself."""
OUTCOMES = {
    Outcome.DONE: lazy_gettext("сделано"),
    Outcome.REFUSED: lazy_gettext("отказано, ничего не показано"),
    Outcome.FAILED: lazy_gettext("не получилось, ничего не изменилось"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.filters["trace_sentence"] = sentence


def sentence(entry: Entry, with_time: bool = True) -> str:
    """«Белова Анна Игоревна, родитель, в 14:05: открыта программа реабилитации.»"""
    parts = [who(entry)]
    if entry.why is Why.AUTHORITY and entry.name != "":
        parts.append(by_right(entry))
    if with_time:
        parts.append(gettext("в %(time)s", time=clock_time(entry.happened_at)))
    told = gettext("%(who)s: %(deed)s.", who=", ".join(parts), deed=deed(entry))
    if entry.outcome is Outcome.DONE:
        return told
    return gettext("%(told)s Итог: %(outcome)s.", told=told, outcome=outcome(entry.outcome))


def who(entry: Entry) -> str:
    """The name of who did it."""
    if entry.why is Why.COMMAND:
        return gettext("Сотрудник сайта")
    if entry.name is None:
        return gettext("Человек, который удалил свои данные")
    return spelt(entry.name) if entry.name else gettext("Вы")


def by_right(entry: Entry) -> str:
    """As whom it was done."""
    if entry.why is Why.COMMAND:
        return gettext("работа сайта")
    if entry.why is Why.OWN:
        return gettext("свои данные")
    return str(KINDS[entry.kind]) if entry.kind is not None else gettext("представитель")


def deed(entry: Entry) -> str:
    """What was done, and about which representative; a code of an older site has no words any more."""
    done = str(DEEDS[entry.act]) if entry.act in DEEDS else gettext("открыта другая страница")
    return gettext("%(deed)s, это %(name)s", deed=done, name=spelt(entry.about)) if entry.about else done


def outcome(found: Outcome) -> str:
    """What came of it."""
    return str(OUTCOMES[found])
