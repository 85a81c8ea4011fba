"""How a report is worded."""

from webapp.core.locale import gettext
from webapp.reading_settings.queries import told_now


def settings_told() -> str:
    """The reader's reading settings in a few words, as they are sent along."""
    return ", ".join(told_now()) or gettext("не менялись")
