"""What a person may write about a favourite."""

from typing import Any

from wtforms import TextAreaField, ValidationError

from webapp.core.forms import Form
from webapp.core.locale import ngettext
from webapp.core.typed import shown
from webapp.favourites.rules import LONGEST_NOTE


class NoteForm(Form):
    """What shall be remembered about this product? Empty: nothing any more."""

    note = TextAreaField(filters=[lambda text: shown(text or "")])

    def validate_note(self, field: Any) -> None:
        surplus = len(self.text()) - LONGEST_NOTE
        if surplus > 0:
            raise ValidationError(
                ngettext("сократите текст на %(num)s знак", "сократите текст на %(num)s знаков", surplus)
            )

    def text(self) -> str:
        """The note as it is kept: one sign for the end of a line, nothing around."""
        return "\n".join(line.rstrip() for line in (self.note.data or "").splitlines()).strip()
