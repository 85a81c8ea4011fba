"""The tagged PDF (PDF/UA-1): headings, lists, tables with scopes, language and title are in the file itself.

No certificate is claimed: no validator of the whole standard is free; tests read the structure.
"""

import json
import sys
from pathlib import Path
from threading import BoundedSemaphore

from flask import render_template

from webapp.core.programs import Program, ProgramFailed
from webapp.documents.errors import CannotBeMade
from webapp.documents.tree import LINE_ABOVE_EDGE_CM, MARGINS_MM, Document

HERE = Path(__file__).parent
SECONDS, MOST_BYTES = 20, 8 * 1024 * 1024
ROOM_TO_SIGN_MM = 12
"""What is free above the line."""
_AT_ONCE = BoundedSemaphore(2)
"""Of one web process: whoever comes third hears to try again rather than waiting with a thread of the site."""
_writer = Program((sys.executable, "-I", str(HERE / "pdf_writer.py")), SECONDS, MOST_BYTES)


def pdf(document: Document, is_large: bool = False) -> bytes:
    """The document as a PDF; `is_large`: in letters of 20 points, in one column, tables as lists.

    Raises CannotBeMade where the program is not there, is late, or busy.
    """
    sheets = ("print.css", "large.css") if is_large else ("print.css",)
    told = {
        "html": render_template("documents/_print.html", document=document, is_large=is_large),
        "css": _sheet() + "".join((HERE / name).read_text(encoding="utf-8") for name in sheets),
    }
    if not _AT_ONCE.acquire(blocking=False):
        raise CannotBeMade("pdf")
    try:
        return _writer.answer(json.dumps(told).encode())
    except ProgramFailed:
        raise CannotBeMade("pdf") from None
    finally:
        _AT_ONCE.release()


def _sheet() -> str:
    """The measures of a sheet, and where on it the line lies: `line` is how far above the lower margin."""
    line = LINE_ABOVE_EDGE_CM * 10 - MARGINS_MM[2]
    margins = " ".join(f"{margin}mm" for margin in MARGINS_MM)
    return (
        f"@page {{ size: A4; margin: {margins}; }} "
        f".signing::after {{ height: {line + ROOM_TO_SIGN_MM}mm; }} "
        f".signing .line {{ bottom: {line + ROOM_TO_SIGN_MM}mm; }} "
        f".line__rule {{ bottom: {line}mm; }} "
        f".line__under {{ height: {line}mm; }}\n"
    )
