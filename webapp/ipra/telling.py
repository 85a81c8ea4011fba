"""One item of a programme as its page says it: state, next step, who acts, by when and by whose word."""

from dataclasses import dataclass
from datetime import date

from webapp.core import encryption
from webapp.core.locale import either, gettext, ngettext
from webapp.core.spoken import day, deadline, number, spelt
from webapp.gateways.programmes.port import Source, TsrLine
from webapp.ipra.entitlements import Entitlement
from webapp.ipra.rules import State, act_by
from webapp.ipra.terms import Counted, Term, terms
from webapp.ipra.words import BODIES, IN_USE_UNTIL, SOURCES, wording
from webapp.reference.dataset import classification
from webapp.reference.matching import service
from webapp.reference.records import Item

_TERMS = {
    State.APPLIED: "decision",
    State.PURCHASE: "procurement",
    State.CLARIFYING: "clarification",
    State.CAN_REPLACE: "replacement",
    State.IN_USE: "replacement",
}


_STILL_TO_ASK = frozenset({State.CAN_APPLY, State.REGIONAL, State.CERTIFICATE_ENDED, State.REFERRAL_ENDED})
_BOUND_BY_FEDERAL_RULES = frozenset({Source.FEDERAL, Source.MOSCOW})
_SAME_IN_REGIONS = frozenset({State.CLARIFYING})
"""The rules on a request for clarification bind regional bodies too (resolution 2121, item 4(1))."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entitlement in words. `by_when` and `by_whom` are empty where the state says it all, or nothing ends."""

    id: str
    name: str
    status: str
    kind: str
    next_step: str
    who: str
    by_when: str
    by_whom: str
    money: str
    entitlement: Entitlement
    products: int = 0
    ordinal: int = 1

    @property
    def title(self) -> str:
        """The name; of several of one name all but the first are numbered, so that each page has its own."""
        if self.ordinal == 1:
            return self.name
        return gettext("%(name)s, запись %(number)s", name=self.name, number=number(self.ordinal))

    @property
    def meanings(self) -> list[Item]:
        """The items of the classification between which the name does not decide."""
        known = classification().items_by_code
        return [known[code] for code in self.entitlement.match.candidates if code in known]

    @property
    def is_russian(self) -> bool:
        """Whether the name stays Russian in every language: words of the classification or of the document."""
        return self.entitlement.match.service is None

    @property
    def address_code(self) -> str | None:
        """The code under which fitting products stand: of the item, or of its kind where only that is sure."""
        return self.entitlement.match.item_code or self.entitlement.match.kind_code


def tell(entitlement: Entitlement, products: int = 0) -> Told:
    """The words of one entitlement; `products` is how many products stand under its code."""
    line, judged = entitlement.line, entitlement.judged
    words = wording(judged.state, line.source)
    by_when, by_whom = _by_when(entitlement)
    return Told(
        id=encryption.name_of(entitlement.id),
        name=name_of(entitlement),
        status=_status(entitlement),
        kind=words.kind,
        next_step=str(words.next_step),
        who=str(words.who) % {"executor": executor_of(line)},
        by_when=by_when,
        by_whom=by_whom,
        money=str(SOURCES[line.source]),
        entitlement=entitlement,
        products=products,
    )


def name_of(entitlement: Entitlement) -> str:
    """The plain name of the classification, of a known service, else the name as the programme writes it."""
    found = entitlement.match
    if found.item_code is not None:
        return spelt(classification().items_by_code[found.item_code].plain_name)
    if found.service is not None:
        known = service(found.service)
        return spelt(either(known.plain_name, known.name_en))
    return spelt(entitlement.line.name)


def executor_of(line: TsrLine) -> str:
    """Who carries the item out: as the programme names them, else by the source of money."""
    return spelt(line.executor) or str(BODIES[line.source])


def _status(entitlement: Entitlement) -> str:
    judged = entitlement.judged
    words = wording(judged.state, entitlement.line.source).state
    if judged.state is State.IN_USE and judged.day is not None:
        words = IN_USE_UNTIL
    said = deadline if judged.state is State.CERTIFICATE else day
    return str(words) % {"day": said(judged.day) if judged.day is not None else ""}


def _by_when(entitlement: Entitlement) -> tuple[str, str]:
    """Until when the next step is due, and by whose word."""
    judged = entitlement.judged
    if judged.state is State.REFERRAL:
        until = judged.event.until if judged.event is not None else None
        return (deadline(until), gettext("направление")) if until is not None else ("", "")
    if judged.state in _STILL_TO_ASK:
        until = act_by(entitlement.line, entitlement.programme)
        told = deadline(until) if until is not None else gettext("подать можно в любой день")
        return told, gettext("ваша программа")
    key = _TERMS.get(judged.state)
    is_bound = entitlement.line.source in _BOUND_BY_FEDERAL_RULES or (
        entitlement.line.source is Source.REGIONAL and judged.state in _SAME_IN_REGIONS
    )
    return _term(terms()[key], judged.day) if key is not None and is_bound else ("", "")


def _term(term: Term, since: date | None) -> tuple[str, str]:
    source = source_of(term)
    if term.key == "replacement":
        return gettext("замену просят не раньше чем за %(days)s до конца срока пользования", days=days_of(term)), source
    if term.counted is Counted.WORKING:
        return gettext("запрос в учреждение МСЭ отправляют за %(days)s", days=days_of(term)), source
    ends = term.ends(since) if since is not None else None
    return (deadline(ends), source) if ends is not None else ("", "")


def days_of(term: Term) -> str:
    """«40 дней», «2 рабочих дня»."""
    if term.counted is Counted.WORKING:
        return ngettext("%(num)s рабочий день", "%(num)s рабочих дней", term.days)
    return ngettext("%(num)s день", "%(num)s дней", term.days)


def source_of(term: Term) -> str:
    """Whose word the term is, and of what year: «постановление Правительства 2121, пункт 4(1), 2022 год»."""
    return gettext(
        "%(source)s, %(year)s год", source=spelt(either(term.source, term.source_en)), year=spelt(term.as_of)
    )
