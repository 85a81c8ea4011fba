"""A real PostgreSQL for the time of a test run: under a user without rights, on a Unix socket, without fsync."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

UNPRIVILEGED = ("postgres", "nobody")
OWNER = "orientir"
OPTIONS = (
    "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off "
    "-c max_connections=60 -c shared_buffers=32MB -c unix_socket_directories="
)


class Cluster:
    """A cluster in a folder of its own. Databases are made from templates and named by their makers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._data = folder / "data"

    def create(self) -> None:
        self._run("initdb", "-D", str(self._data), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")

    def start(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", str(self.folder / "log"), "-o", self._options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    @property
    def _options(self) -> str:
        return OPTIONS + str(self.folder)

    def database(self, name: str, template: str = "template1") -> str:
        """Make a database anew; returns its SQLAlchemy address."""
        address = f"host={self.folder} user={OWNER} dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        return sa.URL.create(
            "postgresql", username=OWNER, database=name, query={"host": str(self.folder)}
        ).render_as_string()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(_binary(program)), *arguments]
        if os.geteuid() == 0:  # initdb refuses root
            command = ["runuser", "-u", _unprivileged(), "--", *command]
        done = subprocess.run(
            command, cwd=self.folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        if done.returncode:
            pytest.fail(f"{program}: {done.stderr.strip()}")


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A started cluster; stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="orientir-pg-"))  # short: a socket's path holds at most 107 characters
    if os.geteuid() == 0:
        shutil.chown(folder, _unprivileged())
    cluster = Cluster(folder)
    try:
        cluster.create()
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder)


def _binary(program: str) -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), key=lambda path: int(path.parts[4]))
    found = shutil.which(program) or (installed[-1] if installed else None)
    if found is None:
        pytest.fail(f"{program} is not installed. Run: make system")
    return Path(found)


def _unprivileged() -> str:
    known = {line.split(":", 1)[0] for line in Path("/etc/passwd").read_text(encoding="utf-8").splitlines()}
    for user in UNPRIVILEGED:
        if user in known:
            return user
    pytest.fail("no user without rights to run PostgreSQL as. Run: make system")
