"""What a session with the screen reader needs of the machine. What is missing is an error with its cure."""

import shutil
from pathlib import Path

from a11y_tests.installed import CURE, MissingTool

PATH = "/usr/local/bin:/usr/bin:/bin"
"""Where the programs are looked for: Orca runs on the system's own Python, never on that of a virtual environment."""
ALWAYS = "Xvfb dbus-daemon dbus-send openbox orca xdotool setxkbmap setpriv lou_translate espeak-ng".split()
BROWSERS = {
    "firefox": "firefox-esr",
    "chromium": "chromium",
    "firefox-narrow": "firefox-esr",
    "firefox-without-script": "firefox-esr",
}
"""The ways in which pages are shown, and the program of each."""
BRAILLE_TABLE = "/usr/share/liblouis/tables/ru-litbrl.ctb"
"""The Russian literary table; Orca's own choice for Russian is a contracted one, which few people read."""
FILES = (
    "/usr/libexec/at-spi-bus-launcher",
    # Without its Russian words Orca speaks English, and no journey would be recognised.
    "/usr/share/locale/ru/LC_MESSAGES/orca.mo",
    BRAILLE_TABLE,
)


def check(browser: str) -> None:
    """Refuse to start when something is not installed. Raises MissingTool, ValueError for an unknown browser."""
    if browser not in BROWSERS:
        raise ValueError(f"browser {browser!r} is not one of {', '.join(BROWSERS)}")
    missing = [name for name in (*ALWAYS, BROWSERS[browser]) if shutil.which(name, path=PATH) is None]
    missing += [path for path in FILES if not Path(path).exists()]
    if missing:
        raise MissingTool(f"journeys by ear need {', '.join(missing)}; {CURE}")
