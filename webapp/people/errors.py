"""Named refusals of the feature."""


class SomebodyElse(Exception):
    """The СНИЛС belongs to a person with another surname or birthday: one of the two was told wrongly."""
