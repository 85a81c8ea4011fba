"""Runs the site's processes together in the foreground; when one ends, or at Ctrl-C, it ends all that it started."""

import contextlib
import ctypes
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from webapp.settings import PROJECT_ROOT

PATIENCE_SECONDS = 15
STEP_SECONDS = 0.2
NOT_POSSIBLE = 2
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Program:
    """One process: its name, its command, and the port that it will answer on."""

    name: str
    command: tuple[str, ...]
    host: str
    port: int


def run_together(programs: Sequence[Program], ready: str) -> int:
    """Start all, say `ready` when all answer, wait. Returns the exit code: 0 after Ctrl-C or a polite signal."""
    for program in programs:
        if _answers(program):
            print(f"Port {program.port} is taken. Stop what uses it, or set another ORIENTIR_PORT.", file=sys.stderr)
            return NOT_POSSIBLE
    stopping = _StopAsked()
    running = [
        subprocess.Popen(program.command, cwd=PROJECT_ROOT, start_new_session=True, preexec_fn=_end_with_parent)  # noqa: PLW1509
        for program in programs
    ]
    try:
        return _watch(programs, running, stopping, ready)
    finally:
        _end(running)


def _end_with_parent() -> None:
    """Have the kernel end this process politely when the supervisor is killed and can end nothing any more (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class _StopAsked:
    """Remembers that SIGINT or SIGTERM came."""

    def __init__(self) -> None:
        self.came = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: object) -> None:
        self.came = True


def _watch(
    programs: Sequence[Program], running: Sequence["subprocess.Popen[bytes]"], stopping: _StopAsked, ready: str
) -> int:
    announced = False
    while not stopping.came:
        for program, process in zip(programs, running, strict=True):
            code = process.poll()
            if code is not None:
                print(f"{program.name} ended with code {code}", file=sys.stderr)
                return code or 1
        if not announced and all(_answers(program) for program in programs):
            print(ready, flush=True)
            announced = True
        time.sleep(STEP_SECONDS)
    return 0


def _answers(program: Program) -> bool:
    with socket.socket() as probe:
        probe.settimeout(STEP_SECONDS)
        return probe.connect_ex((program.host, program.port)) == 0


def _end(running: Sequence["subprocess.Popen[bytes]"]) -> None:
    """Ask politely, wait, then insist. Each process is asked by its own handle, nobody by name."""
    for process in running:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + PATIENCE_SECONDS
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
