"""All names of the classification and of the services, ready to be looked up by their spelling and by their words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from webapp.reference import bags
from webapp.reference.assistance import Service
from webapp.reference.bags import Bag, Vocabulary
from webapp.reference.records import Classification
from webapp.reference.wording import name_without_remarks, normal, without_remarks

_INCLUSIVE = re.compile(r",? ?в том числе,?[^,()]*")
_IN_BRACKETS = re.compile(r" ?\([^()]*\)")
_DECIDES_NOTHING = frozenset("для и или на в по при к из под".split())


@dataclass(frozen=True, slots=True)
class Thing:
    """What a name may mean: an item (`key` is its code), a name without a code (its slug), a service (its key)."""

    key: str
    kind: str | None = None
    is_service: bool = False

    @property
    def is_item(self) -> bool:
        return self.kind is not None


class Index:
    """Names and what they mean. An uncoded name that an item bears too is the item's: both lists tell one thing."""

    def __init__(self, classification: Classification, services: Iterable[Service]) -> None:
        self._names: dict[Thing, tuple[str, ...]] = {}
        for item in classification.items:
            self._names[Thing(item.code, item.kind)] = (item.name, item.plain_name)
        items = {normal(name): thing for thing, names in self._names.items() for name in names}
        for uncoded in classification.uncoded_items:
            names = (uncoded.name, uncoded.plain_name)
            same = next((items[normal(name)] for name in names if normal(name) in items), None)
            thing = same or Thing(uncoded.id)
            self._names[thing] = self._names.get(thing, ()) + names
        self._openings: dict[str, Thing] = {}
        for service in services:
            thing = Thing(service.key, is_service=True)
            self._names[thing] = (*service.names, service.plain_name)
            self._openings |= dict.fromkeys(service.openings, thing)
        self._things = {thing.key: thing for thing in self._names}
        self._places = {thing: place for place, thing in enumerate(self._names)}
        self._official = frozenset(item.code for item in classification.items if item.code_is_official)
        self.kinds = frozenset(kind.code for kind in classification.kinds)
        self._spelt, self._short = self._spellings()

    def _spellings(self) -> tuple[Mapping[str, set[Thing]], Mapping[str, set[Thing]]]:
        whole, short = defaultdict(set), defaultdict(set)
        for thing, names in self._names.items():
            for form in map(normal, names):
                whole[form].add(thing)
                short[name_without_remarks(form)].add(thing)
        return dict(whole), dict(short)

    def thing(self, key: str) -> Thing:
        return self._things[key]

    def place(self, thing: Thing) -> int:
        """Where the thing stands among all."""
        return self._places[thing]

    def official_item(self, code: str) -> Thing | None:
        """The item with this code, if the code is official."""
        return self._things[code] if code in self._official else None

    def spelt(self, normal_form: str) -> set[Thing]:
        """Things with a name of this spelling, remarks aside."""
        short = self._short.get(name_without_remarks(normal_form)) or self._short.get(without_remarks(normal_form))
        return self._spelt.get(normal_form) or short or set()

    def opened_by(self, word: str) -> set[Thing]:
        """The service whose names begin with this word whatever follows."""
        return {self._openings[word]} if word in self._openings else set()

    def readings(self, words: Sequence[str]) -> list[Bag]:
        """The words as a bag, and without remarks as another; without those in which a word is a stranger."""
        both = dict.fromkeys((tuple(words), tuple(_kept(words))))
        return [bag for bag in map(self._vocabulary.bag, both) if bag]

    def same_words(self, bag: Bag) -> set[Thing]:
        """Things with a name of just these words. What a word cut short means, the rest of the name decides."""
        key = bags.key(bag)
        if key is None:
            return {thing for thing, name in self._with_all(bag) if len(name) == len(bag)}
        return self._by_key.get(key, set())

    def holding(self, bag: Bag) -> dict[Thing, float]:
        """Things that are what the bag is about and have a name with all its words; the share of that name asked."""
        found: dict[Thing, float] = {}
        for thing, name in self._with_all(bag):
            if any(term.words & self._heads[thing] for term in bag):
                found[thing] = max(found.get(thing, 0.0), bags.share(name, bag))
        return found

    def _with_all(self, bag: Bag) -> Iterator[tuple[Thing, Bag]]:
        """Names that hold a bag."""
        with_each = [set().union(*(self._by_word.get(word, ()) for word in term.words)) for term in bag]
        for thing, name in set.intersection(*with_each) if with_each else ():
            if bags.holds(name, bag):
                yield thing, name

    def suits(self, words: Sequence[str], thing: Thing) -> bool:
        """Whether words that name nothing may still mean this item: they are about it, and none of them that we know
        from its kin (its kind, and all that bears the same noun) is another's, nor any number."""
        known = [meant for word in words if (meant := self._vocabulary.meant(word))]
        about, own = self._heads[thing], self._words[thing]
        kin = [other for other, heads in self._heads.items() if other.kind == thing.kind or heads & about]
        others = frozenset().union(*(self._words[other] for other in kin)) - own - _DECIDES_NOTHING
        return (
            any(meant & about for meant in known)
            and not any(meant <= others for meant in known)
            and all(word in own for word in _kept(words) if word.isdigit())
        )

    def is_about(self, words: Sequence[str], kind: str) -> bool:
        """Whether words that name nothing may still mean an item of this kind."""
        return any(self.suits(words, thing) for thing in self._names if thing.kind == kind)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(word for names in self._names.values() for name in names for word in normal(name).split())

    @cached_property
    def _bags(self) -> dict[Thing, tuple[Bag, ...]]:
        return {thing: tuple(self._bags_of(names)) for thing, names in self._names.items()}

    @cached_property
    def _heads(self) -> dict[Thing, bags.Words]:
        return {thing: frozenset().union(*map(bags.heads, found)) for thing, found in self._bags.items()}

    @cached_property
    def _words(self) -> dict[Thing, bags.Words]:
        return {thing: _all_words(found) for thing, found in self._bags.items()}

    @cached_property
    def _by_key(self) -> dict[bags.Key, set[Thing]]:
        found = defaultdict(set)
        for thing, names in self._bags.items():
            for key in filter(None, map(bags.key, names)):
                found[key].add(thing)
        return dict(found)

    @cached_property
    def _by_word(self) -> dict[str, set[tuple[Thing, Bag]]]:
        found = defaultdict(set)
        for thing, names in self._bags.items():
            for name in names:
                for word in _all_words((name,)):
                    found[word].add((thing, name))
        return dict(found)

    def _bags_of(self, names: Iterable[str]) -> Iterable[Bag]:
        forms = dict.fromkeys(form for name in names for form in _shortened(name))
        for form in forms:
            bag = self._vocabulary.bag(form.split())
            if bag:
                yield bag


def _shortened(name: str) -> Iterable[str]:
    """A name and what officials make of it by leaving out what adds nothing: remarks, «в том числе», brackets."""
    for text in (name, _INCLUSIVE.sub("", name), _IN_BRACKETS.sub("", _INCLUSIVE.sub("", name))):
        yield normal(text)
        yield name_without_remarks(normal(text))


def _all_words(names: Iterable[Bag]) -> bags.Words:
    return frozenset(word for name in names for term in name for word in term.words)


def _kept(words: Sequence[str]) -> list[str]:
    """The words without remarks; those that are cut short keep their full stop."""
    plain = [word.rstrip(".") for word in words]
    kept = without_remarks(" ".join(plain)).split()
    start = next((i for i in range(len(plain) - len(kept) + 1) if plain[i : i + len(kept)] == kept), 0)
    return list(words[start : start + len(kept)])
