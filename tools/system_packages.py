"""The programs that tests need and the Debian packages that bring them. Runs on a bare Python.

`check` says what is missing and exits 2; `install` installs it; `ensure` installs as root and otherwise checks.
"""

import glob
import os
import shutil
import subprocess
import sys

PROGRAMS = {
    "chromium": ("chromium", "/usr/bin/chromium"),
    "chromedriver": ("chromium-driver", "/usr/bin/chromedriver"),
    "java": ("default-jre-headless", ""),
    "npm": ("npm", ""),
    "node": ("nodejs", ""),
    "initdb": ("postgresql", "/usr/lib/postgresql/*/bin/initdb"),
}
"""Program → (Debian package, where it is when it is not on the PATH)."""
FONTS = ("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
COMMAND = "apt-get install -y --no-install-recommends"
NOT_POSSIBLE = 2


def missing() -> list[str]:
    """Debian packages to install, sorted."""
    packages = {
        package
        for program, (package, place) in PROGRAMS.items()
        if not (shutil.which(program) or (place and glob.glob(place)))
    }
    if not os.path.exists(FONTS[1]):  # pages must be measured in a font that has Cyrillic letters
        packages.add(FONTS[0])
    return sorted(packages)


def install(packages: list[str]) -> None:
    """Install with apt. Raises CalledProcessError when apt fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
    subprocess.run([*COMMAND.split(), "-qq", *packages], check=True, env=environment)


def main(verb: str) -> int:
    """Carry out one verb; returns the exit code."""
    packages = missing()
    if not packages:
        return 0
    may_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if verb == "install" or (verb == "ensure" and may_install):
        if not may_install:
            print("Run as root: make system", file=sys.stderr)
            return NOT_POSSIBLE
        install(packages)
        return 0
    print(f"Tests need programs that are not here. Run as root: {COMMAND} {' '.join(packages)}", file=sys.stderr)
    return NOT_POSSIBLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
