"""The project's own files, as git would know them."""

import subprocess
from functools import cache
from pathlib import Path

from webapp.settings import PROJECT_ROOT

TEMPLATES = PROJECT_ROOT / "templates"


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is in the repository or would be added to it."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    listed = subprocess.run(command, cwd=PROJECT_ROOT, check=True, capture_output=True).stdout.decode()
    return tuple(path for name in sorted(set(listed.split("\0"))) if (path := PROJECT_ROOT / name).is_file())


def files(folder: str, ending: str) -> list[Path]:
    """The project's files below a folder with this ending."""
    root = PROJECT_ROOT / folder
    return [path for path in project_files() if path.is_relative_to(root) and path.name.endswith(ending)]


def short(path: Path) -> str:
    """A path as the project says it."""
    return path.relative_to(PROJECT_ROOT).as_posix()
