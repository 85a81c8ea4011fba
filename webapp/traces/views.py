"""«Кто смотрел ваши сведения» over HTTP: the log in pages, and whole as a file."""

from collections.abc import Iterator

from flask import Blueprint, Response, render_template, stream_with_context

from webapp.core.access import actor, for_person
from webapp.core.database import let_go
from webapp.core.entrusted import Function
from webapp.core.listing import asked_page, checked
from webapp.traces import files, queries
from webapp.traces.errors import NotForYou

blueprint = Blueprint("traces", __name__)


@blueprint.get("/log")
@for_person(Function.VIEW)
def log() -> str:
    """Who did what, day by day, the newest first."""
    return render_template("traces/log.html", entries=checked(queries.page_of(actor(), asked_page())))


@blueprint.get("/log/files")
@for_person(Function.VIEW)
def taken_away() -> str:
    """The whole log as files: which there are, how many entries they hold."""
    return render_template("traces/files.html", total=queries.count_of(actor()))


@blueprint.get("/log/log.txt")
@for_person(Function.VIEW)
def text() -> Response:
    """Sentences, one a line."""
    return _file(files.as_text(queries.whole(actor())), "text/plain", "log.txt")


@blueprint.get("/log/log.csv")
@for_person(Function.VIEW)
def table() -> Response:
    """A table for a program."""
    return _file(files.as_table(queries.whole(actor())), "text/csv", "log.csv")


@blueprint.app_errorhandler(NotForYou)
def not_for_you(_: NotForYou) -> tuple[str, int]:
    """Somebody acts for the person, but is not their legal representative."""
    let_go()
    return render_template("traces/not_for_you.html"), 403


def _file(content: Iterator[bytes], kind: str, name: str) -> Response:
    """Sent while it is made: a long log is never held whole."""
    headers = {"Content-Disposition": f"attachment; filename={name}", "Cache-Control": "no-store"}
    return Response(stream_with_context(content), content_type=f"{kind}; charset=utf-8", headers=headers)
