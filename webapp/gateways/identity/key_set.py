"""The keys of a gateway (JWKS), fetched when they are needed and kept for all visitors."""

import time
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

from webapp.gateways.identity.token_keys import TokenKey, rsa_keys_of

SECONDS_BETWEEN = 60
"""A name of a key that is not known has the set fetched anew, but no more often than this."""
SECONDS_KEPT = 24 * 60 * 60
"""After that a set is fetched anew: a key that was taken out must not be believed for ever."""


class KeySet:
    """`seconds` tells the time of a clock that only goes forward."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._keys: Sequence[TokenKey] = ()
        self._fetched_at: float | None = None

    def keys(self, kid: str, fetch: Callable[[], dict[str, Any]]) -> list[TokenKey]:
        """The keys of this name, or all where none is named. Raises what `fetch` raises, and ValueError for no set.

        A set that cannot be fetched is asked for again by the next visitor: whoever serves it is not there.
        """
        with self._lock:
            if self._is_to_be_fetched(kid):
                self._keys = rsa_keys_of(fetch())
                self._fetched_at = self._seconds()
            return self._named(kid)

    def _is_to_be_fetched(self, kid: str) -> bool:
        if self._fetched_at is None:
            return True
        age = self._seconds() - self._fetched_at
        return age > SECONDS_KEPT or (not self._named(kid) and age > SECONDS_BETWEEN)

    def _named(self, kid: str) -> list[TokenKey]:
        return [key for key in self._keys if not kid or key.kid in ("", kid)]
