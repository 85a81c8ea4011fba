"""What the shared components of pages ask for: the sandbox speaks Russian alone, and has no settings of reading."""

from flask import Flask

from webapp.core.reading import USUAL


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(_=_said, ngettext=_counted, reading=lambda: USUAL)


def _said(words: str, **values: object) -> str:
    """The words as the source has them."""
    return words % values if values else words


def _counted(one: str, many: str, num: int) -> str:
    """Of the two forms of the source the one for so many."""
    return (one if num == 1 else many) % {"num": num}
