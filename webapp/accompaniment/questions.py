"""What is asked for an application under Order 363н: every field of its annex that no state system has told.

Data. Of the representative the same is asked as of the person, under names that begin with «own».
"""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext

from webapp.accompaniment.headings import HEADINGS, Of
from webapp.accompaniment.rules import ADDRESSEES as ADDRESSED
from webapp.accompaniment.rules import Participant, Request
from webapp.questions.asked import LONGEST_LINE, LONGEST_NUMBER, Asked, Question, Sort, single
from webapp.questions.sorts import (
    ANOTHERS_EMAIL,
    ANOTHERS_PHONE,
    CHOICE,
    CHOICES,
    DAY,
    EMAIL,
    HOME_PHONE,
    LINE,
    NUMBER,
    PAST_DAY,
    PHONE,
    POSTCODE,
    SNILS,
)

PERSON, OWN = "", "own_"
"""Before the names of fields: of whom the answer is."""

REQUEST = single("request", CHOICE, lazy_gettext("О чём вы просите?"), lazy_gettext("выберите, о чём вы просите"))
WHOM_MISSING = lazy_gettext("выберите, кого касается заявление")
PARTICIPANTS = {
    Request.STOP: single("participant", CHOICE, lazy_gettext("Чью помощь прекратить?"), WHOM_MISSING),
    Request.RESUME: single("participant", CHOICE, lazy_gettext("Чью помощь возобновить?"), WHOM_MISSING),
}
ADDRESSEES = {
    one: Question(
        "addressee",
        lazy_gettext("Кому заявление?"),
        (
            Asked(
                f"addressee_{one}",
                lazy_gettext("Кому заявление?"),
                LINE,
                lazy_gettext("напишите полное название организации"),
                lazy_gettext("Полное название, как на вывеске или на сайте организации"),
            ),
        ),
        (lazy_gettext("Реабилитационные организации региона"), "accompaniment.organisations")
        if one is Participant.ORGANISATION
        else None,
    )
    for one in ADDRESSED
}
"""Each participant's name has a field of its own: who asks another is never left with the name of the first."""
DISABILITY = Question(
    "disability",
    lazy_gettext("Какая установлена инвалидность?"),
    (
        Asked("group", lazy_gettext("Группа или категория"), CHOICE, lazy_gettext("выберите группу или категорию")),
        Asked(
            "cause",
            lazy_gettext("Причина, как в справке МСЭ"),
            LINE,
            lazy_gettext("напишите причину из справки"),
            short=lazy_gettext("Причина"),
        ),
        Asked("since", lazy_gettext("Когда установлена"), PAST_DAY, lazy_gettext("введите день, месяц и год")),
        Asked("until", lazy_gettext("До какого дня, если не бессрочно"), DAY, short=lazy_gettext("На срок до")),
    ),
)
PAPER_FORMS = single(
    "paper-forms",
    CHOICES,
    lazy_gettext("Нужны ли бумаги в другом виде?"),
    hint=lazy_gettext("Можно ничего не отмечать"),
)
CHANNEL_HINTS = {
    True: lazy_gettext("В учреждении МСЭ способ выбираете вы, это право. Можно ничего не выбирать"),
    False: lazy_gettext("Это пожелание, вам могут предложить другой способ. Можно ничего не выбирать"),
}
"""Only an institution of МСЭ has to go by what was chosen (paragraph 7)."""


def channel(participant: Participant | None) -> Question:
    """How the person wants to be helped; nobody has to say."""
    heading = lazy_gettext("Как удобнее получать помощь?")
    return single("channel", CHOICE, heading, hint=CHANNEL_HINTS[participant is Participant.MSE])


def consent(may_for_person: bool) -> Question:
    """Whether data may be processed; whose, is chosen. Not everybody who acts may consent for the person."""
    if may_for_person:
        hint = lazy_gettext("Данные получит тот, кому вы отдадите заявление. Полный текст согласия стоит в заявлении.")
    else:
        hint = lazy_gettext("Согласие на обработку своих данных человек даёт сам, отдельно")
    return single(
        "consent",
        CHOICES,
        lazy_gettext("Согласны ли вы на обработку данных из заявления?"),
        lazy_gettext("отметьте согласие: без него заявление не рассмотрят"),
        hint,
    )


def address(whose: str, of: Of) -> Question:
    """Which of the addresses that ЕСИА told, or another."""
    heading = HEADINGS["address"][of]
    return _single(whose, "address", CHOICE, heading, lazy_gettext("выберите адрес"))


def other_address(whose: str, of: Of) -> Question:
    """An address that ЕСИА does not know, by the parts of the form."""
    parts = (*_of_settlement(whose), *_of_house(whose))
    return Question(_slug(whose, "other_address"), HEADINGS["other_address"][of], parts)


