"""How questions are put to whom: about oneself, about another, about oneself who acts for another."""

from enum import IntEnum
from typing import Any

from flask_babel import lazy_gettext


class Of(IntEnum):
    """Who asks about whom: the applicant about themselves, about whom they act for, who acts about themselves."""

    ONESELF = 0
    ANOTHER = 1
    OWN = 2


HEADINGS: dict[str, tuple[Any, Any, Any]] = {
    "address": (
        lazy_gettext("Какой адрес указать?"),
        lazy_gettext("Какой адрес человека указать?"),
        lazy_gettext("Какой ваш адрес указать?"),
    ),
    "other_address": (
        lazy_gettext("Напишите адрес"),
        lazy_gettext("Напишите адрес человека"),
        lazy_gettext("Напишите ваш адрес"),
    ),
    "identity": (
        lazy_gettext("Каким документом подтвердить личность?"),
        lazy_gettext("Какой документ у человека?"),
        lazy_gettext("Какой у вас документ?"),
    ),
    "place": (
        lazy_gettext("В каком городе или посёлке выдан документ?"),
        lazy_gettext("В каком городе или посёлке выдан документ человека?"),
        lazy_gettext("В каком городе или посёлке выдан ваш документ?"),
    ),
    "birth_date": (
        lazy_gettext("Дата рождения"),
        lazy_gettext("Дата рождения человека"),
        lazy_gettext("Ваша дата рождения"),
    ),
    "snils": (
        lazy_gettext("Номер СНИЛС"),
        lazy_gettext("Номер СНИЛС человека"),
        lazy_gettext("Ваш номер СНИЛС"),
    ),
    "contacts": (
        lazy_gettext("Телефон и почта для ответа"),
        lazy_gettext("Телефон и почта человека"),
        lazy_gettext("Ваши телефон и почта"),
    ),
}
"""What is asked of one person, by who asks about whom (`Of`)."""
