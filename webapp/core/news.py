"""What the next page says first: that the button of the page before has done its work, where that page is gone.

It waits in the session, so that no edited address can claim it, and is said once.
"""

from enum import StrEnum

from flask import Flask, session

from webapp.core.access import actor

_KEY = "news"


class News(StrEnum):
    """What was done; the words are the templates'."""

    AGREED = "agreed"
    ONESELF = "oneself"
    """Acting for somebody is over."""


def init_app(app: Flask) -> None:
    app.jinja_env.globals["news_heard"] = _heard


def tell(news: News) -> None:
    """Say it on the next page."""
    session[_KEY] = news.value


def _heard() -> str:
    return str(session.pop(_KEY, "")) if actor().is_signed_in else ""