def _of_settlement(whose: str) -> tuple[Asked, ...]:
    return (
        Asked(
            f"{whose}residence",
            lazy_gettext("Что это за адрес"),
            CHOICE,
            lazy_gettext("выберите, что это за адрес"),
            short=lazy_gettext("Вид адреса"),
        ),
        Asked(
            f"{whose}postcode",
            lazy_gettext("Почтовый индекс, шесть цифр"),
            POSTCODE,
            lazy_gettext("введите почтовый индекс"),
            short=lazy_gettext("Почтовый индекс"),
        ),
        Asked(
            f"{whose}region",
            lazy_gettext("Регион, например Пермский край"),
            LINE,
            lazy_gettext("напишите регион"),
            short=lazy_gettext("Регион"),
        ),
        _optional(f"{whose}district", lazy_gettext("Район, если есть"), lazy_gettext("Район")),
        Asked(
            f"{whose}town",
            lazy_gettext("Город, посёлок или деревня"),
            LINE,
            lazy_gettext("напишите город, посёлок или деревню"),
            short=lazy_gettext("Населённый пункт"),
        ),
    )


def _of_house(whose: str) -> tuple[Asked, ...]:
    return (
        _optional(f"{whose}street", lazy_gettext("Улица, если есть"), lazy_gettext("Улица")),
        Asked(f"{whose}house", lazy_gettext("Дом"), LINE, lazy_gettext("напишите номер дома"), longest=LONGEST_NUMBER),
        _optional(
            f"{whose}building", lazy_gettext("Корпус, если есть"), lazy_gettext("Корпус"), longest=LONGEST_NUMBER
        ),
        _optional(
            f"{whose}flat", lazy_gettext("Квартира, если есть"), lazy_gettext("Квартира"), longest=LONGEST_NUMBER
        ),
    )


def identity(whose: str, of: Of) -> Question:
    """A document that ЕСИА does not show."""
    return Question(
        _slug(whose, "identity"),
        HEADINGS["identity"][of],
        (
            Asked(f"{whose}paper", lazy_gettext("Документ"), CHOICE, lazy_gettext("выберите документ")),
            Asked(
                f"{whose}paper_name",
                lazy_gettext("Название, если документ другой"),
                LINE,
                short=lazy_gettext("Название"),
            ),
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


def place(whose: str, of: Of, which: Any) -> Question:
    """Where the document was issued, `which` says it: the form asks, ЕСИА does not know."""
    return _single(whose, "place", LINE, HEADINGS["place"][of], lazy_gettext("напишите город или посёлок"), which)


def birth_date(whose: str, of: Of) -> Question:
    """Where nobody has told it."""
    return _single(whose, "birth_date", PAST_DAY, HEADINGS["birth_date"][of], lazy_gettext("введите дату рождения"))


def snils(whose: str, of: Of) -> Question:
    """Where nobody has told it."""
    return _single(whose, "snils", SNILS, HEADINGS["snils"][of], lazy_gettext("введите одиннадцать цифр СНИЛС"))


def contacts(whose: str, of: Of) -> Question:
    """Telephones and e-mail, «при наличии»: all may stay empty."""
    mobile, email = (ANOTHERS_PHONE, ANOTHERS_EMAIL) if of is Of.ANOTHER else (PHONE, EMAIL)
    return Question(
        _slug(whose, "contacts"),
        HEADINGS["contacts"][of],
        (
            _optional(
                f"{whose}mobile",
                lazy_gettext("Мобильный телефон, если есть"),
                lazy_gettext("Мобильный телефон"),
                mobile,
            ),
            _optional(
                f"{whose}home_phone",
                lazy_gettext("Домашний телефон, если есть"),
                lazy_gettext("Домашний телефон"),
                HOME_PHONE,
            ),
            _optional(
                f"{whose}email", lazy_gettext("Электронная почта, если есть"), lazy_gettext("Электронная почта"), email
            ),
        ),
    )


def addressed(meant: Mapping[str, Any]) -> Participant | None:
    """To whom the application goes: «предоставить» only to an organisation; None while that is not answered."""
    if meant.get("request") == Request.PROVIDE:
        return Participant.ORGANISATION
    found = meant.get("participant")
    return Participant(found) if found and meant.get("request") else None


def of_whom(field: str) -> tuple[str, str]:
    """Of whom the answer in a field is, and the name without that: «own_email» → (OWN, «email»)."""
    return (OWN, field.removeprefix(OWN)) if field.startswith(OWN) else (PERSON, field)


def _single(whose: str, name: str, sort: Any, heading: Any, missing: Any, hint: Any = "") -> Question:
    return Question(_slug(whose, name), heading, (Asked(whose + name, heading, sort, missing, hint),))


def _optional(name: str, label: Any, short: Any, sort: Sort = LINE, longest: int = LONGEST_LINE) -> Asked:
    return Asked(name, label, sort, longest=longest, short=short)


def _slug(whose: str, name: str) -> str:
    return (whose + name).replace("_", "-")
