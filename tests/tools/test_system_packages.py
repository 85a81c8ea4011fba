"""What a bare machine lacks is installed as root, and otherwise told with the command that installs it."""

from pathlib import Path

import pytest

from tools import system_packages
from webapp.documents import possible


class Machine:
    """What the module under test asks of the machine and does to it."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, folder: Path, lacks: list[str], locale: bool, user: int
    ) -> None:
        self.done: list[str] = []
        self.wanted = folder / "locale.gen"
        self.wanted.write_text("# ru_RU.UTF-8 UTF-8\nen_US.UTF-8 UTF-8", encoding="utf-8")
        monkeypatch.setattr(system_packages, "LOCALES_WANTED", self.wanted)
        monkeypatch.setattr(system_packages, "missing", lambda: lacks)
        monkeypatch.setattr(system_packages, "has_locale", lambda: locale)
        monkeypatch.setattr("os.geteuid", lambda: user)
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr("subprocess.run", lambda command, **_named: self.done.append(" ".join(command)))


def test_nothing_is_done_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(monkeypatch, tmp_path, [], True, 0)
    assert system_packages.main("install") == 0
    assert machine.done == []


@pytest.mark.parametrize("verb", ["install", "ensure"])
def test_root_gets_packages_and_the_locale(verb: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(monkeypatch, tmp_path, ["orca", "xvfb"], False, 0)
    assert system_packages.main(verb) == 0
    assert [line.split()[0] for line in machine.done] == ["apt-get", "apt-get", "locale-gen"]
    assert machine.done[1].endswith(" orca xvfb")
    assert machine.wanted.read_text(encoding="utf-8").splitlines() == [
        "# ru_RU.UTF-8 UTF-8",
        "en_US.UTF-8 UTF-8",
        "ru_RU.UTF-8 UTF-8",
    ]


def test_the_locale_alone_is_made_for_root_and_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Machine(monkeypatch, tmp_path, [], False, 0)
    assert system_packages.main("ensure") == 0
    assert root.done == ["locale-gen --keep-existing"]
    user = Machine(monkeypatch, tmp_path, [], False, 1000)
    assert system_packages.main("ensure") == 0
    assert user.done == []
    assert "make system" in capsys.readouterr().out


@pytest.mark.parametrize(("verb", "user"), [("check", 0), ("ensure", 1000)])
def test_what_is_missing_is_told_with_its_command(
    verb: str, user: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(monkeypatch, tmp_path, ["orca", "xvfb"], True, user)
    assert system_packages.main(verb) == 2
    assert machine.done == []
    assert "--no-install-recommends orca xvfb" in capsys.readouterr().err


def test_only_root_installs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(monkeypatch, tmp_path, ["orca"], True, 1000)
    assert system_packages.main("install") == 2
    assert machine.done == []
    assert "Run as root" in capsys.readouterr().err


def test_every_journey_package_is_known() -> None:
    packages = {package for package, _ in system_packages.PROGRAMS.values()} | set(system_packages.FILES.values())
    assert {"orca", "at-spi2-core", "dbus", "xvfb", "openbox", "xdotool", "x11-xkb-utils", "locales"} <= packages
    assert {
        "firefox-esr",
        "firefox-esr-l10n-ru",
        "liblouis-bin",
        "liblouis-data",
        "python3-louis",
        "libespeak-ng1",
    } <= packages


def test_what_set_up_tells_to_install_is_what_tests_install() -> None:
    packages = {package for package, _ in system_packages.PROGRAMS.values()} | set(system_packages.FILES.values())
    command, told = possible.COMMAND[: len(system_packages.COMMAND)], possible.COMMAND[len(system_packages.COMMAND) :]
    assert command == system_packages.COMMAND
    assert set(told.split()) <= packages
