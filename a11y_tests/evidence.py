"""What was found in a whole run, kept in files so that parallel workers can be judged together."""

import json
from dataclasses import asdict
from pathlib import Path

from a11y_tests.disagreements import load, stale, undecided
from a11y_tests.finding import Finding
from a11y_tests.journal import Journal


class Evidence:
    """Findings of a run in a folder that all workers share: one file a page and part of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def judge(self, page: str, part: str, findings: list[Finding]) -> str:
        """Keep what was found, and answer with the report of what no decision covers; empty when all is well."""
        name = "".join(character if character.isalnum() else "-" for character in f"{part} {page}")
        rows = [asdict(finding) for finding in findings]
        (self._folder / f"{name}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        journal = Journal()
        journal.add(page, undecided(findings, load()))
        return journal.report()

    def stale_decisions(self) -> list[str]:
        """Decisions that covered nothing of all that was kept."""
        found = [
            Finding(**row)
            for path in sorted(self._folder.glob("*.json"))
            for row in json.loads(path.read_text(encoding="utf-8"))
        ]
        return [f"{entry.engine} {entry.rule} at {entry.selector}" for entry in stale(load(), found)]
