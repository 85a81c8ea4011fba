"""A program of the machine is bounded in time and size, gets nothing of our environment, and is never quoted."""

import os
import select
import sys
import time
from pathlib import Path

import pytest

from webapp.core.programs import Program, ProgramFailed

MOST = 100_000


def program(text: str, seconds: float = 5, **environment: str) -> Program:
    return Program((sys.executable, "-c", text), seconds, MOST, environment)


ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"


@pytest.mark.parametrize("message", [b"", b"\0\xff\r\n", "Воронцова".encode(), b"a" * MOST])
def test_it_gets_the_message_and_its_answer_is_whole(message: bytes) -> None:
    assert program(ECHO).answer(message) == message


def test_it_may_say_no_more_than_so_much() -> None:
    with pytest.raises(ProgramFailed, match="too much"):
        program(ECHO).answer(b"a" * (MOST + 1))


@pytest.mark.parametrize(
    "text",
    [
        "import time; time.sleep(30)",
        "import sys, time; sys.stdout.close(); time.sleep(30)",
        "import sys, time\nwhile True: print('a', flush=True); time.sleep(0.05)",
    ],
    ids=["silent", "closed", "drops"],
)
def test_it_is_not_waited_for(text: str) -> None:
    started = time.monotonic()
    with pytest.raises(ProgramFailed, match="late"):
        program(text, 0.4).answer(b"")
    assert time.monotonic() - started < 3


def test_what_is_late_is_ended() -> None:
    slow = program("import os, sys, time; os.write(1, str(os.getpid()).encode()); os.close(1); time.sleep(60)", 1)
    numbers: list[int] = []
    heard = slow._heard

    def watched(process: object) -> tuple[int, bytes]:
        numbers.append(process.pid)  # type: ignore[attr-defined]
        return heard(process)  # type: ignore[arg-type]

    slow._heard = watched  # type: ignore[method-assign]
    with pytest.raises(ProgramFailed, match="late"):
        slow.answer(b"")
    with pytest.raises(ProcessLookupError):
        os.kill(numbers[0], 0)


@pytest.mark.parametrize("end", ["sleep 60", "yes", "exit"], ids=["late", "too much", "behind its back"])
def test_with_it_ends_what_it_has_started(end: str, tmp_path: Path) -> None:
    number = tmp_path / "number"
    script = Program(("sh", "-c", f"sleep 60 & echo $! > {number}; {end}"), 0.5, MOST)
    with pytest.raises(ProgramFailed):
        script.answer(b"")
    assert has_ended(int(number.read_text()))


def has_ended(number: int) -> bool:
    """Whether the process of this number has ended, or does within five seconds."""
    try:
        watched = os.pidfd_open(number)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select((watched,), (), (), 5)[0])
    finally:
        os.close(watched)


def test_a_failure_and_a_missing_program_say_nothing_of_the_message() -> None:
    noisy = program("import sys; print(sys.stdin.read()); print('secret words', file=sys.stderr); sys.exit(3)")
    with pytest.raises(ProgramFailed) as caught:
        noisy.answer(b"secret message")
    with pytest.raises(ProgramFailed) as missing:
        Program(("/nonexistent/secret",), 5, MOST).answer(b"secret message")
    for error in (caught.value, missing.value):
        assert "secret" not in str(error) + repr(error)
        assert error.__cause__ is None


def test_its_words_do_not_reach_our_streams(capfd: pytest.CaptureFixture[str]) -> None:
    program("import sys; print('secret', file=sys.stderr)").answer(b"")
    assert capfd.readouterr() == ("", "")


def test_our_environment_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORIENTIR_SECRET_KEYS", "secret")
    said = program("import os; print(sorted(os.environ))", PASSWORD="word").answer(b"").decode()
    assert "ORIENTIR_SECRET_KEYS" not in said and "'PASSWORD'" in said and "'PATH'" in said


def test_no_shell_reads_what_it_is_given() -> None:
    said = Program((sys.executable, "-c", "import sys; print(sys.argv[1])"), 5, MOST).answer(b"", "$HOME; echo `id`")
    assert said == b"$HOME; echo `id`\n"
