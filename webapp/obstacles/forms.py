"""What a person may write about an obstacle."""

import secrets
from typing import Any

from flask_babel import lazy_gettext
from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField, ValidationError

from webapp.core.forms import Form
from webapp.core.locale import current_language, ngettext
from webapp.core.typed import line, shown
from webapp.obstacles.rules import LONGEST_BROWSER, LONGEST_CONTACT, LONGEST_TEXT, Message, plain

PAGE, SETTINGS, BROWSER = "page", "settings", "browser"
SENT_ALONG = (PAGE, SETTINGS, BROWSER)
FIRST_SENT_ALONG = (PAGE, SETTINGS)
"""What is ticked at first. Not the browser's name: most obstacles are found without it, and it tells of the person."""
KEY_BYTES = 18


def _new_key() -> str:
    return secrets.token_urlsafe(KEY_BYTES)


class ObstacleForm(Form):
    """What was in the way, how to answer, what is sent along. `key` tells one form from another."""

    text = TextAreaField(filters=[lambda text: shown(text or "")])
    contact = StringField(filters=[lambda text: line(shown(text or ""))])
    send = SelectMultipleField(choices=list(SENT_ALONG), default=FIRST_SENT_ALONG, validate_choice=False)
    key = HiddenField(default=_new_key, filters=[lambda key: key or _new_key()])

    def validate_text(self, field: Any) -> None:
        if not line(field.data):
            raise ValidationError(lazy_gettext("напишите, что помешало"))
        _check_length(plain(field.data), LONGEST_TEXT)

    def validate_contact(self, field: Any) -> None:
        _check_length(field.data, LONGEST_CONTACT)

    def message(self, page: str, settings: str, browser: str) -> Message:
        """The report, without what the person does not want to send along."""
        sent = set(self.send.data or ())
        return Message(
            text=plain(self.text.data or ""),
            contact=self.contact.data or "",
            page=page if PAGE in sent else "",
            settings=settings if SETTINGS in sent else "",
            browser=line(shown(browser))[:LONGEST_BROWSER] if BROWSER in sent else "",
            language=current_language(),
        )


class NumberForm(Form):
    """Which report? Its number may be typed, pasted or dictated."""

    number = StringField(filters=[lambda text: line(shown(text or ""))])


def _check_length(text: str, most: int) -> None:
    surplus = len(text) - most
    if surplus > 0:
        raise ValidationError(ngettext("сократите текст на %(num)s знак", "сократите текст на %(num)s знаков", surplus))
