"""What a part of the report is made of. Each table is also written as lists of the same facts."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """The first cell heads the row; `address` is where more about it stands, inside the report's folder."""

    cells: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A true table: every row has a cell for each column. Raises ValueError when one has not."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"{self.caption}: {len(self.columns)} columns, {len(row.cells)} cells: {row.cells[0]}")

    def facts(self, row: Row) -> Iterator[str]:
        """The row as facts: the column's name and the cell."""
        yield from (f"{name}: {cell}" for name, cell in zip(self.columns[1:], row.cells[1:], strict=True))


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report: a heading, sentences, tables. The first sentence is the answer."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...] = ()
