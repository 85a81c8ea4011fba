"""What stands between a person and the browser: a display without a screen, a bus, a window manager, Orca."""

import shutil
from pathlib import Path

from a11y_tests.screen_reader import language
from a11y_tests.screen_reader.processes import Processes
from a11y_tests.screen_reader.programs import BRAILLE_TABLE, PATH

HOOK = Path(__file__).resolve().parent / "orca_hook.py"
SCREEN = "1280x1024x24"
STATUS = ("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus")


def prepare(folder: Path) -> dict[str, str]:
    """Make the folders of a session; returns the environment of its programs."""
    for name in ("run", "home", "prefs", "profile", "bin"):
        (folder / name).mkdir(mode=0o700)
    shutil.copy(HOOK, folder / "prefs" / "orca-customizations.py")
    # Orca asks pgrep for another Orca of this user and gives up if there is one: sessions must run side by side.
    pgrep = folder / "bin" / "pgrep"
    pgrep.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    pgrep.chmod(0o755)
    return language.environment(folder / "locale") | {
        "PATH": f"{folder / 'bin'}:{PATH}",
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "GSETTINGS_BACKEND": "memory",
        "GDK_BACKEND": "x11",
        "MOZ_ENABLE_WAYLAND": "0",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "ORIENTIR_HEARD": str(folder / "heard"),
        "ORIENTIR_BRAILLE_TABLE": BRAILLE_TABLE,
    }


def start(processes: Processes, folder: Path) -> None:
    """Start everything but the browser, Orca last; it says that it is there when it is."""
    screen = ("-screen", "0", SCREEN, "-nolisten", "tcp")
    processes.environment["DISPLAY"] = ":" + processes.start_and_hear("Xvfb", "-displayfd", "{fd}", *screen)
    bus = processes.start_and_hear("dbus-daemon", "--session", "--nofork", "--print-address={fd}")
    processes.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
    processes.start("openbox")
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        setting = ("string:org.a11y.Status", f"string:{name}", "variant:boolean:true")
        processes.run(*STATUS, "org.freedesktop.DBus.Properties.Set", *setting)
    processes.start("orca", "--user-prefs", str(folder / "prefs"))
