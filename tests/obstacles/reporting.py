"""Reports as a test sends and reads them."""

from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.support.page import Page
from tests.support.strict_client import StrictClient
from webapp.core.database import db
from webapp.obstacles.models import Obstacle

FORM = "/obstacle?page=/catalogue/6-02"
TEXT, CONTACT, BUTTON = "Что помешало?", "Как вам ответить?", "Отправить сообщение"
SAID = "Не слышно, сколько стоит изделие."


def report(client: StrictClient, text: str = SAID, contact: str = "", form: str = FORM) -> Page:
    """Open the form, fill it in, send it."""
    return client.page(form).submit({TEXT: text, CONTACT: contact}, BUTTON)


def number_of(page: Page) -> str:
    """The number that a page tells."""
    return page.h1.split(":")[0].removeprefix("Номер ")


def rows(app: Flask) -> list[Any]:
    """All reports as they are stored, the message opened."""
    with app.app_context(), db.engine.connect() as connection:
        return list(connection.execute(sa.select(Obstacle.__table__).order_by(Obstacle.reported_at)))


def message_of(app: Flask, number: str) -> dict[str, Any]:
    """What the report with this number says."""
    (found,) = (row.message for row in rows(app) if row.number == number)
    return dict(found)
