"""The systems that the sandbox stands for, and the ways in which each can be told to fail."""

from enum import StrEnum


class System(StrEnum):
    """An outside system."""

    ESIA = "esia"
    PROGRAMMES = "programmes"
    ACCOMPANIMENT = "accompaniment"


class Failure(StrEnum):
    """How a system answers programs. Pages for people are not touched by it."""

    USUAL = "usual"
    SLOW = "slow"
    """Right, but after World.slow_seconds."""
    ERROR = "500"
    HTML = "html"
    """A page for people, with status 200, where data are expected."""
    REFUSE = "refuse"
    """ЕСИА does not accept the client's signature; a register does not let anybody in."""
    LATE = "late"
    """ЕСИА hands out tokens that are over; the register of programmes needs two days of the sandbox's clock."""
    TWICE = "twice"
    """ЕСИА says that the code is used; a register contradicts itself: two documents with one number, two states of one
    participant."""


_COMMON = frozenset({Failure.USUAL, Failure.SLOW, Failure.ERROR, Failure.HTML, Failure.REFUSE, Failure.TWICE})
WAYS = {
    System.ESIA: _COMMON | {Failure.LATE},
    System.PROGRAMMES: _COMMON | {Failure.LATE},
    System.ACCOMPANIMENT: _COMMON,
}
"""In which ways each system can answer. Who answers at once, without a queue and without tokens, is never late."""


class Step(StrEnum):
    """The two answers of ЕСИА that can be told to be a refusal of a certain number, once."""

    AUTHORISE = "authorise"
    TOKEN = "token"
