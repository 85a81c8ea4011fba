"""Named refusals of the feature."""

from webapp.consents.rules import Hindrance, Purpose


class NotYours(Exception):
    """Who acts for the person cannot decide about their consents; `hindrance` says why."""

    def __init__(self, hindrance: Hindrance) -> None:
        super().__init__(hindrance)
        self.hindrance = hindrance


class NotGiven(Exception):
    """What was to be done needs a consent for this `purpose` that is not there, or not any more.

    `since`: only a text from this version on names it.
    """

    def __init__(self, purpose: Purpose, since: str = "") -> None:
        super().__init__(purpose)
        self.purpose = purpose
        self.since = since


class NotInForce(Exception):
    """What was agreed to is not the text in force: another one took its place since the page was opened."""
