"""One clock for everything: nobody else asks the system for the time.

The clock of a demo or test process may be moved: the shift is a whole number of seconds in the file `clock_shift`
of the data folder, so that every process that shares the folder shares the time. Production ignores the file.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from flask import Flask, current_app, g, has_request_context

MOSCOW = ZoneInfo("Europe/Moscow")
SHIFT_FILE = "clock_shift"


class Clock(Protocol):
    """Anything that tells the time."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's time in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """The machine's time plus the seconds that the shift file holds; no file means no shift."""

    def __init__(self, shift_file: Path) -> None:
        self._shift_file = shift_file

    def now(self) -> datetime:
        return datetime.now(UTC) + self.shift()

    def shift(self) -> timedelta:
        try:
            return timedelta(seconds=int(self._shift_file.read_text(encoding="ascii")))
        except FileNotFoundError:
            return timedelta()

    def move(self, shift: timedelta) -> None:
        """Move the time of every process that shares the data folder."""
        replacement = self._shift_file.with_suffix(".new")
        replacement.write_text(str(int(shift.total_seconds())), encoding="ascii")
        replacement.replace(self._shift_file)


def init_app(app: Flask, clock: Clock) -> None:
    app.extensions["clock"] = clock


def now() -> datetime:
    """The present moment, aware, in UTC."""
    clock: Clock = current_app.extensions["clock"]
    return clock.now()


def today() -> date:
    """The calendar day in Moscow: terms of federal law run by it. One request has one day, though midnight may pass."""
    if not has_request_context():
        return now().astimezone(MOSCOW).date()
    if "today" not in g:
        g.today = now().astimezone(MOSCOW).date()
    day: date = g.today
    return day
