"""Addresses inside the site: `url_for` with a memory. A list asks for thirty addresses, most of them asked before."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, url_for

from webapp.core.locale import root

_REMEMBERED = 8192
Made = Callable[[str, str, tuple[tuple[str, str | int], ...]], str]


def init_app(app: Flask) -> None:
    """Templates say `url_for`; addresses with a host stay with Flask's own."""
    memory: Made = lru_cache(maxsize=_REMEMBERED)(_made)
    app.extensions["addresses"] = memory

    def remembered(endpoint: str, /, **values: str | int) -> str:
        if not _is_plain(endpoint, values):
            return address(endpoint, **values)
        return memory(root(), endpoint, tuple(values.items()))

    app.jinja_env.globals["url_for"] = remembered


def address(endpoint: str, /, **values: str | int) -> str:
    """The address of an endpoint for this visitor: below the language, and wherever the site is mounted.

    Raises werkzeug's BuildError for an unknown endpoint or a missing value.
    """
    if not _is_plain(endpoint, values):
        named: dict[str, Any] = dict(values)
        return url_for(endpoint, **named)  # these depend on more than what is remembered
    memory: Made = current_app.extensions["addresses"]
    return memory(root(), endpoint, tuple(values.items()))


def _is_plain(endpoint: str, values: Mapping[str, object]) -> bool:
    return endpoint[0] != "." and not any(name[0] == "_" for name in values)


def _made(_root: str, endpoint: str, values: tuple[tuple[str, str | int], ...]) -> str:
    named: dict[str, Any] = dict(values)
    return url_for(endpoint, **named)
