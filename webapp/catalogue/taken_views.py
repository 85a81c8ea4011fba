"""Lists of products to take along over HTTP: with the filters and words of their address, in the forms of documents."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Blueprint, Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from webapp.catalogue import lists, search, taken_lists
from webapp.catalogue.filters.listing import Listing
from webapp.catalogue.filters.words import chosen_of, order_of
from webapp.catalogue.taken_lists import MOST_ROWS, Taken
from webapp.catalogue.words import lower_first
from webapp.core.access import public
from webapp.core.addresses import address
from webapp.core.database import let_go
from webapp.core.http_cache import revalidated
from webapp.core.locale import either, gettext
from webapp.core.rate_limits import limit_search
from webapp.core.spoken import quoted, spelt
from webapp.documents import answers as documents
from webapp.documents.braille import USUAL_WIDTH
from webapp.reference import queries as reference
from webapp.reference.codes import canonical

Answer = str | Response
LEFT_BEHIND = frozenset({"page", "p", "cells"})
"""What an address says of other things than the list: its page, what is compared, the width of Braille."""


def init_app(app: Flask) -> None:
    """Offer the address of the page to the templates of lists."""
    app.jinja_env.globals.update(take_address=take_address)


def register(blueprint: Blueprint) -> None:
    """Attach the lists to the catalogue: of each a page that offers its forms, and the forms."""
    for name, place, view in (
        ("kind_taken", "/catalogue/<kind:code>/products/take", of_kind),
        ("item_taken", "/catalogue/<item:code>/take", of_item),
        ("search_taken", "/search/take", of_search),
    ):
        guarded = public()(limit_search(revalidated(view)))
        blueprint.add_url_rule(place, name, guarded, defaults={"form": ""})
        blueprint.add_url_rule(f"{place}/<form>", name, guarded)


def take_address(endpoint: str, **place: str) -> str:
    """Where the list of this request is taken along: the same filters, order and words."""
    return _with_query(endpoint, **place)


def of_kind(code: str, form: str) -> Answer:
    """The products of a kind."""
    if code != canonical(code):
        return redirect(_with_query("catalogue.kind_taken", code=canonical(code), form=form), 301)
    found = reference.kind(code)
    back = _with_query("catalogue.kind_products", code=code)
    title = gettext("Изделия: %(kind)s", kind=lower_first(either(found.name, found.name_en)))
    return _listed(title, lists.of_kind(found, MOST_ROWS), form, back, code=code)


def of_item(code: str, form: str) -> Answer:
    """The products of an item."""
    if code != canonical(code):
        return redirect(_with_query("catalogue.item_taken", code=canonical(code), form=form), 301)
    found = reference.item(code)
    name = spelt(found.plain_name)
    title = f"Код {spelt(found.code)}. {name}" if found.is_official else name
    return _listed(title, lists.of_item(found, MOST_ROWS), form, _with_query("catalogue.item", code=code), code=code)


def of_search(form: str) -> Answer:
    """The products that a question finds; without products the page of the search has all that there is to say."""
    back = _with_query("catalogue.find")
    question = search.cleaned(request.args.get("q", ""))
    if not question or search.leads_to(question) is not None:
        return redirect(back, 302)
    found = search.find(question, 1, "exact" in request.args, request.args.get("kind"), MOST_ROWS)
    title = gettext("Изделия по запросу «%(question)s»", question=quoted(question))
    filters = [either(found.kind.name, found.kind.name_en)] if found.kind is not None else []
    return _answer(Taken(title, found.products, filters=filters), form, back)


def _listed(title: str, listing: Listing, form: str, back: str, **place: str) -> Answer:
    if listing.asked.wrong:  # the list has the fields in which it is mended
        return redirect(back, 302)
    filters = [words for words, _ in chosen_of(listing)]
    return _answer(Taken(title, listing.page, order_of(listing), filters), form, back, **place)


def _answer(taken: Taken, form: str, back: str, **place: str) -> Answer:
    made = taken_lists.document(taken)
    if form:
        let_go()  # the files take their time, and nothing more is read
        return documents.answer(made, form, request.args.get("cells", default=USUAL_WIDTH, type=int))
    assert request.endpoint is not None
    ways = [
        (
            gettext("Список %(how)s", how=way.words),
            way.format,
            None,
            _with_query(request.endpoint, _cells(way), form=way.form, **place),
        )
        for way in documents.ways(documents.forms_of(made))
    ]
    told = {
        "title": taken.title,
        "total": taken.page.total,
        "how_many": taken_lists.how_many(taken.page),
        "ways": ways,
        "back": back,
    }
    return render_template("catalogue/list_to_take.html", **told)


def _cells(way: documents.Way) -> dict[str, str]:
    return {"cells": str(way.cells)} if way.cells is not None else {}


def _with_query(endpoint: str, more: Mapping[str, str] | None = None, /, **place: str) -> str:
    """An address with what this request asks of the list."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name not in LEFT_BEHIND]
    kept += (more or {}).items()
    return f"{address(endpoint, **place)}{'?' if kept else ''}{urlencode(kept)}"
