"""Who may call an endpoint, and what proves that a form came from our own page: declared on each, checked at start.

Deny by default: an application with an undeclared endpoint does not start. `Actor` is built afresh for every request.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from flask import Flask, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

View = TypeVar("View", bound=Callable[..., Any])


class Access(Enum):
    """Levels of access, from open to closed."""

    PUBLIC = auto()
    SIGNED_IN = auto()


class Proof(Enum):
    """How a POST proves that it was sent from our own page.

    TOKEN: a token of the visitor's session in the form (personal pages). ORIGIN: the browser's own headers (public
    pages, whose bytes must be the same for everybody so that their ETags stay true).
    """

    TOKEN = auto()
    ORIGIN = auto()


@dataclass(frozen=True, slots=True)
class Declaration:
    """What an endpoint declares."""

    access: Access
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. A visitor who has not signed in has no `user_id`."""

    user_id: int | None = None

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None


class UndeclaredAccess(RuntimeError):
    """An endpoint says nothing about its access, or takes forms without saying what proves them."""


def public(proof: Proof | None = None) -> Callable[[View], View]:
    """Anybody may call the endpoint."""
    return _declare(Access.PUBLIC, proof)


def signed_in(proof: Proof | None = None) -> Callable[[View], View]:
    """Only a person who has signed in; others are led to the sign-in page."""
    return _declare(Access.SIGNED_IN, proof)


def _declare(access: Access, proof: Proof | None) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.declaration = Declaration(access, proof)  # type: ignore[attr-defined]
        return view

    return mark


def declaration_of(app: Flask, endpoint: str) -> Declaration | None:
    """What the endpoint declares; None where it declares nothing."""
    return getattr(app.view_functions[endpoint], "declaration", None)


def verify(app: Flask) -> None:
    """Refuse to start when an endpoint is undeclared. Raises UndeclaredAccess with all of their names."""
    faults = []
    for rule in app.url_map.iter_rules():
        declared = declaration_of(app, rule.endpoint)
        if declared is None:
            faults.append(f"{rule.endpoint}: no access declared")
        elif declared.proof is None and (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}:
            faults.append(f"{rule.endpoint}: takes forms but declares no proof")
    if faults:
        raise UndeclaredAccess("; ".join(sorted(set(faults))))


def init_app(app: Flask) -> None:
    app.before_request(_guard)


def _guard() -> Response | None:
    g.actor = Actor()
    if request.endpoint is None:
        return None
    declared = declaration_of_current()
    if declared.access is Access.SIGNED_IN and not g.actor.is_signed_in:
        return redirect(url_for("pages.sign_in"), 303)
    return None


def declaration_of_current() -> Declaration:
    """The declaration of the endpoint that answers the present request."""
    assert request.endpoint is not None
    declared = declaration_of(current_app, request.endpoint)
    if declared is None:  # an endpoint added after the start: deny
        raise UndeclaredAccess(request.endpoint)
    return declared
