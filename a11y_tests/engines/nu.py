"""The Nu HTML checker: one Java call for many saved pages."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from a11y_tests.finding import Finding
from a11y_tests.installed import check_version, npm_file, program

PACKAGE = "vnu-jar"
SECONDS = 600


def _messages(folder: Path) -> list[dict[str, Any]]:
    check_version(PACKAGE)
    jar = npm_file(PACKAGE, "build/dist/vnu.jar")
    command = [program("java"), "-jar", str(jar), "--format", "json", "--exit-zero-always", str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS, check=False)
    try:
        messages: list[dict[str, Any]] = json.loads(ended.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise AssertionError(f"the Nu checker answered no JSON: {ended.stderr[:500]}") from error
    return messages


def _finding(message: dict[str, Any]) -> Finding:
    if message["type"] == "non-document-error":
        raise AssertionError(f"the Nu checker could not read a page: {message['message']}")
    extract = " ".join(str(message.get("extract", "")).split())
    target = f"line {message.get('lastLine', '?')}: {extract}"
    return Finding("nu", message["message"], target, message["message"], message["type"] == "error")


def nu(pages: Mapping[str, str]) -> dict[str, list[Finding]]:
    """Check the HTML of many pages, given by name; the answer has the same names, an empty list where all is well."""
    names = {f"{number:05}.html": name for number, name in enumerate(pages)}
    found: dict[str, list[Finding]] = {name: [] for name in pages}
    if not pages:
        return found
    with tempfile.TemporaryDirectory(prefix="orientir-nu-") as folder:
        for file, name in names.items():
            (Path(folder) / file).write_text(pages[name], encoding="utf-8")
        for message in _messages(Path(folder)):
            found[names[message["url"].rsplit("/", 1)[-1]]].append(_finding(message))
    return found
