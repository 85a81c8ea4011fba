"""The systems that the sandbox stands for, and the ways in which each can be told to fail."""

from enum import StrEnum


class System(StrEnum):
    """An outside system."""

    ESIA = "esia"
    PROGRAMMES = "programmes"


class Failure(StrEnum):
    """How a system answers programs. Pages for people are not touched by it."""

    USUAL = "usual"
    SLOW = "slow"
    """Right, but after World.slow_seconds."""
    ERROR = "500"
    HTML = "html"
    """A page for people, with status 200, where data are expected."""
    REFUSE = "refuse"
    """ЕСИА does not accept the client's signature; the register does not let anybody in."""
    LATE = "late"
    """ЕСИА hands out tokens that are over; the register needs two days of the sandbox's clock."""
    TWICE = "twice"
    """ЕСИА says that the code is used; the register holds two documents with one number."""


class Step(StrEnum):
    """The two answers of ЕСИА that can be told to be a refusal of a certain number, once."""

    AUTHORISE = "authorise"
    TOKEN = "token"
