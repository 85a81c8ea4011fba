"""How the control page says things."""

from datetime import datetime

from babel.dates import format_date

from webapp.core.clock import MOSCOW
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.world import Delivery

SYSTEMS = {System.ESIA: "ЕСИА", System.PROGRAMMES: "Реестр программ реабилитации"}
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
}
_ASKED = {
    "token": "обмен кода",
    "person": "данные человека",
    "collection": "список данных",
    "element": "одна запись",
    "kid_documents": "документы ребёнка",
    "ask": "запрос",
    "hear": "ответ на запрос",
}
"""Endpoint for programs → what they ask for there."""


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
