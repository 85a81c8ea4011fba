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
from webapp.documents.tree import Document

HERE = Path(__file__).parent
SECONDS, MOST_BYTES = 20, 8 * 1024 * 1024
_AT_ONCE = BoundedSemaphore(2)
"""Of one web process: whoever comes third hears to try again rather than waiting with a thread of the site."""
_writer = Program((sys.executable, "-I", str(HERE / "pdf_writer.py")), SECONDS, MOST_BYTES)


def pdf(document: Document) -> bytes:
    """The document as a PDF. Raises CannotBeMade where the program is not there, is late, or busy."""
    told = {
        "html": render_template("documents/_print.html", document=document),
        "css": (HERE / "print.css").read_text(encoding="utf-8"),
    }
    if not _AT_ONCE.acquire(blocking=False):
        raise CannotBeMade("pdf")
    try:
        return _writer.answer(json.dumps(told).encode())
    except ProgramFailed:
        raise CannotBeMade("pdf") from None
    finally:
        _AT_ONCE.release()
