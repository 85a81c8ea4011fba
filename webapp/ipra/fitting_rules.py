"""Whether a product fits a programme by its item and by each characteristic that the programme's words ask for. Pure.

The item decides first (`rules.fit`). Of a product of the right item every demand is then asked; a product of another
item stays a doubt, and the demands only say what is different.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from webapp.ipra import fitting_book
from webapp.ipra.fitting_book import Rule
from webapp.ipra.fitting_bounds import bounds
from webapp.ipra.fitting_values import Answer, Demand, Line, Values, answered
from webapp.ipra.rules import Fit, Named, Reason, Verdict, fit
from webapp.reference.dataset import classification
from webapp.reference.matching import NOTHING, Match, match
from webapp.reference.wording import written

LONGEST_NAME = 600
"""Characters; in a longer name nothing is looked for."""
_COMMA = re.compile(r",\s+")
_COMPARED = frozenset({Reason.SAME_ITEM, Reason.UNDER_CLARIFICATION, Reason.OTHER_ITEM_OF_KIND})
"""Reasons that say with which item of the programme a product can be compared."""
_ORDER = list(Answer)
_OUTCOMES = {
    Answer.NO: (Verdict.NO, Reason.CONTRADICTED),
    Answer.UNTOLD: (Verdict.UNSURE, Reason.UNTOLD),
    Answer.YES: (Verdict.YES, Reason.SAME_ITEM),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """All items of the programmes that count today, asked about products of one kind."""

    kind_code: str
    items: tuple[Named, ...]

    @property
    def item_codes(self) -> frozenset[str]:
        """The items of this kind whose products fit, as far as the item decides."""
        codes = {each.item_code for each in self.items if each.item_code and each.kind_code == self.kind_code}
        return frozenset(code for code in codes if self.fit(code).verdict is Verdict.YES)

    def fit(self, item_code: str) -> Fit:
        """Whether products of an item fit, by the item alone."""
        return fit(item_code, self.kind_code, self.items)

    def demands(self, item_code: str) -> list[tuple[Demand, ...]]:
        """What each line of the programme that gives this item asks for; a product need answer only one of them."""
        name = self.fit(item_code)
        if name.verdict is not Verdict.YES:
            return []
        same = [each for each in self.items if each.item_code == item_code]
        alive = [each for each in same if self._alone(each).fit(item_code).verdict is Verdict.YES]
        return list(dict.fromkeys(demands(each.name, item_code, is_same=True) for each in alive))

    def _alone(self, item: Named) -> "Wanted":
        return Wanted(self.kind_code, (item,))


def judge(wanted: Wanted, item_code: str, values: Values | None) -> Fit:
    """Whether a product fits, with a line for each characteristic; without values the item alone decides."""
    found = wanted.fit(item_code)
    if values is None or found.reason not in _COMPARED:
        return found
    if found.verdict is Verdict.YES:
        each_way = [_lines(asked, values) for asked in wanted.demands(item_code)]
        lines = max(each_way, key=_outcome_place)
        verdict, reason = _OUTCOMES[_ORDER[_outcome_place(lines)]]
        return replace(found, verdict=verdict, reason=reason, lines=lines)
    is_same = found.reason is Reason.UNDER_CLARIFICATION
    return replace(found, lines=_lines(demands(found.name, item_code, is_same=is_same), values))


def _lines(asked: Sequence[Demand], values: Values) -> tuple[Line, ...]:
    lines = (answered(demand, values) for demand in asked)
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.answer)))


def _outcome_place(lines: Sequence[Line]) -> int:
    """The place of the worst answer in the order of answers; nothing asked is nothing to object to."""
    return min((_ORDER.index(line.answer) for line in lines), default=len(_ORDER) - 1)


@lru_cache(maxsize=4096)
def demands(name: str, item_code: str, *, is_same: bool) -> tuple[Demand, ...]:
    """What a name in a programme asks of products of an item; of `is_same` the official name's words count too.

    What the programme itself says of a characteristic is stronger than the official name.
    """
    item = classification().items_by_code.get(item_code)
    if item is None:
        return ()
    names = (name, item.name) if is_same else (name,)
    found: dict[str, Demand] = {}
    for each in names:
        for demand in read(each, item.profile):
            found.setdefault(demand.key, demand)
    return tuple(found.values())


@lru_cache(maxsize=4096)
def understood(name: str) -> Match:
    """What a name means, where it may go on with demands after commas that the classification does not know.

    «Трость белая тактильная складная, длина 120 см»: what follows is left out when all of it is read by the rules.
    """
    found = match(name)
    clauses = _COMMA.split(name) if found == NOTHING and len(name) <= LONGEST_NAME else [name]
    for cut in range(len(clauses) - 1, 0, -1):
        shorter = match(", ".join(clauses[:cut]))
        if shorter.item_code is not None:
            profile = classification().item(shorter.item_code).profile
            asked = [replace(demand, words="") for demand in read(name, profile)]
            return shorter if all(_is_read_whole(clause, profile, asked) for clause in clauses[cut:]) else found
    return found


def _is_read_whole(clause: str, profile: str, asked: Sequence[Demand]) -> bool:
    """Whether a demand takes all words of a clause, so that nothing in it stays unknown, and the whole name asks it.

    Of two clauses about one characteristic the name asks one only: the other stays unknown.
    """
    return any(
        written(demand.words).normal == written(clause).normal and replace(demand, words="") in asked
        for demand in read(clause, profile)
    )


@lru_cache(maxsize=4096)
def read(name: str, profile: str) -> tuple[Demand, ...]:
    """What the words of a name ask of products of a profile, in the order of the rules."""
    if len(name) > LONGEST_NAME:
        return ()
    normal_form = written(name).normal
    found: dict[str, Demand] = {}
    for rule in fitting_book.rules().get(profile, ()):
        if rule.key not in found and (demand := _demand(rule, profile, name, normal_form)) is not None:
            found[rule.key] = demand
    return tuple(found.values())


def _demand(rule: Rule, profile: str, name: str, normal_form: str) -> Demand | None:
    match = rule.found_in(normal_form)
    if match is None:
        return None
    words = _words_of(rule, name)
    if rule.chosen is not None:
        allowed: frozenset[str | bool] = frozenset({rule.chosen} if isinstance(rule.chosen, bool) else rule.chosen)
        return Demand(profile, rule.key, words, allowed=allowed)
    asked = bounds(rule.number or "", match.groupdict().get("between", ""), int(match["n"]))
    if asked is None:
        return None
    low, high = (None if end is None else end * rule.times for end in asked)
    range_to = fitting_book.described(profile)[rule.key].range_to if rule.number == "span" else None
    return Demand(profile, rule.key, words, low=low, high=high, range_to=range_to)


def _words_of(rule: Rule, name: str) -> str:
    """The fewest words of a name, as written there, in which the rule is found; the name where no part is enough."""
    parts = name.split()
    for length in range(1, len(parts)):
        for start in range(len(parts) - length + 1):
            piece = " ".join(parts[start : start + length])
            if rule.found_in(written(piece).normal) is not None:
                return re.sub('[«»"]', "", piece).strip(" ,.;:()")
    return name
