"""`python -m a11y_tests.steady 5`: walks all journeys so many times in a row; a second attempt counts as a failure.

What came of it is kept for the report. Ends with 1 when a run was not clean; the runs after it are still made.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from a11y_tests.journeys_walked import ONCE
from a11y_tests.screen_reader.transcript import ROOT

FILE = "steady.json"
TESTS = ("a11y_tests/test_journeys.py", "a11y_tests/test_journeys_in_chromium.py")
PASSED = re.compile(r"(\d+) passed")
LINES_TOLD = 15


@dataclass(frozen=True, slots=True)
class Run:
    """One run of all journeys: its pytest's exit code, how many tests passed, how long it took."""

    at: str
    code: int
    passed: int
    seconds: int

    @property
    def is_good(self) -> bool:
        """Whether nothing failed, and something was walked."""
        return self.code == 0 and self.passed > 0


def run(command: Sequence[str]) -> Run:
    """One run; its last lines are shown as they are."""
    begun, at = time.monotonic(), datetime.now(UTC).isoformat(timespec="seconds")
    environment = os.environ | {ONCE: "1"}
    done = subprocess.run(command, check=False, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    print(*done.stdout.splitlines()[-LINES_TOLD:], sep="\n", flush=True)
    passed = PASSED.search(done.stdout)
    return Run(at, done.returncode, int(passed[1]) if passed else 0, round(time.monotonic() - begun))


def read(file: Path) -> list[Run]:
    """The runs that were kept last; none when there is no file."""
    return [Run(**row) for row in json.loads(file.read_text(encoding="utf-8"))] if file.exists() else []


def main(runs: int, command: Sequence[str], folder: Path = ROOT / "report") -> int:
    """The command. Each run is kept as soon as it has ended: what is broken off is not lost."""
    folder.mkdir(exist_ok=True)
    made: list[Run] = []
    for number in range(1, runs + 1):
        made.append(run(command))
        (folder / FILE).write_text(json.dumps([asdict(each) for each in made]) + "\n", encoding="utf-8")
        print(f"run {number} of {runs}: {'clean' if made[-1].is_good else 'NOT CLEAN'}, {made[-1]}", flush=True)
    clean = sum(each.is_good for each in made)
    print(f"steady: {clean} of {runs} runs clean")
    return int(clean < runs or not made)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), (sys.executable, "-m", "pytest", "-q", "-n", "0", *TESTS)))
