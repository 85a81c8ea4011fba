"""Every template that lets htmx send something is on the list of controls that are pressed and listened to."""

import re

from a11y_tests.htmx_controls import CONTROLS
from tests.support.sources import TEMPLATES, files

_SENDS = re.compile(r"\b(?:data-)?hx-(?:get|post|put|patch|delete|boost)\b")


def senders(texts: dict[str, str]) -> set[str]:
    """Templates that send by htmx."""
    return {name for name, text in texts.items() if _SENDS.search(text)}


def test_every_control_is_listened_to() -> None:
    texts = {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in files("templates", ".html")}
    assert senders(texts) == {control.template for control in CONTROLS}


def test_a_forgotten_control_is_found() -> None:
    assert senders({"x.html": '<a data-hx-get="/x">', "y.html": "<p>hx-get"}) == {"x.html", "y.html"}
    assert senders({"x.html": '<p data-status="x">'}) == set()
