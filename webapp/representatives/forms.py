"""What a representative and a represented person may answer and type."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from flask_babel import lazy_gettext
from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField, ValidationError

from webapp.core.entrusted import Function
from webapp.core.forms import Form
from webapp.core.typed import line, shown

LONGEST_REMARK = 1000


class ActingForm(Form):
    """On whose behalf? `known` are the answers that there are: the person themselves, and names of authorities."""

    acting = StringField()

    def __init__(self, known: Sequence[str], chosen: str, **kwargs: Any) -> None:
        super().__init__(data={"acting": chosen}, **kwargs)
        self.known = known

    def validate_acting(self, field: Any) -> None:
        if field.data not in self.known:
            raise ValidationError(lazy_gettext("выберите, от чьего имени вы действуете"))


class ConfirmForm(Form):
    """What is entrusted? Of kinds that have everything by law nothing is asked: `most` is empty."""

    functions = SelectMultipleField(validate_choice=False)
    seen = HiddenField()
    """The moment of the claim's last change, as the page showed it."""

    def __init__(self, most: frozenset[Function], wanted: frozenset[Function], **kwargs: Any) -> None:
        super().__init__(data={"functions": sorted(wanted)}, **kwargs)
        self.most = most

    @property
    def as_of(self) -> datetime:
        """That moment; the beginning of time where the form does not tell it."""
        try:
            return datetime.fromisoformat(self.seen.data or "")
        except ValueError:
            return datetime.min.replace(tzinfo=UTC)

    def chosen(self) -> frozenset[Function]:
        """Who may do anything sees the programme, too: nothing can be done without."""
        return frozenset(Function(code) for code in self.functions.data or () if code in self.most) | {Function.VIEW}

    def validate_functions(self, field: Any) -> None:
        if self.most and not set(field.data or ()) & self.most:
            raise ValidationError(lazy_gettext("отметьте хотя бы одно дело"))


class RemarkForm(Form):
    """What has to be corrected? Or the person knows nothing of the claim."""

    remark = TextAreaField(filters=[lambda text: shown(text or "")])
    unknown = StringField()

    @property
    def is_unknown(self) -> bool:
        return bool(self.unknown.data)

    def validate_remark(self, field: Any) -> None:
        if not line(field.data):
            raise ValidationError(lazy_gettext("напишите, что исправить"))
        if len(field.data) > LONGEST_REMARK:
            raise ValidationError(lazy_gettext("сократите текст"))
