"""What a person opens to a helper by a code, and the code as the helper types it."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import HiddenField, SelectMultipleField, StringField, ValidationError

from webapp.core import clock
from webapp.core.entrusted import Function
from webapp.core.forms import Form
from webapp.core.typed import shown
from webapp.questions.forms import OptionalDate
from webapp.questions.sorts import DATE_WORDS
from webapp.representatives.invitations import KEY_BYTES, code_typed, new_key

LONGEST_KEY = 2 * KEY_BYTES


class InviteForm(Form):
    """What may the helper do besides looking, and until when? `key` names the page of the code, once for a form."""

    functions = SelectMultipleField(validate_choice=False)
    ends_on = OptionalDate(messages=DATE_WORDS)
    key = HiddenField(default=new_key, filters=[lambda key: key or new_key()])

    def chosen(self) -> frozenset[Function]:
        """Looking is what a helper is for; favourites are added by who wants it."""
        wanted = {Function.FAVOURITES} if Function.FAVOURITES in (self.functions.data or ()) else set()
        return frozenset({Function.VIEW, *wanted})

    def validate_ends_on(self, field: Any) -> None:
        if field.data is not None and field.data < clock.today():
            raise ValidationError(lazy_gettext("этот день уже прошёл, введите сегодня или позже"))

    def page_key(self) -> str:
        """The name of the code's page: letters and digits that an address can hold, whatever was sent."""
        key = self.key.data or ""
        is_sound = len(key) <= LONGEST_KEY and all(sign.isascii() and (sign.isalnum() or sign in "-_") for sign in key)
        return key if is_sound else new_key()


class CodeForm(Form):
    """Which code did the person dictate?"""

    code = StringField(filters=[lambda text: shown(text or "")])

    def validate_code(self, field: Any) -> None:
        if not self.meant():
            raise ValidationError(lazy_gettext("введите двенадцать цифр кода"))

    def meant(self) -> str:
        """The code that was typed or dictated; empty where it is none."""
        return code_typed(self.code.data or "")

    def refuse(self) -> None:
        """Nobody is let in by this code; why is not told."""
        wrong = lazy_gettext("код не подошёл: проверьте цифры или попросите новый код")
        self.code.errors = (wrong,)
