"""A part of the report: what a check counted, told in a few lines and a table."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """`lines` say what the table means; `columns` name what each row holds. The first cell of a row names it."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def text(self) -> Iterator[str]:
        """As plain text, each row a line of facts: a table of spaces is lost on a Braille display."""
        yield from (self.title, "", *self.lines, "")
        for name, *cells in self.rows:
            facts = (f"{column}: {cell}" for column, cell in zip(self.columns[1:], cells, strict=True) if cell)
            yield f"{name}. {'; '.join(facts)}"
