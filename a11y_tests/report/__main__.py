"""`python -m a11y_tests.report [accept]`: writes the report of the last run; `accept` first accepts its journeys."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from a11y_tests.report.contents import SECTIONS
from a11y_tests.report.journeys import FOLDER
from a11y_tests.report.writing import write
from a11y_tests.screen_reader import accepted, journey_file, record, ways
from a11y_tests.screen_reader.transcript import ROOT

REPORT = ROOT / "report"


def accept(report: Path = REPORT, file: Path = accepted.FILE) -> list[str]:
    """Accept what the journeys took in the last run; returns why some could not be accepted."""
    records, before, refused = record.read(report / FOLDER), accepted.load(file), []
    after = {}
    for path in ways.JOURNEYS:
        journey, walk = journey_file.load(path), records.get((path.stem, ways.COUNTED))
        if path.stem in before:
            after[path.stem] = before[path.stem]
        try:
            if walk is None:
                raise ValueError(f"{path.stem}: записи нет, пройдите его")
            after[path.stem] = accepted.anew(journey, walk, before.get(path.stem), datetime.now(UTC).date())
        except ValueError as refusal:
            refused.append(str(refusal))
    accepted.save(after, file)
    return refused


def main() -> int:
    """The command. Returns 1 when something could not be accepted."""
    parser = argparse.ArgumentParser(prog="python -m a11y_tests.report", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("accept",))
    refused = accept() if parser.parse_args().what == "accept" else []
    print(*refused, sep="\n", end="\n" if refused else "", file=sys.stderr)
    sections = [section for part in SECTIONS for section in part(REPORT)]
    index = write(REPORT, sections)
    print(*(f"{section.title}: {section.lines[0]}" for section in sections), sep="\n")
    print(f"{index.relative_to(ROOT)}, {index.with_suffix('.txt').relative_to(ROOT)}")
    return int(bool(refused))


if __name__ == "__main__":
    sys.exit(main())
