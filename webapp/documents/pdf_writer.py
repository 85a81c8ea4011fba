"""The program that writes a tagged PDF: reads {"html", "css"} as JSON, writes the file. Run by its path (`pdf`).

It is a process of its own: WeasyPrint and Pango take some fifty megabytes that no web process should hold for good, and
a file that takes too long is ended without harm. It fetches nothing: all that it draws is in what it reads.
"""

import io
import json
import os
import sys
from typing import Any, NoReturn

import pikepdf
from weasyprint import CSS, HTML

VARIANT = "pdf/ua-1"
_ANNOTATION_PRINTS = 4
"""The flag of an annotation that lets it be printed: PDF/UA wants it, WeasyPrint leaves it out."""


def main() -> None:
    """Write the PDF of what stdin holds to stdout."""
    told = json.load(sys.stdin.buffer)
    page = HTML(string=told["html"], url_fetcher=_refuse)
    drawn = page.write_pdf(stylesheets=[CSS(string=told["css"], url_fetcher=_refuse)], pdf_variant=VARIANT)
    sys.stdout.buffer.write(completed(drawn))


def completed(drawn: bytes) -> bytes:
    """The same file with what its writer leaves out: the scope of headers, and links that may be printed."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _scope_headers(pdf)
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                annotation.F = int(annotation.get("/F", 0)) | _ANNOTATION_PRINTS
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _scope_headers(pdf: pikepdf.Pdf) -> None:
    """A header in the head of a table heads its column, one in the body its row."""
    waiting: list[tuple[Any, str]] = [(pdf.Root.StructTreeRoot, "")]
    while waiting:
        element, part = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting += [(each, part) for each in element]
            continue
        if not isinstance(element, pikepdf.Dictionary):
            continue  # the number of what is marked on the page
        sort = str(element.get("/S", ""))
        part = sort if sort in {"/THead", "/TBody"} else part
        if sort == "/TH":
            scope = "/Column" if part == "/THead" else "/Row"
            element.A = pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=pikepdf.Name(scope))
        if "/K" in element:
            waiting.append((element.K, part))


def _refuse(*_: object, **__: object) -> NoReturn:
    raise ValueError("a document fetches nothing")


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    # The file is whole. Native libraries (Pango, qpdf) that are unloaded while a thread of theirs still runs end the
    # process with a fault now and then, which would be taken for a failure: so nothing is torn down.
    os._exit(0)
