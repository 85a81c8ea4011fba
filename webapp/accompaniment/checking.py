"""Whether an answer agrees with what is known, with the other answers and with the order."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext
from wtforms import ValidationError

from webapp.accompaniment import addressee
from webapp.accompaniment.addressee import Unfit
from webapp.accompaniment.known import Known
from webapp.accompaniment.party import OF_AGE_FOR_PASSPORT, Paper, age
from webapp.accompaniment.questions import PERSON, addressed, of_whom
from webapp.accompaniment.rules import Participant
from webapp.applications.kinds import Meant
from webapp.core.locale import gettext
from webapp.core.typed import Refusal, digits_of
from webapp.questions.asked import Asked
from webapp.representatives.requisites import certificate

PASSPORT_DIGITS = 10
UNFIT = {
    Unfit.PRIVATE: lazy_gettext("это частная организация, напишите название организации государственной системы"),
    Unfit.DEFENDERS: lazy_gettext("фонду «Защитники Отечества» такое заявление не подают, напишите другое название"),
}
NOT_OF = {
    Participant.MSE: lazy_gettext("это не учреждение МСЭ, напишите его полное название"),
    Participant.FUND: lazy_gettext("это не отделение Социального фонда, напишите его полное название"),
    Participant.ORGANISATION: lazy_gettext("это не реабилитационная организация, напишите её полное название"),
}
"""Where the name is of another participant than the application is about."""


def check(known: Known, around: Meant, asked: Asked, meant: Any, options: Callable[[Asked], Sequence[str]]) -> None:
    """Raises ValidationError with what is to be done; `around` are the other answers as they are understood."""
    whose, name = of_whom(asked.name)
    if name == "paper_name":
        _named(around.get(f"{whose}paper"), meant)
    elif meant in (None, "", []):
        return
    elif name.startswith("addressee_"):
        _addressed(known, around, meant)
    elif name == "number":
        _numbered(around.get(f"{whose}paper"), meant)
    elif name == "issued":
        _issued(born(known, whose, around), around.get(f"{whose}paper"), meant)
    elif name == "since" and _is_before_birth(known, around, meant):
        raise ValidationError(gettext("эта дата раньше дня рождения, проверьте год"))
    elif name == "until" and around.get("since") and meant <= around["since"]:
        raise ValidationError(gettext("этот день раньше дня, когда инвалидность установлена, проверьте год"))
    elif name == "until" and meant < known.today:
        raise ValidationError(gettext("этот день прошёл, введите срок из новой справки"))
    elif name == "consent" and set(meant) != set(options(asked)):
        raise ValidationError(gettext("отметьте оба согласия: в заявлении сведения о вас обоих"))


def born(known: Known, whose: str, around: Meant) -> date | None:
    """The birthday that was told, or else typed; None while it is neither."""
    return known.party(whose).birth_date or around.get(f"{whose}birth_date") or None


def _is_before_birth(known: Known, around: Meant, day: date) -> bool:
    birthday = born(known, PERSON, around)
    return birthday is not None and day < birthday


def _addressed(known: Known, around: Meant, name: str) -> None:
    participant = addressed(around)
    assert participant is not None
    found = addressee.unfit(name, participant, known.private())
    if found is not None:
        raise ValidationError(UNFIT.get(found) or NOT_OF[participant])


def _named(paper: str | None, name: str) -> None:
    """Only another document has to be named, and only that may be."""
    if paper == Paper.OTHER and not name:
        raise ValidationError(gettext("напишите, что это за документ"))
    if paper is not None and paper != Paper.OTHER and name:
        raise ValidationError(gettext("сотрите название или выберите «Другой документ»"))


def _numbered(paper: str | None, number: str) -> None:
    """The form of a number: ten digits of a passport, of a certificate its series and six digits. Others have none."""
    if paper == Paper.PASSPORT and len(digits_of(number)) != PASSPORT_DIGITS:
        raise ValidationError(gettext("введите десять цифр паспорта: четыре серии и шесть номера"))
    if paper == Paper.BIRTH:
        try:
            certificate(number)
        except Refusal:
            raise ValidationError(gettext("введите римскую цифру, две буквы и шесть цифр")) from None


def _issued(birthday: date | None, paper: str | None, day: date) -> None:
    if birthday is None:
        return
    if day < birthday:
        raise ValidationError(gettext("эта дата раньше дня рождения, проверьте год"))
    if paper == Paper.PASSPORT and age(birthday, day) < OF_AGE_FOR_PASSPORT:
        raise ValidationError(gettext("паспорт выдают с четырнадцати лет, проверьте год"))
