"""Where the outside tools are. A tool that is missing is an error with its cure, never a skipped test."""

import json
import os
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
CURE = "run: make system"

# The environment variable that names each program, and where Debian puts it.
PROGRAMS = {
    "chromium": ("ORIENTIR_CHROMIUM", "/usr/bin/chromium"),
    "chromedriver": ("ORIENTIR_CHROMEDRIVER", "/usr/bin/chromedriver"),
    "java": ("ORIENTIR_JAVA", "/usr/bin/java"),
    "lou_translate": ("ORIENTIR_LOU_TRANSLATE", "/usr/bin/lou_translate"),
    "lynx": ("ORIENTIR_LYNX", "/usr/bin/lynx"),
    "pdftotext": ("ORIENTIR_PDFTOTEXT", "/usr/bin/pdftotext"),
}


class MissingTool(RuntimeError):
    """A program or an npm package that the accessibility tests need is not on this machine."""


def program(name: str) -> str:
    """The path of an outside program, from the environment or Debian's own place."""
    variable, usual = PROGRAMS[name]
    path = os.environ.get(variable, usual)
    if not os.access(path, os.X_OK):
        raise MissingTool(f"{name} is not at {path} (set {variable} if it is elsewhere); {CURE}")
    return path


def npm_file(package: str, path: str) -> Path:
    """A file of an installed npm package; Node itself is only needed to install it."""
    found = MODULES / package / path
    if not found.is_file():
        raise MissingTool(f"the npm package {package} (installed with Node by `npm ci`) lacks {path}; {CURE}")
    return found


@cache
def pinned(package: str) -> str:
    """The version of an npm package that package.json asks for."""
    declared = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    return str(declared["dependencies"][package])


@cache
def check_version(package: str) -> None:
    """Refuse to test with an engine other than the pinned one: an old engine finds less and says nothing."""
    installed = json.loads(npm_file(package, "package.json").read_text(encoding="utf-8"))["version"]
    if installed != pinned(package):
        raise MissingTool(f"{package} {installed} is installed, {pinned(package)} is pinned; {CURE}")
