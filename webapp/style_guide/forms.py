"""The form of the example journey."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import HiddenField, TextAreaField, ValidationError

from webapp.core.forms import Form, ThreePartDate
from webapp.core.typed import line, shown


class BoughtForm(Form):
    """When was the cane bought?"""

    bought = ThreePartDate(
        messages={
            "empty": lazy_gettext("введите дату покупки"),
            "missing": lazy_gettext("введите день, месяц и год"),
            "day": lazy_gettext("введите день цифрами от 1 до 31"),
            "month": lazy_gettext("введите месяц цифрами или словом"),
            "year": lazy_gettext("введите год четырьмя цифрами"),
            "no_such_day": lazy_gettext("в этом месяце нет такого дня, проверьте день и месяц"),
            "other": lazy_gettext("проверьте дату"),
        }
    )


class WordsForm(Form):
    """What shall be handed over?"""

    words = TextAreaField(filters=[lambda text: shown(text or "")])

    def validate_words(self, field: Any) -> None:
        if not line(field.data):
            raise ValidationError(lazy_gettext("напишите, что передать"))


class SignForm(Form):
    """What is signed, sealed: carried by the form, so that it outlives the session."""

    carried = HiddenField()
