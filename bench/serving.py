"""Site and floor under the same server: gunicorn with sync workers, started and ended here, by its own handle."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.databases import NO_LIMIT
from bench.load import HOST
from webapp.settings import PROJECT_ROOT

SITE, FLOOR = "wsgi:app", "bench.floor:app"
WORKERS = 2
PATIENCE_SECONDS = 30
STEP_SECONDS = 0.05


class NotServing(RuntimeError):
    """The server ended, or did not answer in time."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int
    process: psutil.Popen

    def workers(self) -> list[psutil.Process]:
        """Its worker processes."""
        return list(self.process.children())

    def processor_seconds(self) -> float:
        """The processor's time that its workers have taken so far."""
        taken = [worker.cpu_times() for worker in self.workers()]
        return sum(one.user + one.system for one in taken)


@contextmanager
def serving(application: str, folder: Path, workers: int = WORKERS) -> Iterator[Server]:
    """Serve an application on a free port of loopback; its log goes to a file in the folder. Raises NotServing."""
    port = _free_port()
    command = (
        *(sys.executable, "-m", "gunicorn", "--no-control-socket", "--preload", "--worker-class", "sync"),
        *("--workers", str(workers), "--bind", f"{HOST}:{port}", "--log-level", "warning", application),
    )
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "server.log").open("ab") as log:
        process = psutil.Popen(command, cwd=PROJECT_ROOT, env=environment(folder), stdout=log, stderr=log)
    try:
        _wait(process, port)
        yield Server(port, process)
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_SECONDS)
        except (psutil.TimeoutExpired, subprocess.TimeoutExpired):
            process.kill()
            process.wait()


def environment(folder: Path) -> dict[str, str]:
    """The environment of a process of the site: its defaults over the folder, whatever is set outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ORIENTIR_")}
    return kept | {"ORIENTIR_DATA_DIR": str(folder), "ORIENTIR_SEARCH_LIMIT": NO_LIMIT}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait(process: psutil.Popen, port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise NotServing(f"the server ended with code {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(STEP_SECONDS)
    raise NotServing("the server does not answer")
