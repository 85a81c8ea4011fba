"""What is kept between the steps of a sign-in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

CODE_LIFE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A client's request that was found right and waits for a person. `challenge` is empty without PKCE."""

    client_id: str
    return_address: str
    scopes: tuple[str, ...]
    state: str
    challenge: str
    person_filter: str


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code stands for: the person `slug` agreed at `agreed_at`, having signed in at `signed_in_at`."""

    authorisation: Authorisation
    slug: str
    session_number: str
    signed_in_at: datetime
    agreed_at: datetime

    def is_over(self, now: datetime) -> bool:
        return now - self.agreed_at > CODE_LIFE
