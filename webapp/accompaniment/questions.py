"""What is asked for an application under Order 363н: every field of its annex that no state system has told.

Data. Of the representative the same is asked as of the person, under names that begin with «own».
"""

from typing import Any

from flask_babel import lazy_gettext

from webapp.questions.asked import LONGEST_NUMBER, Asked, Question, single
from webapp.questions.sorts import CHOICE, CHOICES, DAY, EMAIL, LINE, NUMBER, PAST_DAY, PHONE, SNILS

PERSON, OWN = "", "own_"
"""Before the names of fields: of whom the answer is."""

REQUEST = single("request", CHOICE, lazy_gettext("О чём вы просите?"), lazy_gettext("выберите, о чём вы просите"))
PARTICIPANT = single(
    "participant", CHOICE, lazy_gettext("Кто сейчас вам помогает?"), lazy_gettext("выберите, кого касается заявление")
)
ADDRESSEE = single(
    "addressee",
    LINE,
    lazy_gettext("Кому заявление?"),
    lazy_gettext("напишите полное название организации"),
    hint=lazy_gettext("Полное название, как на вывеске или на сайте организации"),
)
DISABILITY = Question(
    "disability",
    lazy_gettext("Какая установлена инвалидность?"),
    (
        Asked("group", lazy_gettext("Группа или категория"), CHOICE, lazy_gettext("выберите группу или категорию")),
        Asked("cause", lazy_gettext("Причина, как в справке МСЭ"), LINE, lazy_gettext("напишите причину из справки")),
        Asked("since", lazy_gettext("Когда установлена"), PAST_DAY, lazy_gettext("введите день, месяц и год")),
        Asked("until", lazy_gettext("До какого дня, если не бессрочно"), DAY),
    ),
)
CHANNEL = single(
    "channel",
    CHOICE,
    lazy_gettext("Как вам удобнее получать помощь?"),
    lazy_gettext("выберите, как с вами связываться"),
)
PAPER_FORMS = single(
    "paper-forms",
    CHOICES,
    lazy_gettext("Нужны ли бумаги в другом виде?"),
    hint=lazy_gettext("Можно ничего не отмечать"),
)
CONSENT = single(
    "consent",
    CHOICES,
    lazy_gettext("Согласны ли вы на обработку данных из заявления?"),
    lazy_gettext("отметьте согласие: без него заявление не рассмотрят"),
)


def address(whose: str) -> Question:
    """Which of the addresses that ЕСИА told, or another."""
    heading = lazy_gettext("Какой ваш адрес указать?") if whose else lazy_gettext("Какой адрес указать?")
    return _single(whose, "address", CHOICE, heading, lazy_gettext("выберите адрес"))


def other_address(whose: str) -> Question:
    """An address that ЕСИА does not know, by the parts of the form."""
    heading = lazy_gettext("Напишите ваш адрес") if whose else lazy_gettext("Напишите адрес")
    return Question(
        _slug(whose, "other_address"),
        heading,
        (
            Asked(
                f"{whose}residence",
                lazy_gettext("Что это за адрес"),
                CHOICE,
                lazy_gettext("выберите, что это за адрес"),
            ),
            Asked(
                f"{whose}postcode",
                lazy_gettext("Почтовый индекс, 6 цифр"),
                NUMBER,
                lazy_gettext("введите почтовый индекс"),
                longest=6,
            ),
            Asked(
                f"{whose}region", lazy_gettext("Регион, например Пермский край"), LINE, lazy_gettext("напишите регион")
            ),
            Asked(f"{whose}district", lazy_gettext("Район, если есть"), LINE),
            Asked(
                f"{whose}town",
                lazy_gettext("Город, посёлок или деревня"),
                LINE,
                lazy_gettext("напишите город, посёлок или деревню"),
            ),
            Asked(f"{whose}street", lazy_gettext("Улица, если есть"), LINE),
            Asked(
                f"{whose}house", lazy_gettext("Дом"), LINE, lazy_gettext("напишите номер дома"), longest=LONGEST_NUMBER
            ),
            Asked(f"{whose}building", lazy_gettext("Корпус, если есть"), LINE, longest=LONGEST_NUMBER),
            Asked(f"{whose}flat", lazy_gettext("Квартира, если есть"), LINE, longest=LONGEST_NUMBER),
        ),
    )


def identity(whose: str) -> Question:
    """A document that ЕСИА does not show."""
    return Question(
        _slug(whose, "identity"),
        lazy_gettext("Какой у вас документ?") if whose else lazy_gettext("Каким документом подтвердить личность?"),
        (
            Asked(f"{whose}paper", lazy_gettext("Документ"), CHOICE, lazy_gettext("выберите документ")),
            Asked(f"{whose}paper_name", lazy_gettext("Название, если документ другой"), LINE),
            Asked(
                f"{whose}number",
                lazy_gettext("Серия и номер"),
                NUMBER,
                lazy_gettext("введите серию и номер документа"),
                longest=LONGEST_NUMBER,
            ),
            Asked(f"{whose}issued", lazy_gettext("Дата выдачи"), PAST_DAY, lazy_gettext("введите дату выдачи")),
            Asked(f"{whose}issued_by", lazy_gettext("Кто выдал"), LINE, lazy_gettext("напишите, кто выдал документ")),
        ),
    )


def place(whose: str) -> Question:
    """Where the document was issued: the form asks, ЕСИА does not know."""
    heading = (
        lazy_gettext("В каком городе или посёлке выдан ваш документ?")
        if whose
        else lazy_gettext("В каком городе или посёлке выдан документ?")
    )
    return _single(whose, "place", LINE, heading, lazy_gettext("напишите город или посёлок"))


def birth_date(whose: str) -> Question:
    """Where nobody has told it."""
    return _single(whose, "birth_date", PAST_DAY, lazy_gettext("Дата рождения"), lazy_gettext("введите дату рождения"))


def snils(whose: str) -> Question:
    """Where nobody has told it."""
    return _single(whose, "snils", SNILS, lazy_gettext("Номер СНИЛС"), lazy_gettext("введите одиннадцать цифр СНИЛС"))


def contacts(whose: str) -> Question:
    """Telephones and e-mail, «при наличии»: all may stay empty."""
    return Question(
        _slug(whose, "contacts"),
        lazy_gettext("Как связаться с вами?") if whose else lazy_gettext("Телефон и почта для ответа"),
        (
            Asked(f"{whose}mobile", lazy_gettext("Мобильный телефон, если есть"), PHONE),
            Asked(f"{whose}home_phone", lazy_gettext("Домашний телефон, если есть"), PHONE),
            Asked(f"{whose}email", lazy_gettext("Электронная почта, если есть"), EMAIL),
        ),
    )


def of_whom(field: str) -> tuple[str, str]:
    """Of whom the answer in a field is, and the name without that: «own_email» → (OWN, «email»)."""
    return (OWN, field.removeprefix(OWN)) if field.startswith(OWN) else (PERSON, field)


def _single(whose: str, name: str, sort: Any, heading: Any, missing: Any) -> Question:
    return Question(_slug(whose, name), heading, (Asked(whose + name, heading, sort, missing),))


def _slug(whose: str, name: str) -> str:
    return (whose + name).replace("_", "-")
