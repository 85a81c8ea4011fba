"""Waiting for somebody else's work no longer than promised, whatever they do: looking up a name, one byte a second."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import BoundedSemaphore, Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")


WAITS_FOR_A_PLACE = 0.5
"""Seconds: several exchanges of a well system; a thread of ours is not held longer for one that hangs."""


class TooMany(Exception):
    """As much work as allowed is under way already."""


class Deadline(Generic[Result]):
    """Does work in threads of its own, at most `most` at once, and waits for each at most `seconds`.

    `most` has to be well below the threads of a process: what hangs must leave the others to readers. Work that is
    late goes on without us until it notices, and keeps its place meanwhile: a system that answers nobody cannot gather
    ever more threads.
    """

    def __init__(self, seconds: float, most: int) -> None:
        self._seconds = seconds
        self._places = BoundedSemaphore(most)

    def result(self, work: Callable[[], Result]) -> Result:
        """What the work returns; what it raises is raised. Raises TimeoutError when late, TooMany when not begun."""
        if not self._places.acquire(timeout=WAITS_FOR_A_PLACE):
            raise TooMany
        future: Future[Result] = Future()
        thread = Thread(target=self._run, args=(work, future), daemon=True)  # must not hold up the end of the process
        try:
            thread.start()
        except RuntimeError:
            self._places.release()
            raise TooMany from None
        try:
            return future.result(self._seconds)
        finally:
            del future  # it holds the error, whose frames would hold it: what they know would not be let go

    def _run(self, work: Callable[[], Result], future: Future[Result]) -> None:
        try:
            result = work()
        except BaseException as error:
            self._places.release()
            future.set_exception(error)
            del future  # as above
        else:
            self._places.release()
            future.set_result(result)
