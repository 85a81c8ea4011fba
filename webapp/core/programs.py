"""Running a program of the machine for a moment: no shell, bounded in time and size, none of its words kept."""

import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence

_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL")
"""All that a program gets to know of our environment: the rest holds our keys."""
_PIECE_BYTES = 64 * 1024


class ProgramFailed(OSError):
    """A program is not there, is late, says too much or reports a failure. Holds none of its words, nor ours."""


class Program:
    """Something that can be run with a message: `seconds` at most, `most_bytes` of an answer at most."""

    def __init__(
        self, command: Sequence[str], seconds: float, most_bytes: int, environment: Mapping[str, str] | None = None
    ) -> None:
        self._command = tuple(command)
        self._seconds = seconds
        self._most_bytes = most_bytes
        kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        self._environment = kept | dict(environment or {})

    def answer(self, message: bytes, *arguments: str, files: Sequence[int] = ()) -> bytes:
        """What it writes about the message. Raises ProgramFailed."""
        status, said = self.run(message, *arguments, files=files)
        if status != 0:
            raise ProgramFailed("a program reports a failure")
        return said

    def run(self, message: bytes, *arguments: str, files: Sequence[int] = ()) -> tuple[int, bytes]:
        """Its status and what it writes about the message; `files` stay open for it. Raises ProgramFailed."""
        with tempfile.TemporaryFile() as given:  # a pipe would have to be fed while the answer is read
            given.write(message)
            given.seek(0)
            try:
                process = subprocess.Popen(
                    (*self._command, *arguments),
                    stdin=given,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=self._environment,
                    pass_fds=tuple(files),
                    start_new_session=True,  # with it ends whatever it has started: scripts wrap the programs that sign
                )
            except (OSError, ValueError):
                raise ProgramFailed("a program cannot be started") from None
            return self._heard(process)

    def _heard(self, process: "subprocess.Popen[bytes]") -> tuple[int, bytes]:
        ends = time.monotonic() + self._seconds
        said = bytearray()
        assert process.stdout is not None
        try:
            while piece := self._piece(process.stdout.fileno(), ends):
                said += piece
                if len(said) > self._most_bytes:
                    raise ProgramFailed("a program says too much")
            return process.wait(max(ends - time.monotonic(), 0.01)), bytes(said)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)  # not waited for yet, so that the number is still theirs
            process.wait()
            if isinstance(error, subprocess.TimeoutExpired):
                raise ProgramFailed("a program is late") from None
            raise
        finally:
            process.stdout.close()

    @staticmethod
    def _piece(stream: int, ends: float) -> bytes:
        ready, _, _ = select.select((stream,), (), (), max(ends - time.monotonic(), 0))
        if not ready:
            raise ProgramFailed("a program is late")
        return os.read(stream, _PIECE_BYTES)
