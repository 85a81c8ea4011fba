"""Views that need a consent: while it is not given they show the page that says so, and do nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import render_template, request, url_for

from webapp.consents import queries
from webapp.consents.errors import NotGiven
from webapp.consents.rules import Purpose
from webapp.core.access import actor
from webapp.core.database import WRITING_METHODS, db
from webapp.core.late_forms import way_back

View = Callable[..., Any]


def needs_consent(purpose: Purpose, since: str = "") -> Callable[[View], View]:
    """Stands below the declaration of access: who may not ask at all is not told about consents.

    `since`: only a text from this version on names what the view does. A form raises NotGiven: it is refused, not led
    on; where the consent is there, it is held until the form's transaction ends.
    """

    def around(view: View) -> View:
        @wraps(view)
        def answer(*args: Any, **kwargs: Any) -> Any:
            if request.method in WRITING_METHODS:
                if not queries.hold(db.session, actor().person_id, purpose, since):
                    raise NotGiven(purpose, since)
            elif not queries.is_given(actor(), purpose, since):
                return wanted_page(purpose, since)  # status 200: nothing is wrong, and there is a way on
            return view(*args, **kwargs)

        return answer

    return around


def wanted_page(purpose: Purpose, since: str = "", is_refused: bool = False) -> str:
    """What says that a consent is wanted; `is_refused`: something was sent, and has come to nothing.

    Who has agreed to a text before `since` hears what is new, and that the rest stays.
    """
    is_anew = since != "" and queries.is_given(actor(), purpose)
    return render_template(
        "consents/wanted_anew.html" if is_anew else "consents/wanted.html",
        hindrance=queries.hindrance(actor()),
        document=url_for("consents.one", purpose=purpose, next=way_back(), text=since if is_anew else None),
        is_refused=is_refused,
    )
