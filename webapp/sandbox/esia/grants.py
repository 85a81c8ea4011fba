"""What is kept between the steps of a sign-in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp.sandbox.esia.clients import Profile

CODE_LIFE = timedelta(seconds=60)
PASSWORD, ONE_TIME_CODE = "PWD", "OTP"


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A client's request that was found right and waits for a person. `challenge` is empty without PKCE.

    Who signed in before `signed_in_since` must do so again. `nonce` is the gateway's, `is_offline` is not.
    """

    client_id: str
    return_address: str
    scopes: tuple[str, ...]
    state: str
    challenge: str
    person_filter: str = ""
    profile: Profile = Profile.V2V3
    is_offline: bool = False
    nonce: str = ""
    signed_in_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code or a refresh token stands for: the person `slug` agreed at `agreed_at`.

    They had signed in at `signed_in_at` by `ways` (PWD, OTP).
    """

    authorisation: Authorisation
    slug: str
    session_number: str
    signed_in_at: datetime
    agreed_at: datetime
    ways: tuple[str, ...]

    def is_over(self, now: datetime) -> bool:
        return now - self.agreed_at > CODE_LIFE


@dataclass(frozen=True, slots=True)
class Texted:
    """A person has been chosen and was sent a code; `tries` of it were wrong so far."""

    slug: str
    code: str
    tries: int = 0
