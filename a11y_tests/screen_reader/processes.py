"""The processes of one session: each is started here, knows when we die, and is ended by its own id."""

import contextlib
import os
import signal
import subprocess
from pathlib import Path

SECONDS_TO_END = 3
SECONDS_TO_RUN = 30
# The kernel kills the process when the tests are killed and can end nothing any more. A program does it, not
# `preexec_fn`: the tests have threads, and Python code between fork and exec could then hang.
WITH_US = ("setpriv", "--pdeathsig", "KILL", "--")


class ProgramFailed(RuntimeError):
    """A program of the session did not start, or ended too early; the message holds what it said."""


class Processes:
    """Programs with one environment, each in a group of its own and with a log named after it.

    `environment` may be added to between two starts.
    """

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.environment = environment
        self._folder = folder
        self._running: list[tuple[str, subprocess.Popen[bytes]]] = []

    def start(self, *command: str, write_end: int | None = None) -> None:
        """Start a program that runs until the end; it may be given the write end of a pipe."""
        with (self._folder / f"{command[0]}.log").open("wb") as log:
            process = subprocess.Popen(
                (*WITH_US, *command),
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=() if write_end is None else (write_end,),
            )
        self._running.append((command[0], process))

    def start_and_hear(self, *command: str) -> str:
        """Start a program that writes one line to the descriptor put for `{fd}`; returns the line."""
        read_end, write_end = os.pipe()
        try:
            self.start(*(part.format(fd=write_end) for part in command), write_end=write_end)
        finally:
            os.close(write_end)
        with open(read_end, encoding="utf-8") as pipe:
            line = pipe.readline().strip()
        if not line:
            raise ProgramFailed(f"{command[0]} did not start: {self.log(command[0])}")
        return line

    def run(self, *command: str, words: str = "") -> str:
        """Run a program to its end, with these words to read; returns what it wrote.

        Raises CalledProcessError when it fails, TimeoutExpired when it does not end.
        """
        done = subprocess.run(
            command,
            env=self.environment,
            input=words,
            capture_output=True,
            check=True,
            timeout=SECONDS_TO_RUN,
            encoding="utf-8",
        )
        return done.stdout

    def log(self, program: str) -> str:
        """The end of what a program said."""
        return (self._folder / f"{program}.log").read_text(encoding="utf-8", errors="replace")[-2000:]

    def ended(self) -> list[str]:
        """Programs that ended though they should run."""
        return [name for name, process in self._running if process.poll() is not None]

    def end(self) -> None:
        """End everything, the last one first: asked politely, then killed with what it started itself."""
        for _, process in reversed(self._running):
            if process.poll() is not None:
                continue  # its number may already be another's
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(SECONDS_TO_END)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._running.clear()
