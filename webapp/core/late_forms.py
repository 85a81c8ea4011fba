"""A form that came when nobody was signed in any more, or for another person: where it is kept, where one goes on."""

from typing import Any

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.core import form_owner, kept_forms
from webapp.core.errors import not_kept
from webapp.core.origin import is_foreign
from webapp.core.places import page_of_this_site, parts_of
from webapp.core.rate_limits import count_form


def led_away(keeps: bool, endpoint: str, **told: Any) -> Response:
    """To this endpoint of sign-in and back to the form. What was typed is kept on the way, or given back at once."""
    place = _place_of_form(keeps)
    is_lost = request.method == "POST" and keeps and not kept_forms.is_named_by(place)
    if is_lost and not is_foreign():
        return not_kept(kept_forms.typed(), url_for(endpoint, next=place))
    return redirect(url_for(endpoint, next=place, **told), 303)


def _place_of_form(keeps: bool) -> str:
    """Where to go on after sign-in; where what was typed had to be kept, the page that gives it back."""
    if request.method != "POST" or not keeps:
        return way_back()
    return kept_place() or kept_forms.page_of_form()


def kept_place() -> str:
    """Keep the form for the person it was made for; the page that gives it back, empty where nothing could be kept.

    The guard comes before the proof and the limit of forms: a form of another site is not kept, each kept one counts.
    """
    owner = form_owner.owner_of(request.form)
    if owner is None or is_foreign():
        return ""
    count_form()
    return kept_forms.keep(owner)


def way_back() -> str:
    """Where to go on after sign-in: the page asked for; for a form the page that held it."""
    if request.method == "GET":
        return request.script_root + request.full_path.rstrip("?")
    page = parts_of(request.referrer or "")
    own = page_of_this_site(page.path) if page.netloc == request.host else ""
    return own or request.script_root + "/"
