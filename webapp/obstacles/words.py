"""How a report is worded."""

from webapp.core.locale import gettext


def settings_told() -> str:
    """The reader's reading settings in a few words, as they are sent along. Nobody can change them yet."""
    return gettext("не менялись")
