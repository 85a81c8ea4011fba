"""The log as files to take away: sentences for people, a table for programs."""

import csv
import io
from collections.abc import Iterable, Sequence

from webapp.core.locale import gettext
from webapp.core.spoken import moment
from webapp.traces.queries import Entry
from webapp.traces.words import by_right, deed, outcome, sentence, who

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is run by table programs, whatever its quotes."""
MARK = "\ufeff"
"""By it table programs know that the file is in UTF-8."""


def as_text(entries: Sequence[Entry]) -> bytes:
    """One sentence a line, each with its day."""
    lines = (f"{moment(each.happened_at)}. {sentence(each, with_time=False)}\r\n" for each in entries)
    return "".join(map(str, lines)).encode()


def as_table(entries: Sequence[Entry]) -> bytes:
    """Columns: when, who, by what right, what, what came of it."""
    written = io.StringIO()
    table = csv.writer(written)
    heads = gettext("Когда"), gettext("Кто"), gettext("По какому праву"), gettext("Что"), gettext("Итог")
    table.writerow(_row(heads))
    for each in entries:
        facts = (moment(each.happened_at), who(each), by_right(each), deed(each), outcome(each.outcome))
        table.writerow(_row(facts))
    return (MARK + written.getvalue()).encode()


def _row(cells: Iterable[object]) -> list[str]:
    return [guarded(str(cell)) for cell in cells]


def guarded(cell: str) -> str:
    """A cell that no program takes for a formula."""
    return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell
