"""The site without its server, for as long as a command of the staff works with it."""

from collections.abc import Iterator
from contextlib import contextmanager

from webapp import create_app
from webapp.core.database import db
from webapp.settings import Settings


@contextmanager
def opened(settings: Settings) -> Iterator[None]:
    """What the command has not committed is undone, and every connection closed."""
    with create_app(settings).app_context():
        try:
            yield
        finally:
            db.session.rollback()
            db.engine.dispose()
