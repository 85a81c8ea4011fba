"""What the pages of «Что мне положено» show: the copy as it stands, its items in words, how old the data are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from webapp.catalogue import queries as catalogue
from webapp.core import clock, encryption
from webapp.core.actor import Actor
from webapp.core.clock import MOSCOW
from webapp.core.errors import NotFound
from webapp.core.locale import gettext
from webapp.core.spoken import day, number
from webapp.gateways.programmes.port import Extract, Programme
from webapp.ipra import exchange, rules
from webapp.ipra.differences import Compared, compare
from webapp.ipra.entitlements import Entitlement, entitlements, programme_id
from webapp.ipra.standing import Standing
from webapp.ipra.telling import Told, tell


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the exchange and what came of it. `extract` is None while nothing was ever received.

    `before` are the programmes of the answer before this one, `changed_on` is the day on which they were replaced.
    """

    standing: Standing
    extract: Extract | None
    received_on: date | None
    items: tuple[Entitlement, ...]
    before: tuple[Programme, ...] = ()
    changed_on: date | None = None

    @property
    def programmes(self) -> tuple[Programme, ...]:
        return self.extract.programmes if self.extract is not None else ()

    @property
    def given(self) -> int:
        """How many items the programmes that count give; what only a replaced one had is not among them."""
        return sum(each.judged.state is not rules.State.REPLACED for each in self.items)

    @property
    def acts(self) -> int:
        """How many items wait for the person."""
        return sum(each.judged.state in rules.PERSON_ACTS for each in self.items)

    @property
    def is_any_in_force(self) -> bool:
        return bool(rules.in_force(self.programmes, clock.today()))


@dataclass(frozen=True, slots=True)
class Document:
    """One programme to be read, with what it changed in the one it replaced, if that is known.

    `corrections` is what the register itself has changed in this very programme since its answer before; `titles`
    names all of the person's programmes, by number.
    """

    programme: Programme
    force: rules.Force
    changes: Compared | None
    corrections: Compared | None
    others: tuple[Programme, ...]
    titles: Mapping[str, str]


def look(actor: Actor) -> Overview:
    """Bring the copy up to date as far as that goes now, and say how things stand."""
    found = exchange.up_to_date(actor)
    received = found.standing.received_at
    return Overview(
        standing=found.standing,
        extract=found.extract,
        received_on=received.astimezone(MOSCOW).date() if received is not None else None,
        items=tuple(entitlements(found.extract.programmes, clock.today())) if found.extract is not None else (),
        before=found.before.programmes if found.before is not None else (),
        changed_on=found.changed_at.astimezone(MOSCOW).date() if found.changed_at is not None else None,
    )


def told(items: Sequence[Entitlement]) -> list[Told]:
    """Items in words, with the number of products that stand under each; one query for all.

    Of several with one name each knows which it is.
    """
    codes = {each.match.item_code or each.match.kind_code for each in items} - {None}
    counts = catalogue.product_counts(code for code in codes if code is not None)
    every = [tell(each, counts.get(each.match.item_code or each.match.kind_code or "", 0)) for each in items]
    seen: Counter[str] = Counter()
    for place, each in enumerate(every):
        seen[each.name] += 1
        if seen[each.name] > 1:
            every[place] = replace(each, ordinal=seen[each.name])
    return every


def item(overview: Overview, item_id: str) -> Told:
    """One item of the person's own. Raises NotFound."""
    found = [each for each in told(overview.items) if encryption.is_name_of(each.entitlement.id, item_id)]
    if not found:
        raise NotFound("item")
    return found[0]


def document(overview: Overview, wanted: str | None) -> Document:
    """The programme with this id, or the one that counts today. Raises NotFound."""
    programmes, today = overview.programmes, clock.today()
    counted = rules.shown(programmes, today)
    chosen = counted
    if wanted is not None:
        chosen = [each for each in programmes if encryption.is_name_of(programme_id(each), wanted)]
    if not chosen:
        raise NotFound("programme")
    programme = chosen[0]
    known = (*programmes, *overview.before)  # the register may list only the newest
    replaced = next((each for each in known if each.number == programme.replaces), None)
    corrected = next((each for each in overview.before if each.number == programme.number), None)
    changes = compare(corrected, programme) if corrected is not None else None
    return Document(
        programme=programme,
        force=rules.force_of(programme, programmes, today),
        changes=compare(replaced, programme) if replaced is not None else None,
        corrections=changes if changes is not None and not changes.is_empty else None,
        others=tuple(each for each in programmes if each is not programme),
        titles=_titles(programmes),
    )


def _titles(programmes: Sequence[Programme]) -> dict[str, str]:
    """By number: each programme is called by its day; of several of one day all but the first are numbered."""
    titles, seen = {}, Counter[date]()
    for each in programmes:
        seen[each.issued] += 1
        title = gettext("Программа реабилитации от %(day)s", day=day(each.issued))
        titles[each.number] = title if seen[each.issued] == 1 else f"{title}, {number(seen[each.issued])}"
    return titles
