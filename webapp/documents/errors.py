"""What may go wrong with a form of a document."""


class CannotBeMade(Exception):
    """This form cannot be made now: its program is not there, is late, or has failed. Other forms are not touched."""
