"""Writes the report: tables, the same as lists, the same as plain text, and a page for each journey's transcript."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11y_tests.report import journeys
from a11y_tests.report.section import Section
from a11y_tests.screen_reader import record
from a11y_tests.screen_reader.record import Record

HERE = Path(__file__).resolve().parent
TITLE = "Доступность: последний прогон"


def write(report: Path, sections: Sequence[Section]) -> Path:
    """Write everything into the folder of the last run; returns the page to begin with."""
    report.mkdir(parents=True, exist_ok=True)
    pages = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for name, as_lists in (("index.html", False), ("lists.html", True)):
        title = f"{TITLE}, списками" if as_lists else TITLE
        page = pages.get_template("index.html").render(title=title, at=at, sections=sections, as_lists=as_lists)
        (report / name).write_text(page, encoding="utf-8")
    (report / "index.txt").write_text("\n".join(text(sections, at)) + "\n", encoding="utf-8")
    for key, walk in record.read(report / journeys.FOLDER).items():
        page = pages.get_template("transcript.html").render(title=_title(walk), record=walk)
        (report / journeys.page(key)).write_text(page, encoding="utf-8")
    return report / "index.html"


def text(sections: Sequence[Section], at: str) -> Iterator[str]:
    """The report line by line, for a terminal and for a Braille display: no table, a fact a line."""
    yield from (TITLE, f"Записано: {at}.")
    for section in sections:
        yield from ("", section.title.upper(), *section.lines)
        for table in section.tables:
            yield from ("", f"{table.caption}:")
            for row in table.rows:
                yield from ("", row.cells[0], *(f"  {fact}" for fact in table.facts(row)))


def _title(walk: Record) -> str:
    return f"Путь: {journeys.name(walk.title, walk.browser)}"
