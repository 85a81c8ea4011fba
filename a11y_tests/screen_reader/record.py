"""What a walk took and what was heard on it, kept beside its transcript for programs: `name.browser.json`."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from a11y_tests.screen_reader.journey import Journey
from a11y_tests.screen_reader.measures import Measures, measure
from a11y_tests.screen_reader.walk import Attempt


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed and what was heard after it; `braille` is the line at its end."""

    deed: str
    speech: tuple[str, ...]
    braille: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Walked:
    """One attempt."""

    failure: str
    late: int
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A journey walked in a browser; `measures` are those of its last attempt, `digest` that of the journey's text."""

    name: str
    title: str
    browser: str
    digest: str
    at: str
    measures: Measures
    attempts: tuple[Walked, ...]

    @property
    def failure(self) -> str:
        """What went wrong in the end; empty when the way was walked."""
        return self.attempts[-1].failure

    @property
    def retries(self) -> int:
        """How many attempts were made after the first."""
        return len(self.attempts) - 1

    @property
    def late(self) -> int:
        """How many answers of the last attempt came late."""
        return self.attempts[-1].late


def of(journey: Journey, browser: str, attempts: Sequence[Attempt]) -> Record:
    """The record of a journey that was just walked."""
    last = attempts[-1]
    pieces = [piece for _, heard in last.steps for piece in heard.speech]
    return Record(
        journey.name,
        journey.title,
        browser,
        journey.digest,
        datetime.now(UTC).isoformat(timespec="seconds"),
        measure(last.keys, pieces),
        tuple(_walked(attempt) for attempt in attempts),
    )


def _walked(attempt: Attempt) -> Walked:
    deeds = tuple(
        Deed(str(step), heard.speech, "".join(heard.braille[-1:]), round(heard.seconds, 1))
        for step, heard in attempt.steps
    )
    return Walked(attempt.failure, attempt.late, deeds)


def write(record: Record, folder: Path) -> Path:
    """Write it; returns its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{record.name}.{record.browser}.json"
    path.write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def read(folder: Path) -> dict[tuple[str, str], Record]:
    """All records of a folder by journey and browser; a folder that is not there holds none."""
    found = [_read(path) for path in sorted(folder.glob("*.json"))]
    return {(record.name, record.browser): record for record in found}


def _read(path: Path) -> Record:
    row: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    attempts = tuple(
        Walked(
            each["failure"],
            each["late"],
            tuple(Deed(**deed | {"speech": tuple(deed["speech"])}) for deed in each["deeds"]),
        )
        for each in row["attempts"]
    )
    return Record(**row | {"measures": Measures(**row["measures"]), "attempts": attempts})
