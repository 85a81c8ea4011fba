"""Real processes: they start together, say so, end together; nobody is left behind."""

import signal
import socket
import sys
from pathlib import Path

import psutil
import pytest

from tests.support.processes import Running, free_port, running
from tests.support.sites import copy_database
from webapp.cli.supervisor import Program, run_together

pytestmark = pytest.mark.slow


@pytest.fixture
def data_dir(template: Path, tmp_path: Path) -> Path:
    copy_database(template, tmp_path)
    return tmp_path


def end(site: Running, number: signal.Signals) -> int:
    """Send the signal to the process alone; returns its exit code after making sure that its children are gone."""
    children = site.children()
    site.process.send_signal(number)
    code = site.ended()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert len(children) >= 2
    assert alive == []
    return code


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_site_starts_answers_and_ends_whole(data_dir: Path, number: signal.Signals) -> None:
    with running(data_dir) as site:
        site.wait_until_said(f"http://127.0.0.1:{site.port}")
        assert site.get("/health/ready") == 200
        assert site.get("/catalogue") == 200
        assert end(site, number) == 0


def test_a_taken_port_is_told_and_nothing_starts(data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with running(data_dir, port) as site:
            assert site.ended() == 2
    assert f"Port {port} is taken" in "".join(site.said)
    assert "ORIENTIR_PORT" in "".join(site.said)


def test_when_the_server_dies_everything_ends(data_dir: Path) -> None:
    with running(data_dir) as site:
        site.wait_until_said(f"http://127.0.0.1:{site.port}")
        children = site.children()
        psutil.Process(site.process.pid).children()[0].kill()
        assert site.ended() != 0
        _, alive = psutil.wait_procs(children, timeout=20)
        assert alive == []
    assert "web ended with code" in "".join(site.said)


def test_a_killed_supervisor_leaves_nobody_behind(data_dir: Path) -> None:
    with running(data_dir) as site:
        site.wait_until_said(f"http://127.0.0.1:{site.port}")
        children = site.children()
        site.process.kill()
        _, alive = psutil.wait_procs(children, timeout=20)
        assert len(children) >= 2
        assert alive == []


def test_when_one_program_ends_the_other_is_ended(capfd: pytest.CaptureFixture[str]) -> None:
    ends = Program("short", (sys.executable, "-c", "raise SystemExit(3)"), "127.0.0.1", free_port())
    stays = Program("long", (sys.executable, "-c", "import signal; signal.pause()"), "127.0.0.1", free_port())
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        assert run_together((stays, ends), ready="") == 3
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    assert "short ended with code 3" in capfd.readouterr().err
    assert psutil.Process().children() == []


def test_what_a_stranger_sends_to_the_port_is_not_in_the_log(data_dir: Path) -> None:
    marker = "Ivanova-112-233-445-95"
    with running(data_dir) as site:
        site.wait_until_said(f"http://127.0.0.1:{site.port}")
        for request in (
            f"GET /{marker}",
            f"{marker}\r\n\r\n",
            f"GET /{marker} HTTP/9.9\r\n\r\n",
            f"GET / HTTP/1.1\r\n{marker}\r\n\r\n",
        ):
            with socket.create_connection(("127.0.0.1", site.port)) as connection:
                connection.sendall(request.encode())
                connection.shutdown(socket.SHUT_WR)
                connection.recv(4096)
        assert site.get("/health/live") == 200
        assert end(site, signal.SIGTERM) == 0
    said = "".join(site.said)
    assert marker not in said
    assert "127.0.0.1" not in said.replace(f"http://127.0.0.1:{site.port}", "")
