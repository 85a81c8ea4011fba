"""The catalogue over HTTP: sections, kinds, items, products, search. All public, all revalidated by ETag."""

from urllib.parse import quote

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.catalogue import additions, comparison_views, films, lists, queries, search, taken_views
from webapp.catalogue.asking import elsewhere
from webapp.catalogue.card import Card
from webapp.catalogue.comparison import asked_numbers
from webapp.catalogue.documents import document as written
from webapp.catalogue.documents import file_name
from webapp.catalogue.facts import product_facts, telling_facts, telling_of_kind
from webapp.core.access import actor, public
from webapp.core.errors import NotFound
from webapp.core.http_cache import revalidated
from webapp.core.listing import asked_page, checked
from webapp.core.rate_limits import limit_search
from webapp.reference import queries as reference
from webapp.reference.codes import canonical, canonical_number
from webapp.reference.queries import Row

blueprint = Blueprint("catalogue", __name__)
comparison_views.register(blueprint)
taken_views.register(blueprint)


@blueprint.get("/catalogue")
@public()
@revalidated
def sections() -> str:
    """All sections of the classification."""
    found = reference.sections()
    counts = queries.product_counts(section.code for section in found)
    return render_template("catalogue/sections.html", sections=found, counts=counts)


@blueprint.get("/catalogue/<section:code>")
@public()
@revalidated
def section(code: str) -> str | Response:
    """One section: its kinds."""
    if code != canonical(code):
        return redirect(url_for(".section", code=canonical(code)), 301)
    found = reference.section(code)
    kinds = reference.kinds_of(code)
    return render_template(
        "catalogue/section.html",
        section=found,
        kinds=kinds,
        counts=queries.product_counts(kind.code for kind in kinds),
        uncoded=reference.uncoded_items_of(code),
    )


@blueprint.get("/catalogue/<kind:code>")
@public()
@revalidated
def kind(code: str) -> str | Response:
    """One kind: its items with their codes."""
    if code != canonical(code):
        return redirect(url_for(".kind", code=canonical(code)), 301)
    found = reference.kind(code)
    items = reference.items_of(code)
    counts = queries.product_counts([code, *(item.code for item in items)])
    return render_template("catalogue/kind.html", kind=found, items=items, counts=counts)


@blueprint.get("/catalogue/<kind:code>/products")
@public()
@revalidated
def kind_products(code: str) -> str | Response | tuple[str, int]:
    """The products of a kind that the filters leave, in pages."""
    if code != canonical(code):
        return redirect(url_for(".kind_products", code=canonical(code)), 301)
    found = reference.kind(code)
    listing = lists.of_kind(found)
    short = lists.short_address(listing)
    if short is not None:
        return redirect(short, 302)
    told = {"kind": found, "listing": listing, "telling": telling_facts(found.profile, listing.differing)}
    return render_template("catalogue/kind_products.html", **told), lists.status(listing)


@blueprint.get("/catalogue/<item:code>")
@public()
@revalidated
def item(code: str) -> str | Response | tuple[str, int]:
    """One item of the classification with those of its products that the filters leave, in pages."""
    if code != canonical(code):
        return redirect(url_for(".item", code=canonical(code)), 301)
    found = reference.item(code)
    listing = lists.of_item(found)
    short = lists.short_address(listing)
    if short is not None:
        return redirect(short, 302)
    told = {"item": found, "listing": listing, "telling": telling_facts(found.profile, listing.differing)}
    return render_template("catalogue/item.html", **told), lists.status(listing)


@blueprint.get("/products/<product:number>")
@public()
@revalidated
def product(number: str) -> str | Response:
    """The card of a product; its characteristics as a list, or as a table where the reader chose that for all."""
    if number != canonical_number(number):
        return redirect(url_for(".product", number=canonical_number(number)), 301)
    found = queries.product(number)
    said = additions.of_product(actor(), found)
    told = {"card": Card(found), "facts": product_facts(found), "wants_list": request.args.get("facts") == "list"}
    return render_template("catalogue/product.html", product=found, additions=said, **told)


