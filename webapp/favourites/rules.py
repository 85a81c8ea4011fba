"""Favourites decided: their order in groups, what has changed of their fit, what is called how. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from webapp.ipra.rules import NOT_THERE, Fit, Reason, Verdict

LONGEST_NOTE = 500
"""Characters of a note, lines of any number."""
LONGEST_NAME = 55
"""Characters of a name that still stands whole in a button (U7: 80 with its verb)."""
Thing = TypeVar("Thing")


NOT_KNOWN = frozenset({Reason.NO_CONSENT, Reason.NO_PROGRAMME}) | NOT_THERE
"""Reasons for which a fit tells nothing of a programme."""
UNANSWERED = frozenset({Reason.NO_CONSENT}) | NOT_THERE
"""Those that lie with us or the register: nothing has changed for the person."""


class Change(StrEnum):
    """How the fit of a product differs from what was first known of it."""

    NO_LONGER = "no_longer"
    NOT_SURE = "not_sure"
    NONE = "none"


class Sort(StrEnum):
    """What the products of a group have in common, in the order of the page."""

    OF_ITEM = "of_item"
    """They fit one item of the programme."""
    UNSURE = "unsure"
    """It is not known whether the programme holds them."""
    OTHER = "other"
    """The programme does not hold them."""
    OF_KIND = "of_kind"
    """They are of one kind; the programme is not known."""
    WITHDRAWN = "withdrawn"
    """They are in the catalogue no longer."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a favourite stands: `name` is the item of the programme as written there, or the code of the kind."""

    sort: Sort
    name: str = ""


@dataclass(frozen=True, slots=True)
class Group(Generic[Thing]):
    """Favourites of one place, in their order."""

    place: Place
    things: tuple[Thing, ...]


def place(fit: Fit | None, kind_code: str | None, *, knows_programme: bool) -> Place:
    """Where a product stands; `kind_code` is None for one that is withdrawn."""
    if kind_code is None:
        return Place(Sort.WITHDRAWN)
    if not knows_programme or fit is None:
        return Place(Sort.OF_KIND, kind_code)
    if fit.verdict is Verdict.YES:
        return Place(Sort.OF_ITEM, fit.name)
    return Place(Sort.UNSURE if fit.verdict is Verdict.UNSURE else Sort.OTHER)


def grouped(things: Iterable[tuple[Place, Thing]]) -> list[Group[Thing]]:
    """Groups by sort, of one sort as their first members come; within a group the order stays."""
    found: dict[Place, list[Thing]] = {}
    for where, thing in things:
        found.setdefault(where, []).append(thing)
    sorts = list(Sort)
    ordered = sorted(found, key=lambda where: sorts.index(where.sort))
    return [Group(where, tuple(found[where])) for where in ordered]


def change_of_fit(before: str | None, now: Fit | None) -> Change:
    """What was known to fit and does not, or is not sure to, any more; nothing while no answer can be looked at."""
    if before != Verdict.YES or now is None or now.verdict is Verdict.YES or now.reason in UNANSWERED:
        return Change.NONE
    return Change.NO_LONGER if now.verdict is Verdict.NO else Change.NOT_SURE


def comparable(kinds: Mapping[str, Sequence[Thing]]) -> dict[str, Sequence[Thing]]:
    """Of products by kind those of which there are two or more."""
    return {code: things for code, things in kinds.items() if len(things) > 1}


def button_name(name: str) -> str:
    """The name for a button: whole where it is short, otherwise the model, which stands before the colon."""
    return name if len(name) <= LONGEST_NAME else name.partition(":")[0][:LONGEST_NAME]


def joined_notes(first: str | None, second: str | None) -> str | None:
    """The notes of two rows that become one: none is lost, the same is not said twice."""
    texts = [text for text in (first, second) if text]
    return "\n".join(dict.fromkeys(texts)) or None
