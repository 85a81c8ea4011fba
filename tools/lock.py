"""Resolve the requirements anew: hashes for every file, no address of any index."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = ("--quiet", "--generate-hashes", "--no-emit-index-url", "--no-header", "--python-version", "3.11")


def main() -> None:
    """Write requirements.txt and requirements-dev.txt."""
    subprocess.run((sys.executable, "-m", "pip", "install", "--quiet", "uv"), check=True)
    for target, more in (("requirements.txt", ()), ("requirements-dev.txt", ("--group", "dev"))):
        command = (sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *COMMON, *more, "-o", target)
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
