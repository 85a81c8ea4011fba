"""Named refusals."""


class TooMany(Exception):
    """One owner keeps no more than `actions.MOST` products."""
