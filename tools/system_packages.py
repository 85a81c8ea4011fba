"""The programs that tests need and the Debian packages that bring them. Runs on a bare Python.

`check` says what is missing and exits 2; `install` installs it; `ensure` installs as root and otherwise checks. The
Russian locale is made with the packages; without it tests compile one for themselves, so that alone stops nothing.
"""

import glob
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = {
    "chromium": ("chromium", "/usr/bin/chromium"),
    "chromedriver": ("chromium-driver", "/usr/bin/chromedriver"),
    "java": ("default-jre-headless", ""),
    "npm": ("npm", ""),
    "node": ("nodejs", ""),
    "initdb": ("postgresql", "/usr/lib/postgresql/*/bin/initdb"),
    "Xvfb": ("xvfb", ""),
    "dbus-daemon": ("dbus", ""),
    "dbus-send": ("dbus", ""),
    "openbox": ("openbox", ""),
    "orca": ("orca", ""),
    "xdotool": ("xdotool", ""),
    "setxkbmap": ("x11-xkb-utils", ""),
    "lou_translate": ("liblouis-bin", ""),
    "espeak-ng": ("espeak-ng", ""),
    "firefox-esr": ("firefox-esr", ""),
    "lynx": ("lynx", ""),
    "pdftotext": ("poppler-utils", ""),
    "locale-gen": ("locales", "/usr/sbin/locale-gen"),
    "openssl": ("openssl", ""),
}
"""Program → (Debian package, where it is when it is not on the PATH)."""
FILES = {
    # Pages must be measured in a font that has Cyrillic letters.
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/firefox-esr/browser/extensions/langpack-ru@*.xpi": "firefox-esr-l10n-ru",
    "/usr/lib/*/libespeak-ng.so.1": "libespeak-ng1",
    "/usr/share/liblouis/tables/ru-litbrl.ctb": "liblouis-data",
    # What WeasyPrint opens at its import: the others that it names come with these.
    "/usr/lib/*/libpango-1.0.so.0": "libpango-1.0-0",
    "/usr/lib/*/libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "/usr/lib/*/libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "/usr/lib/python3/dist-packages/louis": "python3-louis",
    "/usr/share/i18n/locales/ru_RU": "locales",
    # The algorithms of ГОСТ, by which state systems sign.
    "/usr/lib/*/engines-3/gost.so": "libengine-gost-openssl",
}
"""What is no program → the Debian package that brings it."""
LOCALE = "ru_RU.UTF-8"
LOCALES_WANTED = Path("/etc/locale.gen")
COMMAND = "apt-get install -y --no-install-recommends"
NOT_POSSIBLE = 2


def missing() -> list[str]:
    """Debian packages to install, sorted."""
    packages = {
        package
        for program, (package, place) in PROGRAMS.items()
        if not (shutil.which(program) or (place and glob.glob(place)))
    }
    packages |= {package for place, package in FILES.items() if not glob.glob(place)}
    return sorted(packages)


def install(packages: list[str]) -> None:
    """Install with apt. Raises CalledProcessError when apt fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
    subprocess.run([*COMMAND.split(), "-qq", *packages], check=True, env=environment)


def has_locale() -> bool:
    """Whether the system has the Russian locale, in which the screen reader speaks."""
    listed = subprocess.run(("locale", "-a"), check=False, capture_output=True, text=True).stdout
    return LOCALE.lower().replace("-", "") in listed.lower().replace("-", "").split()


def make_locale() -> None:
    """Have the system make the Russian locale and keep those that it has. Raises CalledProcessError."""
    line = f"{LOCALE} UTF-8"
    wanted = LOCALES_WANTED.read_text(encoding="utf-8") if LOCALES_WANTED.exists() else ""
    if line not in wanted.splitlines():
        LOCALES_WANTED.write_text(f"{wanted.rstrip()}\n{line}\n".lstrip(), encoding="utf-8")
    subprocess.run(("locale-gen", "--keep-existing"), check=True, stdout=subprocess.DEVNULL)


def main(verb: str) -> int:
    """Carry out one verb; returns the exit code."""
    packages = missing()
    if not packages and has_locale():
        return 0
    may_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if verb == "install" or (verb == "ensure" and may_install):
        if not may_install:
            print("Run as root: make system", file=sys.stderr)
            return NOT_POSSIBLE
        if packages:
            install(packages)
        if not has_locale():
            make_locale()
        return 0
    if not packages:
        print(f"The locale {LOCALE} is missing; tests make their own. To have it, run as root: make system")
        return 0
    print(f"Tests need programs that are not here. Run as root: {COMMAND} {' '.join(packages)}", file=sys.stderr)
    return NOT_POSSIBLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
