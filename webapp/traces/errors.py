"""Named refusals of the feature."""


class NotForYou(Exception):
    """The log of a person is read by them and by their legal representatives alone."""
