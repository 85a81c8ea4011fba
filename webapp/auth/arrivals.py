"""The first page after sign-in says who has signed in: whoever hears the page they had left would not know."""

from flask import Blueprint, session

from webapp.core.access import actor
from webapp.people import queries as people

_KEY = "arrived"


def register(blueprint: Blueprint) -> None:
    """Let every page ask."""
    blueprint.record_once(lambda state: state.app.jinja_env.globals.update(arrived=arrived))


def note() -> None:
    """Somebody has just signed in."""
    session[_KEY] = True


def arrived() -> str:
    """The full name of who has just signed in, once; empty on every later page."""
    if not actor().is_signed_in or not session.pop(_KEY, False):
        return ""
    return people.told_user(actor()).full_name
