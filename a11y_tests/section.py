"""A part of the report: what a check counted, told in a few lines and a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Section:
    """`lines` say what the table means; `columns` name what each row holds. The first cell of a row names it.

    `addresses` lead from the name of a row to more about it, inside the report's folder. Raises ValueError for a row
    that does not fit the columns.
    """

    title: str
    lines: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.title}: {len(self.columns)} columns, {len(row)} cells: {row[0]}")

    def facts(self, row: tuple[str, ...]) -> Iterator[str]:
        """A row as facts, without its name: «Клавиш: 23». An empty cell is none."""
        yield from (f"{column}: {cell}" for column, cell in zip(self.columns[1:], row[1:], strict=True) if cell)

    def text(self) -> Iterator[str]:
        """As plain text, each row a line of facts: a table of spaces is lost on a Braille display."""
        yield from (self.title, "", *self.lines, "")
        for row in self.rows:
            yield f"{row[0]}. {'; '.join(self.facts(row))}"
