"""No file of the project knows where it lies: it must work in any folder of any machine."""

import re
from pathlib import Path

from tests.support.sources import project_files, short

MACHINE = re.compile(r"(?<![\w.:/-])/(?:work|root|home|tmp|Users|mnt|workspace)/[\w.]")
BINARY = frozenset({".png", ".jpg", ".woff2", ".ico", ".gz", ".br", ".mo", ".sqlite3"})


def machine_paths(text: str) -> list[str]:
    return [text[max(0, found.start() - 20) : found.end() + 20] for found in MACHINE.finditer(text)]


def text_of(path: Path) -> str:
    return "" if path.suffix in BINARY else path.read_text(encoding="utf-8", errors="replace")


def test_no_file_names_a_folder_of_a_machine() -> None:
    assert [f"{short(path)}: {found}" for path in project_files() for found in machine_paths(text_of(path))] == []


def test_a_folder_of_a_machine_is_found() -> None:
    assert machine_paths("open('" + "/".join(("", "tmp", "data.json")) + "')")
    assert machine_paths("see " + "/".join(("", "root", ".cache")))
    assert not machine_paths("https://example.org/work/1, ./tmp/x, a/home/b")
