"""The table that people read and the file that programs read."""

import json
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from bench.measures import Measure


def table(measures: Sequence[Measure]) -> Iterator[str]:
    """Lines of plain text, a heading before each group."""
    for group in dict.fromkeys(measure.group for measure in measures):
        yield f"\n{group}"
        yield from (line(measure) for measure in measures if measure.group == group)


def line(measure: Measure) -> str:
    """Name, value, spread of the rounds, goal, verdict, note."""
    value = f"{_short(measure.value)} {measure.unit}".rstrip()
    spread = "" if measure.low is None or measure.high is None else f"{_short(measure.low)}–{_short(measure.high)}"
    goal = measure.goal.words() if measure.goal else ""
    text = f"  {measure.name:<28}{value:>10}  {spread:<15}{goal:<14}{measure.verdict:<8}{measure.note}"
    return text.rstrip()


def _short(value: float) -> str:
    return f"{value:.0f}" if value == int(value) or value >= 100 else f"{value:.2f}"


def write(path: Path, measures: Sequence[Measure]) -> None:
    """Everything as JSON, with what it was measured on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    machine = {"cores": psutil.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    data = {"machine": machine, "measures": [measure.as_data() for measure in measures]}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
