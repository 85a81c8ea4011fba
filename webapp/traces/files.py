"""The log as files to take away: sentences for people, a table for programs; made chunk by chunk."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from webapp.core.locale import gettext
from webapp.core.spoken import moment
from webapp.traces.queries import Entry
from webapp.traces.words import by_right, deed, outcome, sentence, who

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is run by table programs, whatever its quotes."""
MARK = "\ufeff"
"""By it table programs know that the file is in UTF-8."""


def as_text(chunks: Iterable[Sequence[Entry]]) -> Iterator[bytes]:
    """One sentence a line, each with its day."""
    for entries in chunks:
        yield "".join(_line(each) for each in entries).encode()


def as_table(chunks: Iterable[Sequence[Entry]]) -> Iterator[bytes]:
    """Columns: when, who, by what right, what, what came of it."""
    heads = gettext("Когда"), gettext("Кто"), gettext("По какому праву"), gettext("Что"), gettext("Итог")
    yield (MARK + _rows([heads])).encode()
    for entries in chunks:
        yield _rows(
            (moment(each.happened_at), who(each), by_right(each), deed(each), outcome(each.outcome)) for each in entries
        ).encode()


def _line(entry: Entry) -> str:
    return f"{moment(entry.happened_at)}. {sentence(entry, with_time=False)}\r\n"


def _rows(rows: Iterable[Iterable[object]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(_row(cells) for cells in rows)
    return written.getvalue()


def _row(cells: Iterable[object]) -> list[str]:
    return [guarded(str(cell)) for cell in cells]


def guarded(cell: str) -> str:
    """A cell that no program takes for a formula."""
    return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell
