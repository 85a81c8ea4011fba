"""Forms: WTForms reads and checks, our components speak. The proof of origin is checked for all by `core.csrf`."""

from datetime import date
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.validators import StopValidation

from webapp.core import kept_forms
from webapp.core.access import actor, declaration_of_current
from webapp.core.database import WRITING_METHODS
from webapp.core.typed import Refusal, day_of, shown


class Form(FlaskForm):
    """The parent of the site's forms. Fields are checked on submit, all of them; what was typed stays as it was.

    A form that was sent after the session had ended comes back filled in (`kept_forms`).
    """

    class Meta(FlaskForm.Meta):
        csrf = False  # the request was checked before the view was called

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Fields of a form alone: FlaskForm would take files and JSON for them, which nobody types."""
            if formdata is None or isinstance(formdata, MultiDict):
                return formdata
            if request.method in WRITING_METHODS:
                return request.form or None
            return kept_forms.returned(actor().owner) if declaration_of_current().keeps else None

    def summary(self) -> list[tuple[str, str]]:
        """(id of the field, first message) for the error summary, in the order of the fields."""
        return [(_first_wrong(field), str(field.errors[0])) for field in self if field.errors]


class ThreePartDate(Field):
    """A date in three text fields (U15). `data` is a date or None, `typed` what the fields show, `wrong` its parts.

    `messages` maps the codes of `typed.Refusal` to words; `other` serves the codes that it leaves out.
    """

    typed: dict[str, str]
    wrong: tuple[str, ...]

    def __init__(self, label: Any = None, messages: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.messages = messages or {}
        self.typed, self.wrong = {}, ()
        self._refusal: Refusal | None = None

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        self.process_errors: list[str] = []
        self.data = data if isinstance(data, date) else None
        if formdata is None:
            return
        self.typed = {part: shown(formdata.get(f"{self.name}-{part}", "")) for part in ("day", "month", "year")}
        try:
            self.data = day_of(**self.typed)
        except Refusal as refusal:
            self._refusal, self.wrong = refusal, refusal.parts

    def pre_validate(self, form: Any) -> None:
        if self._refusal is not None:
            raise StopValidation(str(self.messages.get(self._refusal.code, self.messages["other"])))


def _first_wrong(field: Field) -> str:
    """The id of the control to mend: of a date the first part that is wrong, of anything else the field itself."""
    wrong = getattr(field, "wrong", ())
    return f"{field.id}-{wrong[0]}" if wrong and wrong[0] != "day" else str(field.id)
