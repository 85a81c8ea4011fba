"""Work of others is waited for so long, so much of it is under way at once, and nothing of it is kept."""

import gc
import threading
import time
import weakref

import pytest

from webapp.gateways.deadline import Deadline, TooMany

PATIENCE_SECONDS = 20


def test_a_deadline_gives_what_was_done_and_raises_what_was_raised() -> None:
    def fails() -> int:
        raise KeyError("word")

    deadline: Deadline[int] = Deadline(5, 1)
    assert [deadline.result(lambda: 7) for _ in range(3)] == [7, 7, 7]
    with pytest.raises(KeyError, match="word"):
        deadline.result(fails)
    assert deadline.result(lambda: 8) == 8


def test_work_that_is_late_keeps_its_place_until_it_ends() -> None:
    go_on, gone = threading.Event(), threading.Event()

    def late() -> bool:
        go_on.wait(PATIENCE_SECONDS)
        gone.set()
        return True

    deadline: Deadline[bool] = Deadline(0.05, 1)
    with pytest.raises(TimeoutError):
        deadline.result(late)
    with pytest.raises(TooMany):
        deadline.result(gone.is_set)
    go_on.set()
    assert gone.wait(PATIENCE_SECONDS)


def test_when_no_thread_can_be_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    deadline: Deadline[int] = Deadline(5, 1)
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", _cannot)
        with pytest.raises(TooMany):
            deadline.result(lambda: 7)
    assert deadline.result(lambda: 7) == 7


def _cannot(thread: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")


class Fault(Exception):
    """What the work raises; its frames know what the work knew."""


def test_an_error_is_let_go_with_all_that_its_frames_know() -> None:
    known: list[weakref.ref[BaseException]] = []

    def fails() -> None:
        error = Fault()
        known.append(weakref.ref(error))
        try:
            raise error
        finally:
            del error

    gc.disable()  # only then it shows whether anything waits for it
    try:
        with pytest.raises(Fault):
            Deadline[None](5, 1).result(fails)
        ends = time.monotonic() + PATIENCE_SECONDS
        while known[0]() is not None and time.monotonic() < ends:
            threading.Event().wait(0.01)
        assert known[0]() is None
    finally:
        gc.enable()
