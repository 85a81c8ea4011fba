"""Addresses inside the site: `url_for` with a memory. A list asks for thirty addresses, most of them asked before."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request, url_for

Memory = Callable[[str, str, tuple[tuple[str, str | int], ...]], str]


def init_app(app: Flask) -> None:
    """Templates say `url_for`; addresses with a host stay with Flask's own."""
    app.extensions["addresses"] = lru_cache(maxsize=8192)(_made)
    app.jinja_env.globals["url_for"] = address


def address(endpoint: str, /, **values: str | int) -> str:
    """The address of an endpoint for this visitor: below the language, and wherever the site is mounted.

    Raises werkzeug's BuildError for an unknown endpoint or a missing value.
    """
    if endpoint.startswith(".") or any(name.startswith("_") for name in values):
        plain: dict[str, Any] = dict(values)
        return url_for(endpoint, **plain)  # these depend on more than what is remembered
    memory: Memory = current_app.extensions["addresses"]
    return memory(request.script_root, endpoint, tuple(values.items()))


def _made(_root: str, endpoint: str, values: tuple[tuple[str, str | int], ...]) -> str:
    named: dict[str, Any] = dict(values)
    return url_for(endpoint, **named)
