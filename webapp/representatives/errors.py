"""Named refusals of the feature."""


class TooMany(Exception):
    """The person has as many claims, helpers or invitations waiting as one may have."""


class CannotChange(Exception):
    """The authority has changed meanwhile: what was asked for cannot be done to it any more."""


class WrongCode(Exception):
    """No invitation has this code, or it is used, over, or one's own."""
