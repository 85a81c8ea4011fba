"""Named refusals of the feature."""

from webapp.consents.rules import Hindrance, Purpose


class NotYours(Exception):
    """Who acts for the person cannot decide about their consents; `hindrance` says why."""

    def __init__(self, hindrance: Hindrance) -> None:
        super().__init__(hindrance)
        self.hindrance = hindrance


class NotGiven(Exception):
    """What was to be done needs a consent for this `purpose` that is not there, or not any more."""

    def __init__(self, purpose: Purpose) -> None:
        super().__init__(purpose)
        self.purpose = purpose
