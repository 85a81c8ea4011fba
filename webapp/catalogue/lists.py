"""Lists of products with their filters, for the pages of kinds and items."""

from flask import request

from webapp.catalogue.filters import kept, knowing
from webapp.catalogue.filters.addresses import address_of
from webapp.catalogue.filters.knowing import Known
from webapp.catalogue.filters.listing import Listing, Scope, listed
from webapp.certificates import amounts, region
from webapp.core.access import actor
from webapp.core.listing import asked_page, checked
from webapp.reference.queries import Row


def of_kind(kind: Row, first: int | None = None) -> Listing:
    """The products of a kind that this request asks for; `first`: so many from the beginning instead of a page.

    Raises NotFound for a page that the list does not have.
    """
    return _listed(Scope(kind.code, kind.profile), first)


def of_item(item: Row, first: int | None = None) -> Listing:
    """The products of an item that this request asks for. Raises NotFound for a page that the list does not have."""
    return _listed(Scope(item.kind_code, item.profile, item.code), first)


def short_address(found: Listing) -> str | None:
    """Where a form that was sent and understood leads: to the short address of the same list. None: show it here."""
    return address_of(found.asked) if found.asked.is_form and not found.asked.wrong else None


def status(found: Listing) -> int:
    """422 where something typed was not understood (U14)."""
    return 422 if found.asked.wrong else 200


def _listed(scope: Scope, first: int | None) -> Listing:
    if first is not None:
        return listed(scope, request.args, 1, _known(scope), first)
    found = listed(scope, request.args, asked_page(), _known(scope))
    checked(found.page)
    return found


def _known(scope: Scope) -> Known:
    """What is known of the visitor: sums of their region, what fits their programme."""
    named = region.chosen()
    items = (scope.item_code,) if scope.item_code is not None else kept.of_kind(scope.kind_code).items
    sums = amounts.amounts(items, named.code) if named is not None else None
    return Known(sums, knowing.visitor_of(actor(), scope.kind_code))
