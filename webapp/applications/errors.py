"""Named refusals of applications."""


class TooMany(Exception):
    """The person has as many unfinished applications as one may have."""


class AnsweredElsewhere(Exception):
    """The question was answered in another window, or on another device, since this page was opened."""
