"""The site itself, served as it is served to people, on a free port of the loopback with data of its own."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.support.processes import free_port
from webapp.core.clock import SHIFT_FILE, ShiftedClock

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 60
UNLIMITED = "100000 per minute"
DAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
"""The moment at which the site starts: what is said of dates must be the same in every run."""

_ENVIRONMENTS: dict[str, dict[str, str]] = {}
"""Address of a site that is served → what its processes are told."""


class DidNotStart(RuntimeError):
    """The site did not answer in time; the message holds what it said."""


@contextmanager
def live_site(folder: Path) -> Iterator[str]:
    """Set up and serve the site with its data in `folder`; yields the address, without a slash at its end."""
    port = free_port()
    # What the shell says of a site must not reach this one, least of all its database.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ORIENTIR_")} | {
        "ORIENTIR_ENV": "test",
        "ORIENTIR_DATA_DIR": str(folder),
        "ORIENTIR_PORT": str(port),
        "ORIENTIR_SANDBOX_PORT": str(free_port()),
        "ORIENTIR_SANDBOX_DAY": DAY.date().isoformat(),
        "ORIENTIR_WORKERS": "1",
        "ORIENTIR_SEARCH_LIMIT": UNLIMITED,
        "ORIENTIR_FORM_LIMIT": UNLIMITED,
        "ORIENTIR_SIGN_IN_LIMIT": UNLIMITED,
        "ORIENTIR_OBSTACLE_LIMIT": UNLIMITED,
    }
    folder.mkdir(parents=True, exist_ok=True)
    ShiftedClock(folder / SHIFT_FILE).move(DAY - datetime.now(UTC))
    command = (sys.executable, "-m", "webapp")
    for prepares in ("set-up", "demo-authorities"):
        subprocess.run((*command, prepares), cwd=ROOT, env=environment, check=True, capture_output=True)
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen((*command, "run"), cwd=ROOT, env=environment, stdout=output, stderr=output)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, process, log)
        _ENVIRONMENTS[address] = environment
        yield address
    finally:
        _ENVIRONMENTS.pop(f"http://127.0.0.1:{port}", None)
        process.terminate()
        process.wait(30)


def command(address: str, *words: str, said: str = "", refusal: str = "") -> str:
    """Carry out a command of the site that is served at the address, as its staff would; returns what it says.

    Raises CalledProcessError when it fails, unless it says the `refusal` that was to be expected.
    """
    line = (sys.executable, "-m", "webapp", *words)
    done = subprocess.run(
        line, cwd=ROOT, env=_ENVIRONMENTS[address], input=said, check=False, capture_output=True, text=True
    )
    if not refusal or refusal not in done.stderr:
        done.check_returncode()
    return done.stdout


def _wait(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/health/ready", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise DidNotStart(log.read_text(encoding="utf-8", errors="replace")[-2000:])
