"""Where the site stands with the register about one person: what to do next, and what to say of the data's age.

Pure: moments in, decisions out.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

RETRY_AFTER = timedelta(seconds=30)
"""A register that has just failed is left alone for so long."""


class Trouble(StrEnum):
    """Why the last attempt brought nothing. The first three are the gateway's own, see `Failure` there."""

    UNAVAILABLE = "unavailable"
    REFUSED = "refused"
    CONTRADICTORY = "contradictory"
    LATE = "late"
    """The register took the request and has been silent for longer than the settings allow."""


class Age(StrEnum):
    """What the page says of its data."""

    NONE_YET = "none_yet"
    FRESH = "fresh"
    STALE = "stale"


class Step(StrEnum):
    """What to do now."""

    NOTHING = "nothing"
    ASK = "ask"
    HEAR = "hear"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is stored of the exchange; moments are aware."""

    request_id: str | None = None
    asked_at: datetime | None = None
    failure: Trouble | None = None
    failed_at: datetime | None = None
    received_at: datetime | None = None
    is_wanted: bool = False

    @property
    def is_waiting(self) -> bool:
        """A request is under way, and nothing has gone wrong since."""
        return self.asked_at is not None and self.failure is None


def age(standing: Standing, now: datetime, fresh: timedelta) -> Age:
    """How old the received data are."""
    if standing.received_at is None:
        return Age.NONE_YET
    return Age.FRESH if now - standing.received_at < fresh else Age.STALE


def next_step(standing: Standing, now: datetime, fresh: timedelta) -> Step:
    """Ask for what is missing or old, hear what was asked for, leave alone what has just failed."""
    if standing.failed_at is not None and timedelta() <= now - standing.failed_at < RETRY_AFTER:
        return Step.NOTHING
    if standing.request_id is not None:
        return Step.HEAR
    return Step.NOTHING if age(standing, now, fresh) is Age.FRESH and not standing.is_wanted else Step.ASK


def is_late(standing: Standing, now: datetime, patience: timedelta) -> bool:
    """Whether the register has been silent for too long."""
    return standing.asked_at is not None and now - standing.asked_at > patience
