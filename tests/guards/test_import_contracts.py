"""Who may know whom: the contracts of pyproject.toml hold, and the linter that checks them is awake."""

import subprocess
import sys
from pathlib import Path

from webapp.settings import PROJECT_ROOT

BROKEN = """
[importlinter]
root_package = webapp
[importlinter:contract:planted]
name = Pages may not read the catalogue
type = forbidden
source_modules = webapp.pages
forbidden_modules = webapp.catalogue
"""


def lint(config: Path) -> tuple[int, str]:
    program = "from importlinter.cli import lint_imports_command as run; run()"
    command = (sys.executable, "-c", program, "--config", str(config), "--no-cache")
    done = subprocess.run(command, cwd=PROJECT_ROOT, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_the_layers_hold() -> None:
    code, said = lint(PROJECT_ROOT / "pyproject.toml")
    assert code == 0, said
    assert "0 broken" in said


def test_a_broken_contract_is_found(tmp_path: Path) -> None:
    config = tmp_path / "planted.ini"
    config.write_text(BROKEN, encoding="utf-8")
    code, said = lint(config)
    assert code == 1, said
    assert "1 broken" in said
