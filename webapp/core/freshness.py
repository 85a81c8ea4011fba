"""How old the proof of who somebody is may be when they sign something. Pure."""

from datetime import datetime, timedelta

FRESH_FOR = timedelta(minutes=10)
"""Order 363н is signed by who is there now; the number is our own."""


def is_fresh(proved_at: datetime | None, now: datetime) -> bool:
    """Whether a proof of then is good for a signature of now; never where nobody says when it was.

    A proof from the future is no better than one as far in the past: two clocks differ by minutes, a wrong one by more.
    """
    return proved_at is not None and abs(now - proved_at) <= FRESH_FOR
