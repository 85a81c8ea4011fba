"""What was found in a whole run, kept in files so that parallel workers can be judged together."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from a11y_tests.disagreements import load, stale, undecided
from a11y_tests.finding import Finding
from a11y_tests.journal import Journal
from a11y_tests.pages import PAGES


class Evidence:
    """Findings of a run in a folder that all workers share: one file a page and part of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def judge(self, page: str, part: str, findings: list[Finding]) -> str:
        """Keep what was found, and answer with the report of what no decision covers; empty when all is well."""
        self.keep(page, part, findings)
        journal = Journal()
        journal.add(page, undecided(findings, load()))
        return journal.report()

    def keep(self, page: str, part: str, findings: list[Finding]) -> list[Finding]:
        """Keep what an engine or a check found on a page, and hand it on."""
        row = {"page": page, "part": part, "findings": [asdict(finding) for finding in findings]}
        (self._folder / _file_name(page, part)).write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
        return findings

    def undecided(self) -> dict[str, dict[str, list[Finding]]]:
        """Part of the run → page → findings that no decision covers; a page where all is well has an empty list."""
        told: dict[str, dict[str, list[Finding]]] = defaultdict(dict)
        decisions = load()
        for row in self._rows():
            found = [Finding(**finding) for finding in row["findings"]]
            told[row["part"]][row["page"]] = undecided(found, decisions)
        return told

    def is_whole(self) -> bool:
        """Whether every page went through every part of the run that it is meant for."""
        parts = {
            "axe": PAGES,
            "nu": PAGES,
            "full": tuple(page for page in PAGES if page.full),
            "dark": tuple(page for page in PAGES if page.dark),
        }
        wanted = {_file_name(page.name, part) for part, pages in parts.items() for page in pages}
        return wanted <= {path.name for path in self._folder.glob("*.json")}

    def stale_decisions(self) -> list[str]:
        """Decisions that covered nothing of all that was kept."""
        found = [Finding(**finding) for row in self._rows() for finding in row["findings"]]
        return [f"{entry.engine} {entry.rule} at {entry.selector}" for entry in stale(load(), found)]

    def _rows(self) -> Iterator[dict[str, Any]]:
        for path in sorted(self._folder.glob("*.json")):
            yield json.loads(path.read_text(encoding="utf-8"))


def _file_name(page: str, part: str) -> str:
    return "".join(character if character.isalnum() else "-" for character in f"{part} {page}") + ".json"
