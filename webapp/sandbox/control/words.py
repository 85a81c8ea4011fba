"""How the control page says things."""

from datetime import datetime

from babel.dates import format_date

from webapp.core.clock import MOSCOW
from webapp.sandbox.esia.refusals import MEANINGS
from webapp.sandbox.failures import Failure, Step, System
from webapp.sandbox.world import Delivery

SYSTEMS = {
    System.ESIA: "ЕСИА",
    System.PROGRAMMES: "Реестр программ реабилитации",
    System.ACCOMPANIMENT: "Реестр сопровождения",
}
_COMMON = {
    Failure.USUAL: "Как обычно",
    Failure.SLOW: "Медленно: отвечает через 30 секунд",
    Failure.ERROR: "Ошибка 500",
    Failure.HTML: "Страница вместо данных",
}
_OWN = {
    System.ESIA: {
        Failure.REFUSE: "Отказ: подпись сайта не принята",
        Failure.LATE: "Поздно: маркеры доступа уже просрочены",
        Failure.TWICE: "Дважды: код входа уже использован",
    },
    System.PROGRAMMES: {
        Failure.REFUSE: "Отказ: сайт не допущен",
        Failure.LATE: "Поздно: ответ готов через двое суток по часам песочницы",
        Failure.TWICE: "Дважды: два документа с одним номером",
    },
    System.ACCOMPANIMENT: {
        Failure.REFUSE: "Отказ: сайт не допущен",
        Failure.TWICE: "Дважды: участник и помогает, и не помогает",
    },
}
_ASKED = {
    "token": "обмен кода",
    "gateway_token": "обмен кода у шлюза",
    "gateway_person": "данные человека у шлюза",
    "person": "данные человека",
    "collection": "список данных",
    "element": "одна запись",
    "kid_documents": "документы ребёнка",
    "kid_document": "один документ ребёнка",
    "ask": "запрос",
    "hear": "ответ на запрос",
    "told": "сопровождение человека",
    "organisations": "организации региона",
}
"""Endpoint for programs → what they ask for there."""

STEPS = {Step.AUTHORISE: "Когда сайт отправляет человека входить", Step.TOKEN: "Когда сайт меняет код на маркеры"}
_REFUSALS = {
    "007002": "Сертификат не от этого сайта",
    "007003": "Параметр с ошибкой или дважды",
    "007004": "Человек отказал",
    "007005": "Сайту нельзя входить этим способом",
    "007006": "Неизвестный вид данных",
    "007007": "Внутренняя ошибка",
    "007008": "Перегрузка или технические работы",
    "007009": "Неизвестный вид ответа",
    "007011": "Код недействителен",
    "007012": "Неизвестный способ получить маркер",
    "007013": "Не назван вид данных",
    "007014": "Нет обязательного параметра",
    "007015": "Время запроса неверно",
    "007019": "Нет права на доступ",
    "007023": "Чужой адрес возврата",
    "007038": "Параметры не читаются",
    "007039": "Нет проверочного слова",
    "007040": "Проверочное слово не подошло",
    "007046": "Одноразовый код невозможен",
    "007053": "Подпись сайта не принята",
    "007055": "Учётная запись не подтверждена",
    "007060": "Роли с ошибкой",
    "007061": "Вид объекта с ошибкой",
    "007062": "Вид объекта или роль с ошибкой",
    "007194": "Человек не работает в организации",
    "008010": "Сайт не доказал, кто он",
}
_OF_CONSENT = "Согласие Цифрового профиля с ошибкой"


def refusals() -> list[tuple[str, str, str]]:
    """The numbers that ЕСИА can be told to refuse with: number, words, no hint."""
    return [(number, f"{number}: {_REFUSALS.get(number, _OF_CONSENT)}", "") for number in MEANINGS]


def refusal(step: Step, number: str) -> str:
    """What the next answer is told to be, in a line."""
    return f"{STEPS[step]}: отказ {number}"


def choices(system: System) -> list[tuple[str, str, str]]:
    """What the system can be told to do: value, words, no hint."""
    return [(failure.value, said, "") for failure, said in (_COMMON | _OWN[system]).items()]


def moment(value: datetime) -> str:
    """A moment in Moscow's time: «22 ноября 2026 года, 17:47»."""
    local = value.astimezone(MOSCOW)
    day: str = format_date(local, "d MMMM y 'года'", locale="ru")
    return f"{day}, {local.hour}:{local.minute:02}"


def delivery(given: Delivery) -> str:
    """An answer that a program was given, in a line."""
    return f"{SYSTEMS[given.system]}, {_ASKED[given.what]}: {given.outcome}, {moment(given.at)}"
