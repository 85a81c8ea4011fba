"""Requests that the register has taken and when their answers are ready."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LATE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request about the person with this СНИЛС. `asked_at` is by the sandbox's clock, the other in seconds."""

    snils: str
    asked_at: datetime
    asked_monotonic: float

    def is_ready(self, monotonic: float, delay_seconds: float) -> bool:
        """As usual: after the delay, however the clock is moved meanwhile."""
        return monotonic - self.asked_monotonic >= delay_seconds

    def is_ready_late(self, now: datetime) -> bool:
        """Late: after two days of the sandbox's clock."""
        return now - self.asked_at >= LATE
