"""One view, two answers: the whole page, or the fragment of it that htmx asked for.

A fragment is a template `_piece.html` that its page includes, so that both always show the same.
"""

from typing import Any

from flask import render_template, request


def wants_fragment() -> bool:
    """Whether htmx asks for a piece. A history restore wants the whole page."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"


def render(page: str, fragment: str, **context: Any) -> str:
    """Render `fragment` for htmx, `page` for everybody else."""
    return render_template(fragment if wants_fragment() else page, **context)
