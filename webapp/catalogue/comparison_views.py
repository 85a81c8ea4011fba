"""The comparison over HTTP: its address holds all of it, so it can be kept and handed on."""

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.catalogue import comparison_additions
from webapp.catalogue.comparison import CHOSEN, FEWEST, Chosen, asked_numbers, lines, parted
from webapp.catalogue.comparison_queries import chosen
from webapp.catalogue.comparison_words import short_names
from webapp.certificates import amounts, region
from webapp.core import reading
from webapp.core.access import actor, public
from webapp.core.http_cache import revalidated
from webapp.reference import queries as reference
from webapp.reference.dataset import characteristics

FORMS = ("list", "table")


def register(blueprint: Blueprint) -> None:
    """Attach the comparison to the catalogue."""
    blueprint.add_url_rule("/compare", view_func=compare)


@public()
@revalidated
def compare() -> str | Response:
    """Two to four products of a kind beside each other; fewer, other and unknown ones are said on the page."""
    written = request.args.getlist(CHOSEN)
    found = chosen(written)
    if list(found.address_numbers) != written and not found.has_wrong:
        return redirect(_address(found), 302)
    if len(found.compared) < FEWEST:
        kind = reference.kind(found.compared[0].kind_code) if found.compared else None
        return render_template("catalogue/compare_more.html", choice=found, kind=kind, removed=_removed(found))
    return render_template("catalogue/compare.html", **_told(found))


def _told(choice: Chosen) -> dict[str, Any]:
    kind = reference.kind(choice.compared[0].kind_code)
    home = region.chosen()
    codes = {product.item_code for product in choice.compared}
    certificates = amounts.amounts(codes, home.code if home is not None else None)
    facts = parted(lines(choice.compared, characteristics().of(kind.profile), certificates))
    names = short_names(choice.compared)
    return {
        "choice": choice,
        "kind": kind,
        "names": [names[number] for number in choice.numbers],
        "facts": facts,
        "best": [line for line in facts.different if line.best],
        "shows_equal": request.args.get("equal") == "1",
        "is_table": _form() == "table",
        "removed": _removed(choice),
        "changed": request.args.get("changed", ""),
        "additions": comparison_additions.of_compared(actor(), choice.numbers),
    }


def _form() -> str:
    """List or table: as the address says, otherwise as the reader chose for all pages."""
    asked = request.args.get("as", "")
    return asked if asked in FORMS else reading.present(current_app).facts


def _removed(choice: Chosen) -> Any:
    """What was taken out a moment ago; None for what is there, or is no product."""
    numbers, _ = asked_numbers([request.args.get("removed", "")])
    found = chosen(numbers).compared
    return found[0] if found and found[0].number not in choice.numbers else None


def _address(choice: Chosen) -> str:
    """The same in the canonical order, with what else the address said."""
    others: dict[str, Any] = {
        key: request.args[key] for key in ("as", "equal", "removed", "changed") if key in request.args
    }
    return url_for(".compare", p=choice.address_numbers, **others)
