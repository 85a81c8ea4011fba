"""What a session starts ends with it: when it is closed, and when the tests themselves are killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from a11y_tests.screen_reader import language
from a11y_tests.screen_reader.processes import Processes, ProgramFailed
from webapp.settings import PROJECT_ROOT

STARTS_AND_WAITS = """
import sys, time
from pathlib import Path
from a11y_tests.screen_reader.processes import Processes
processes = Processes(Path(sys.argv[1]), {"PATH": "/usr/bin:/bin"})
print(processes.start_and_hear("sh", "-c", "echo $$ >/dev/fd/{fd}; exec sleep 60"), flush=True)
time.sleep(60)
"""


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    started = Processes(tmp_path, {"PATH": os.environ["PATH"]})
    yield started
    started.end()


def test_everything_ends_even_what_was_started_in_turn_and_is_deaf(processes: Processes) -> None:
    # The shell ends when asked; what it started does not listen.
    deaf = 'trap "" TERM; (sleep 60) & child=$!; trap - TERM; echo $child >/dev/fd/{fd}; wait'
    child = psutil.Process(int(processes.start_and_hear("sh", "-c", deaf)))
    parent = psutil.Process(child.ppid())
    assert processes.ended() == []
    processes.end()
    _, alive = psutil.wait_procs([child, parent], timeout=10)
    assert alive == []


def test_killed_tests_leave_nobody_behind(tmp_path: Path) -> None:
    command = (sys.executable, "-c", STARTS_AND_WAITS, str(tmp_path))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT_ROOT) as tests:
        assert tests.stdout is not None
        started = psutil.Process(int(tests.stdout.readline()))
        assert started.is_running()
        tests.kill()
        _, alive = psutil.wait_procs([started], timeout=10)
        assert alive == []


def test_a_program_that_does_not_start_is_told_with_its_words(processes: Processes) -> None:
    with pytest.raises(ProgramFailed, match="sh did not start: no screen"):
        processes.start_and_hear("sh", "-c", "echo no screen >&2; exit 1")


def test_a_program_that_ended_is_named(processes: Processes) -> None:
    process_id = processes.start_and_hear("sh", "-c", "echo $$ >/dev/fd/{fd}")
    psutil.wait_procs([psutil.Process(int(process_id))] if psutil.pid_exists(int(process_id)) else [], timeout=10)
    assert processes.ended() == ["sh"]


def test_a_locale_that_is_there_is_taken(tmp_path: Path) -> None:
    chosen = language.environment(tmp_path, known="C\nPOSIX\nru_RU.utf8\n")
    assert chosen == {"LANG": "ru_RU.UTF-8", "LC_ALL": "ru_RU.UTF-8", "LANGUAGE": "ru_RU"}


@pytest.mark.slow
def test_a_locale_that_is_missing_is_made_without_root(tmp_path: Path) -> None:
    chosen = language.environment(tmp_path / "locale", known="C\nPOSIX\n")
    assert chosen["LOCPATH"] == str(tmp_path / "locale")
    asked = subprocess.run(("locale", "yesexpr"), env=os.environ | chosen, capture_output=True, text=True, check=True)
    assert "Дд" in asked.stdout
    assert asked.stderr == ""
