"""How templates are found and what all of them may use."""

from flask import Flask
from jinja2 import StrictUndefined

from webapp.settings import Settings


def init_app(app: Flask) -> None:
    """Undefined names are errors; blocks leave no blank lines; production and tests do not watch files."""
    settings: Settings = app.config["SETTINGS"]
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.auto_reload = settings.env == "demo"
    environment.globals["is_demo"] = not settings.is_production
