"""What a process costs: memory of a worker, time to start, time to set up an empty folder."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from bench.load import Target, some
from bench.measures import Goal, Measure
from bench.pages import Page
from bench.plan import Plan
from bench.serving import SITE, environment, serving
from bench.traveller import Trip, in_session
from webapp.settings import PROJECT_ROOT

MEBIBYTE = 1024 * 1024
MEMORY_GOAL = Goal(120, 100, at_least=False)
WALKED = ("home", "section", "list", "product")
START = "from webapp import create_app; create_app()"
LONGEST_SECONDS = 120


def measure_memory(folder: Path, pages: Mapping[str, Page], plan: Plan) -> Iterator[Measure]:
    """Private memory of one worker: after anonymous walking, then after searches (which load the dictionary)."""
    with serving(SITE, folder, workers=1) as server:
        for name in WALKED:
            some(Target(server.port, pages[name].address), plan.asked // len(WALKED))
        worker = server.workers()[0]
        walked = worker.memory_full_info().uss / MEBIBYTE
        some(Target(server.port, pages["search"].address), plan.asked // 10)
        searched = worker.memory_full_info().uss / MEBIBYTE
    note = f"after {plan.asked} anonymous requests"
    yield Measure("private memory of a worker", "without a search", walked, "MiB", goal=MEMORY_GOAL, note=note)
    yield Measure("private memory of a worker", "after searches", searched, "MiB", goal=MEMORY_GOAL)


def measure_first_programme(folder: Path, trip: Trip, plan: Plan) -> Iterator[Measure]:
    """What a worker needs for its first page of a person with a fresh copy: it loads the names of the law."""
    with serving(SITE, folder, workers=1) as server:
        target = Target(server.port, trip.address, headers=in_session(trip.token))
        first, *later = some(target, 1 + plan.asked // 10)
        memory = server.workers()[0].memory_full_info().uss / MEBIBYTE
    yield Measure("private memory of a worker", "after a programme", memory, "MiB", goal=MEMORY_GOAL)
    note = f"{median(later):.2f} s every later time"
    yield Measure("seconds", "a worker's first programme", first, "s", note=note)


def measure_starts(folder: Path, plan: Plan) -> Iterator[Measure]:
    """Seconds from nothing to an application, and to a filled database. They depend on the machine: no goals."""
    starts = [_seconds(folder / "start", "-c", START) for _time in range(plan.starts)]
    yield Measure("seconds", "start of the site", median(starts), "s", min(starts), max(starts))
    yield Measure("seconds", "set-up of an empty folder", _seconds(folder / "set_up", "-m", "webapp", "set-up"), "s")


def _seconds(folder: Path, *arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run(
        (sys.executable, *arguments),
        cwd=PROJECT_ROOT,
        env=environment(folder),
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=LONGEST_SECONDS,
    )
    return time.perf_counter() - started
