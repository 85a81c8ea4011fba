"""What the list of favourites shows: each with what has changed, in groups, and what can be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.core.actor import Actor
from webapp.favourites import queries, rules
from webapp.favourites.queries import Kept
from webapp.favourites.rules import Change, Group
from webapp.ipra import exchange
from webapp.ipra.rules import Fit
from webapp.reference.queries import Row


@dataclass(frozen=True, slots=True)
class Shown:
    """A favourite, whether it fits now, and how that differs from what was known first."""

    kept: Kept
    fit: Fit | None
    change: Change


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole page. `acted_on` is what the person did something to a moment ago; `number` counts what is kept.

    `products` are those of them that the catalogue still has; `comparable` are products by kind, where there are two or
    more; `kinds` are the names of kinds by code. `unchecked` is what all fits say while nothing was compared yet: said
    once, and of no product.
    """

    groups: Sequence[Group[Shown]]
    number: int
    acted_on: Kept | None
    products: Sequence[Row]
    comparable: Mapping[str, Sequence[Kept]]
    kinds: Mapping[str, Row]
    unchecked: Fit | None


def overview(actor: Actor, changed: str) -> Overview:
    """The actor's favourites; of what was removed only the one of a moment ago keeps its place."""
    found = [each for each in queries.kept(actor) if not each.is_removed or each.number == changed]
    present = {each.number: each.product for each in found if each.product is not None}
    told = exchange.fits_now(
        actor, [(each.item_code, each.kind_code, each.characteristics) for each in present.values()]
    )
    fits = dict(zip(present, told, strict=True))
    knows_programme = any(fit is not None and fit.reason not in rules.NOT_KNOWN for fit in told)
    kinds = {number: str(product.kind_code) for number, product in present.items()}
    shown = [
        (
            rules.place(fits.get(each.number), kinds.get(each.number), knows_programme=knows_programme),
            Shown(each, fits.get(each.number), rules.change_of_fit(each.fit, fits.get(each.number))),
        )
        for each in found
    ]
    return Overview(
        groups=rules.grouped(shown),
        number=sum(not each.is_removed for each in found),
        acted_on=next((each for each in found if each.number == changed), None),
        products=[each.product for each in found if each.product is not None and not each.is_removed],
        comparable=_comparable(found, kinds),
        kinds=queries.kinds(kinds.values()),
        unchecked=next((fit for fit in told if fit is not None and fit.reason in rules.UNANSWERED), None),
    )


def _comparable(found: Sequence[Kept], kinds: Mapping[str, str]) -> Mapping[str, Sequence[Kept]]:
    by_kind: dict[str, list[Kept]] = {}
    for each in found:
        if each.number in kinds and not each.is_removed:
            by_kind.setdefault(kinds[each.number], []).append(each)
    return rules.comparable(by_kind)
