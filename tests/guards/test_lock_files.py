"""What is installed is exactly what was locked, from wherever the reader's own registry is."""

import re

import pytest

from webapp.settings import PROJECT_ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")
_REGISTRY = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|--trusted-host|^-[if]\b", re.MULTILINE)
_PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*(?:\[[a-z0-9,_-]+\])?==\S+(?: ; .+)?$", re.IGNORECASE)
_HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


def faults(text: str) -> list[str]:
    """Lines that name a registry, and packages without an exact version or without hashes."""
    found = [f"registry: {match[0]}" for match in _REGISTRY.finditer(text)]
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for entry in "\n".join(lines).replace("\\\n", "\n").split("\n"):
        if not entry.startswith(" ") and entry and not _PINNED.match(entry.strip()):
            found.append(f"not pinned: {entry}")
        if entry.startswith(" ") and entry.strip() and not _HASH.match(entry.strip()):
            found.append(f"not a hash: {entry}")
    packages, hashed = len(re.findall(r"==", text)), len(re.findall(r"==\S+(?: ; [^\\\n]+)? \\\n +--hash", text))
    return found + ([f"{packages - hashed} packages without a hash"] if packages != hashed else [])


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_versions_and_hashes_and_no_addresses(name: str) -> None:
    text = (PROJECT_ROOT / name).read_text(encoding="utf-8")
    assert text.count("==") > 20
    assert faults(text) == []


@pytest.mark.parametrize(
    "line", ["flask==3.1.3\n", "flask>=3 \\\n    --hash=sha256:" + "0" * 64, "--index-url https://registry.example/\n"]
)
def test_a_loose_line_is_found(line: str) -> None:
    assert faults(line)
