"""Making sites for tests: settings that depend on nothing outside, a copy of the loaded database."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from tests.support.strict_client import StrictClient
from webapp import create_app
from webapp.core.database import db
from webapp.settings import Settings

KEY = "a-key-that-only-tests-know-0123456789"
OFTEN = "1000000 per minute"
SiteMaker = Callable[..., Flask]


def settings_in(folder: Path, **chosen: Any) -> Settings:
    """Settings of a test site whose files live in `folder`; limits are out of the way unless chosen."""
    usual: dict[str, Any] = {
        "env": "test",
        "data_dir": folder,
        "secret_keys": KEY,
        "trusted_hosts": "localhost",
        "search_limit": OFTEN,
        "form_limit": OFTEN,
    }
    return Settings(**(usual | chosen))


def make_site(settings: Settings) -> Flask:
    """The site with the strict client."""
    app = create_app(settings)
    app.test_client_class = StrictClient
    return app


def copy_database(template: Path, folder: Path) -> Path:
    """Put a copy of the loaded SQLite database where a site with `folder` looks for it."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "orientir.sqlite3"
    shutil.copyfile(template, target)
    return target


@contextmanager
def closing(app: Flask) -> Iterator[Flask]:
    """Give the site's connections back at the end, so that files and databases can be removed."""
    try:
        yield app
    finally:
        with app.app_context():
            db.engine.dispose()
