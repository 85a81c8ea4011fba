"""A table of a document as CSV: UTF-8 with a mark, semicolons, as spreadsheets of this country open it by a press."""

import csv
import io

from webapp.documents.tree import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so may be run as a formula by the program that opens the file (OWASP, CSV injection)."""


def csv_of(table: Table) -> bytes:
    """Header and rows; nothing in them is run as a formula."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in (table.header, *table.rows)])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
