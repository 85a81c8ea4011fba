"""All that the sandbox remembers, in memory: a restart forgets it. One process with threads, so one lock.

Times are aware moments in UTC by the sandbox's clock, except where a name says `monotonic`.
"""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from flask import current_app

from webapp.sandbox.esia.grants import Authorisation, Grant, Texted
from webapp.sandbox.failures import Failure, Step, System
from webapp.sandbox.people.loading import People
from webapp.sandbox.registers.programmes.queue import Waiting

MOST_KEPT, MOST_DELIVERIES = 2000, 30
USUAL_DELAY_SECONDS, SLOW_SECONDS = 0.4, 30.0
_EXTENSION = "sandbox_world"

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A browser's session: whose it is and since when; `number` tells sessions apart in tokens.

    `ways` are those by which they have proved who they are.
    """

    slug: str
    since: datetime
    number: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """An answer that a program was given. Nothing personal: `what` is the endpoint, `outcome` a status or a code."""

    at: datetime
    system: System
    what: str
    outcome: str


class Kept(Generic[Thing]):
    """Things by their keys; when there are too many the oldest is forgotten."""

    def __init__(self, lock: threading.Condition, most: int = MOST_KEPT) -> None:
        self._lock, self._most = lock, most
        self._things: OrderedDict[str, Thing] = OrderedDict()

    def put(self, key: str, thing: Thing) -> None:
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._most:
                self._things.popitem(last=False)

    def get(self, key: str) -> Thing | None:
        with self._lock:
            return self._things.get(key)

    def take(self, key: str) -> Thing | None:
        """Get and forget in one: of two who ask at once only one receives it."""
        with self._lock:
            return self._things.pop(key, None)

    def drop(self, is_over: Callable[[Thing], bool]) -> None:
        """Forget those of which it is so."""
        with self._lock:
            for key in [key for key, thing in self._things.items() if is_over(thing)]:
                del self._things[key]

    def clear(self) -> None:
        with self._lock:
            self._things.clear()

    def __len__(self) -> int:
        with self._lock:
            return len(self._things)


class World:
    """The people, and what is under way with them.

    `delay_seconds` is how long the register usually thinks, `slow_seconds` how long a slow system does.
    """

    def __init__(self, people: People) -> None:
        self._lock = threading.Condition()
        self.people = people
        self.delay_seconds, self.slow_seconds = USUAL_DELAY_SECONDS, SLOW_SECONDS
        self.sessions: Kept[SignedIn] = Kept(self._lock)
        self.pending: Kept[Authorisation] = Kept(self._lock)
        self.texted: Kept[Texted] = Kept(self._lock)
        self.codes: Kept[Grant] = Kept(self._lock)
        self.renewals: Kept[Grant] = Kept(self._lock)
        self.waiting: Kept[Waiting] = Kept(self._lock)
        self._deliveries: deque[Delivery] = deque(maxlen=MOST_DELIVERIES)
        self._failures: dict[System, Failure] = {}
        self._demanded: dict[Step, str] = {}
        self._asks_everybody_for_codes = False

    def failure(self, system: System) -> Failure:
        """How the system is told to answer."""
        with self._lock:
            return self._failures.get(system, Failure.USUAL)

    def switch(self, system: System, failure: Failure) -> None:
        """From now on the system answers so; answers that are held back as slow go out."""
        with self._lock:
            self._failures[system] = failure
            self._lock.notify_all()

    def hold_back(self, system: System) -> None:
        """Wait as long as a slow system does, or until it is slow no more."""
        with self._lock:
            self._lock.wait_for(lambda: self._failures.get(system) is not Failure.SLOW, self.slow_seconds)

    def demand(self, step: Step, code: str) -> None:
        """The next answer of this step is a refusal of this number."""
        with self._lock:
            self._demanded[step] = code

    def demanded(self, step: Step) -> str:
        """The number that the answer must be refused with, used up by this; empty where none is demanded."""
        with self._lock:
            return self._demanded.pop(step, "")

    def asks_everybody_for_codes(self, now_does: bool | None = None) -> bool:
        """Whether everybody is asked for a code at sign-in, not only those who are marked so; a value changes it."""
        with self._lock:
            if now_does is not None:
                self._asks_everybody_for_codes = now_does
            return self._asks_everybody_for_codes

    def demands(self) -> dict[Step, str]:
        """What the next answers are told to be refused with."""
        with self._lock:
            return dict(self._demanded)

    def note(self, delivery: Delivery) -> None:
        with self._lock:
            self._deliveries.append(delivery)

    def deliveries(self) -> list[Delivery]:
        """The latest answers to programs, the newest first."""
        with self._lock:
            return list(reversed(self._deliveries))

    def reset(self) -> None:
        """Forget everything that is under way; every system answers as usual."""
        with self._lock:
            for kept in (self.sessions, self.pending, self.texted, self.codes, self.renewals, self.waiting):
                kept.clear()
            self._deliveries.clear()
            self._failures.clear()
            self._demanded.clear()
            self._asks_everybody_for_codes = False
            self._lock.notify_all()


def current() -> World:
    """The world of the sandbox that answers the present request."""
    found: World = current_app.extensions[_EXTENSION]
    return found


def attach(extensions: dict[str, object], world: World) -> None:
    """Make it the world of the application with these extensions."""
    extensions[_EXTENSION] = world
