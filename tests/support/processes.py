"""Real processes of the site for a test: started, listened to, ended with all that they started."""

import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import psutil

from tests.support.sites import KEY
from webapp.settings import PROJECT_ROOT

PATIENCE_SECONDS = 40


class Running:
    """`python -m webapp run` and what it says."""

    def __init__(self, data_dir: Path, port: int) -> None:
        self.port, self.sandbox_port = port, free_port()
        environment = os.environ | {
            "ORIENTIR_ENV": "test",
            "ORIENTIR_DATA_DIR": str(data_dir),
            "ORIENTIR_PORT": str(port),
            "ORIENTIR_SANDBOX_PORT": str(self.sandbox_port),
            "ORIENTIR_SECRET_KEYS": KEY,
        }
        self.process = subprocess.Popen(
            (sys.executable, "-m", "webapp", "run"),
            cwd=PROJECT_ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[str] = []
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_until_said(self, words: str) -> None:
        """Read on until a line holds these words; fails when the process ends or is silent for too long."""
        while True:
            line = self._lines.get(timeout=PATIENCE_SECONDS)
            assert line is not None, f"ended before saying {words!r}: {self.said}"
            if words in line:
                return

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def get(self, address: str, patience: float = PATIENCE_SECONDS) -> int:
        with urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=patience) as answer:
            return int(answer.status)

    def ended(self) -> int:
        """Wait for the end; returns the exit code."""
        code = self.process.wait(PATIENCE_SECONDS)
        self._reader.join(PATIENCE_SECONDS)
        return code

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self.said.append(line)
                self._lines.put(line)
        self._lines.put(None)


@contextmanager
def running(data_dir: Path, port: int = 0) -> Iterator[Running]:
    """The site on a free port, or on the given one; whatever still runs at the end is killed by its handle."""
    started = Running(data_dir, port or free_port())
    try:
        yield started
    finally:
        if started.process.poll() is None:
            left = [*started.children(), psutil.Process(started.process.pid)]
            for process in left:
                process.kill()
        started.ended()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
