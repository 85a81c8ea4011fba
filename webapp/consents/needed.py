"""Views that need a consent: while it is not given they show the page that says so, and do nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import render_template, request, url_for

from webapp.consents import queries
from webapp.consents.errors import NotGiven
from webapp.consents.rules import Purpose
from webapp.core.access import actor
from webapp.core.database import WRITING_METHODS
from webapp.core.late_forms import way_back

View = Callable[..., Any]


def needs_consent(purpose: Purpose) -> Callable[[View], View]:
    """Stands below the declaration of access: who may not ask at all is not told about consents.

    A form raises NotGiven: it is refused, not led on.
    """

    def around(view: View) -> View:
        @wraps(view)
        def answer(*args: Any, **kwargs: Any) -> Any:
            if queries.is_given(actor(), purpose):
                return view(*args, **kwargs)
            if request.method in WRITING_METHODS:
                raise NotGiven(purpose)
            return wanted_page(purpose)  # status 200: nothing is wrong, and there is a way on

        return answer

    return around


def wanted_page(purpose: Purpose, is_refused: bool = False) -> str:
    """What says that a consent is wanted; `is_refused`: something was sent, and has come to nothing."""
    return render_template(
        "consents/wanted.html",
        hindrance=queries.hindrance(actor()),
        document=url_for("consents.one", purpose=purpose, next=way_back()),
        is_refused=is_refused,
    )
