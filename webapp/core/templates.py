"""How templates are found and what all of them may use."""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import StrictUndefined

from webapp.settings import Settings


class Templates(Environment):
    """All templates share one dictionary of globals: Jinja compares them at every import, and its chains are slow."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def init_app(app: Flask) -> None:
    """Undefined names are errors; blocks leave no blank lines; files are watched only in debug mode.

    A page's ETag names the templates as they were at the start: to show others under it would be untrue.
    """
    settings: Settings = app.config["SETTINGS"]
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.auto_reload = app.debug
    environment.globals["is_demo"] = not settings.is_production


def load_all(app: Flask) -> None:
    """Read every template now: a worker that starts after files were changed must not mix them with the old code."""
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)
