"""Reads what Orca has said until it has nothing more to say."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from a11y_tests.screen_reader.heard import Heard, normal

Row = tuple[float, str, str]
"""A line of the file: when, what, and its kind."""
SPEECH, BRAILLE, REST = "speech", "braille", "rest"
LOOK_AGAIN_SECONDS = 0.01
LOADING = "Подождите, выполняется загрузка"
LOADED = ("Завершение загрузки", "Загрузка завершена")
"""Orca's own words in Russian: a page has begun, and has ended, to load."""
LOAD_SECONDS = 30.0
LOAD_BEATS = 16
"""After a page has loaded Orca goes on: its summary, then where the reading stands."""


class Silence(RuntimeError):
    """Orca itself no longer answers; this is no silence of a page."""


class Listener:
    """Follows the file that the hook inside Orca writes."""

    def __init__(self, heard: Path, alive: Callable[[], None]) -> None:
        self._heard = heard
        self._alive = alive
        self._read = 0

    def listen(self, patience: float, beats: int, begun: float | None = None, loads: bool = False) -> Heard:
        """What is said from now on, until Orca has rested for so many beats after the last words.

        Waits at most `patience` seconds for the first words, and until its end for a page that loads (`loads`: one
        surely does). `begun` is when the deed was begun. Raises Silence when Orca answers nothing at all.
        """
        started = time.time()
        begun = started if begun is None else begun
        said: list[Row] = []
        rested, answered, loading, spoken = 0, started, loads, False
        while True:
            for moment, words, kind in self._new():
                answered = time.time()
                if kind == REST:
                    rested += moment > started  # rest before the deed is no answer to it
                    continue
                rested = 0
                spoken = spoken or (kind == SPEECH and moment > begun)
                if kind == SPEECH and words.startswith(LOADING):
                    loading = True  # said of slow loads only: nothing that a journey may count on
                    continue
                said.append((moment, words, kind))
                if kind == SPEECH and words.startswith(LOADED):
                    loading, beats = False, LOAD_BEATS
            waited = time.time() - begun
            enough = waited > LOAD_SECONDS if loading else (spoken or waited > patience)
            if enough and rested >= beats:
                return _heard(said, begun)
            if time.time() - answered > LOAD_SECONDS:
                raise Silence("Orca no longer answers")
            self._alive()
            time.sleep(LOOK_AGAIN_SECONDS)

    def _new(self) -> list[Row]:
        if not self._heard.exists():
            return []
        with self._heard.open("rb") as file:
            file.seek(self._read)
            raw = file.read()
        whole = raw[: raw.rfind(b"\n") + 1]
        self._read += len(whole)
        rows: list[Any] = [json.loads(line) for line in whole.splitlines()]
        return [(row[0], row[1], row[2]) for row in rows]


def _heard(said: list[Row], begun: float) -> Heard:
    def of(kind: str) -> tuple[str, ...]:
        return tuple(plain for _, words, each in said if each == kind and (plain := normal(words)))

    spoken = [moment - begun for moment, _, kind in said if kind == SPEECH and moment > begun]
    return Heard(of(SPEECH), of(BRAILLE), spoken[0] if spoken else None, time.time() - begun)
