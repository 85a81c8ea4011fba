"""Named refusals."""


class AlreadyAnswered(Exception):
    """The report has an answer; another one would take its place."""


class NothingSaid(ValueError):
    """An answer without a word in it."""
