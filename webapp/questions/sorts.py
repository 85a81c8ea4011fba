"""The sorts of answers that any journey may ask for. A feature adds its own beside its questions."""

from dataclasses import replace

from flask_babel import lazy_gettext

from webapp.core import typed
from webapp.questions.asked import Control, Sort

YES, NO = "yes", "no"

LINE = Sort("line")
NAME = Sort("name", parse=typed.name, refused={"letters": lazy_gettext("проверьте буквы: цифр в имени не бывает")})
NUMBER = Sort("number", parse=typed.number, refused={"digits": lazy_gettext("проверьте номер: в нём есть цифры")})
"""Of a document: signs of any sort, a digit among them."""
POSTCODE_DIGITS = 6


def postcode(text: str) -> str:
    """A Russian postal code, typed or dictated. Raises Refusal: `length`."""
    digits = typed.digits_of(text)
    if len(digits) != POSTCODE_DIGITS:
        raise typed.Refusal("length")
    return digits


POSTCODE = Sort(
    "postcode", parse=postcode, refused={"length": lazy_gettext("введите шесть цифр почтового индекса")}, mode="numeric"
)
SNILS = Sort(
    "snils",
    parse=typed.snils,
    refused={
        "length": lazy_gettext("введите одиннадцать цифр СНИЛС"),
        "check": lazy_gettext("проверьте цифры СНИЛС: такого номера не бывает"),
    },
)
EMAIL = Sort(
    "email",
    parse=typed.email,
    refused={"email": lazy_gettext("проверьте адрес почты: в нём есть знак @ и точка после него")},
    mode="email",
    autocomplete="email",
)
PHONE = Sort(
    "phone",
    parse=typed.telephone,
    refused={"digits": lazy_gettext("проверьте номер телефона: в нём от 5 до 15 цифр")},
    mode="tel",
    autocomplete="tel",
)
HOME_PHONE = replace(
    PHONE,
    refused={"digits": lazy_gettext("проверьте номер домашнего телефона: в нём от 5 до 15 цифр")},
    autocomplete="off",
)
"""A browser knows the mobile one. The error tells which of two telephones is meant."""
ANOTHERS_EMAIL, ANOTHERS_PHONE = replace(EMAIL, autocomplete="off"), replace(PHONE, autocomplete="off")
"""What a browser knows of who types must not be offered where somebody else is asked about (U12)."""
PAST_DAY = Sort("past_day", Control.DAY, is_past=True)
"""A day that has come: of a birth, of a document."""
DAY = Sort("day", Control.DAY)
YES_OR_NO = Sort("yes_or_no", Control.ONE)
CHOICE = Sort("choice", Control.ONE)
"""One of what the journey offers for this field."""
CHOICES = Sort("choices", Control.SEVERAL)

ANSWERS = {YES: lazy_gettext("Да"), NO: lazy_gettext("Нет")}
DATE_WORDS = {
    "missing": lazy_gettext("введите день, месяц и год"),
    "day": lazy_gettext("введите день цифрами от 1 до 31"),
    "month": lazy_gettext("введите месяц цифрами или словом"),
    "year": lazy_gettext("введите год четырьмя цифрами"),
    "no_such_day": lazy_gettext("в этом месяце нет такого дня, проверьте день и месяц"),
    "other": lazy_gettext("проверьте дату"),
}