@blueprint.get("/products/<product:number>/table")
@public()
@revalidated
def product_table(number: str) -> str | Response:
    """The same characteristics as a table, for those who read tables faster."""
    if number != canonical_number(number):
        return redirect(url_for(".product_table", number=canonical_number(number)), 301)
    found = queries.product(number)
    return render_template("catalogue/product_table.html", product=found, facts=product_facts(found))


@blueprint.get("/films/<slug>")
@public()
@revalidated
def film(slug: str) -> str:
    """A film of our own with everything that is said and shown in it as text, and the way back to its `product`."""
    found = films.film(slug)
    told = {"film": found, "item": reference.item(found.item_code), "product": _product_of(found)}
    return render_template("catalogue/film.html", **told)


def _product_of(film: films.Film) -> Row | None:
    """The product from which the reader has come; None where the address names none of the film's item."""
    numbers, _ = asked_numbers([request.args.get("product", "")])
    found = queries.products_numbered(numbers).values()
    return next((each for each in found if each.item_code == film.item_code), None)


@blueprint.get("/products/<product:number>/drawing")
@public()
@revalidated
def drawing(number: str) -> str | Response:
    """The drawing, large, and what is drawn in words."""
    if number != canonical_number(number):
        return redirect(url_for(".drawing", number=canonical_number(number)), 301)
    found = queries.product(number)
    drawn = Card(found).drawing
    if drawn is None:
        raise NotFound("drawing")
    return render_template("catalogue/product_drawing.html", product=found, drawing=drawn)


@blueprint.get("/products/<product:number>/rooms")
@public()
@revalidated
def rooms(number: str) -> str | Response:
    """Where things like this one can be touched: in the visitor's region, then the nearest; by city without one."""
    if number != canonical_number(number):
        return redirect(url_for(".rooms", number=canonical_number(number)), 301)
    found = queries.product(number)
    return render_template("catalogue/product_rooms.html", product=found, rooms=Card(found).rooms)


@blueprint.get("/products/<product:number>/documents/<slug>")
@public()
@revalidated
def document(number: str, slug: str) -> str | Response:
    """A document of the product as a page."""
    if number != canonical_number(number):
        return redirect(url_for(".document", number=canonical_number(number), slug=slug), 301)
    found = queries.product(number)
    return render_template("catalogue/product_document.html", product=found, document=written(found, slug))


@blueprint.get("/products/<product:number>/documents/<slug>.txt")
@public()
@revalidated
def document_text(number: str, slug: str) -> Response:
    """The same document as a text file. Its name holds the article: a number may hold a code that is not verified."""
    if number != canonical_number(number):
        return redirect(url_for(".document_text", number=canonical_number(number), slug=slug), 301)
    found = queries.product(number)
    answer = Response(written(found, slug).text(), content_type="text/plain; charset=utf-8")
    name = file_name(slug, found.article)
    named = {"filename": name} if name.isascii() else {"filename": f"{slug}.txt", "filename*": f"UTF-8''{quote(name)}"}
    answer.headers.set("Content-Disposition", "attachment", **named)
    return answer


@blueprint.get("/search")
@public()
@limit_search
@revalidated
def find() -> str | Response:
    """Search by words, code or article. Without a question: the field alone. A section's or kind's code leads there."""
    question = search.cleaned(request.args.get("q", ""))
    if not question:
        return render_template("catalogue/search.html", is_empty="q" in request.args)
    leads = search.leads_to(question)
    if leads is not None:
        return redirect(url_for(leads.endpoint, code=leads.code), 302)
    is_exact = "exact" in request.args
    results = search.find(question, asked_page(), is_exact, request.args.get("kind"))
    checked(results.products)
    kind = results.only_kind
    telling = telling_of_kind(kind.code) if kind is not None else None
    told = {"is_exact": is_exact, "telling": telling, "services": elsewhere.asked_for(question)}
    return render_template("catalogue/search_results.html", question=question, results=results, **told)
