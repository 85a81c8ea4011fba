"""Site and floor under the same server: gunicorn with sync workers, started and ended here, by its own handle.

Beside the site the sandbox of the state systems, as it is always served: one process with threads.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.databases import NO_LIMIT
from bench.load import HOST
from webapp.settings import PROJECT_ROOT

SITE, FLOOR, SANDBOX = "wsgi:app", "bench.floor:app", "webapp.sandbox.wsgi:app"
WORKERS = 2
SANDBOX_THREADS = 16
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
def serving_with_sandbox(folder: Path) -> Iterator[Server]:
    """Serve the site over the folder together with the sandbox that it sends people to. Raises NotServing."""
    port, sandbox_port = free_ports(2)
    told = {"ORIENTIR_PORT": str(port), "ORIENTIR_SANDBOX_PORT": str(sandbox_port)}
    with (
        serving(SANDBOX, folder, workers=1, threads=SANDBOX_THREADS, port=sandbox_port, told=told),
        serving(SITE, folder, port=port, told=told) as site,
    ):
        yield site


@contextmanager
def serving(
    application: str,
    folder: Path,
    workers: int = WORKERS,
    *,
    threads: int = 1,
    port: int | None = None,
    told: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Serve an application on loopback, on a free port unless one is given; `told` adds to its environment.

    Its log goes to a file in the folder. Raises NotServing.
    """
    port = port or free_ports(1)[0]
    sort = ("gthread", "--threads", str(threads)) if threads > 1 else ("sync",)
    command = (
        *(sys.executable, "-m", "gunicorn", "--no-control-socket", "--preload", "--worker-class", *sort),
        *("--workers", str(workers), "--bind", f"{HOST}:{port}", "--log-level", "warning"),
        *("--graceful-timeout", "2", application),
    )
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "server.log").open("ab") as log:
        process = psutil.Popen(command, cwd=PROJECT_ROOT, env=environment(folder, told), stdout=log, stderr=log)
    try:
        _wait(process, port)
        yield Server(port, process)
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(PATIENCE_SECONDS)
        except (psutil.TimeoutExpired, subprocess.TimeoutExpired):
            process.kill()
            process.wait()


def environment(folder: Path, told: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process of the site: its defaults over the folder and what is told, nothing from outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ORIENTIR_")}
    own = {"ORIENTIR_DATA_DIR": str(folder), "ORIENTIR_SEARCH_LIMIT": NO_LIMIT, "ORIENTIR_SIGN_IN_LIMIT": NO_LIMIT}
    return kept | own | dict(told or {})


def free_ports(number: int) -> list[int]:
    """Ports that nobody uses, each another."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _port in range(number)]
        for probe in probes:
            probe.bind((HOST, 0))
        return [int(probe.getsockname()[1]) for probe in probes]


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
