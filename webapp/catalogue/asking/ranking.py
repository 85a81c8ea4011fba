"""Which products answer an understood question, the best first: sets of places in tiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from webapp.catalogue.asking import answers, makers, names
from webapp.catalogue.asking.names import Sort
from webapp.catalogue.asking.terms import Term, Understood, Way
from webapp.catalogue.index import keys, sets
from webapp.catalogue.index.finding import any_of, every
from webapp.catalogue.index.sets import Places


@dataclass(frozen=True, slots=True)
class Ranked:
    """Products that answer, in tiers: a product of an earlier tier is better, within one the order is by name."""

    tiers: tuple[Places, ...]

    @property
    def all(self) -> Places:
        return any_of(self.tiers)

    def __len__(self) -> int:
        return sum(len(tier) for tier in self.tiers)

    def places(self, first: int, number: int) -> list[int]:
        """So many places from this one."""
        found: list[int] = []
        for tier in self.tiers:
            if first < len(tier):
                found += tier[first : first + number - len(found)]
            first = max(0, first - len(tier))
            if len(found) == number:
                break
        return found

    def within(self, some: Places) -> "Ranked":
        """The same, but only these."""
        return Ranked(tuple(tier & some for tier in self.tiers))


class Sets:
    """The sets that a question needs, read at once."""

    def __init__(self, understood: Understood, more: Sequence[str]) -> None:
        self._makers = {
            term: [one.slug for one in makers.all_named() if one.answers(term)] for term in understood.things
        }
        self._items = [named for named in names.all_named() if named.sort is Sort.ITEM and named.lacks]
        asked = [keys.lemma(form) for form in understood.forms()]
        asked += [keys.maker(slug) for slugs in self._makers.values() for slug in slugs]
        asked += [keys.item(named.code) for named in self._items]
        self._answers = {
            term: [answer.choice.key for answer in answers.of_term(term)]
            for term in (*understood.things, *understood.excluded)
        }
        asked += [key for keys_of_term in self._answers.values() for key in keys_of_term]
        self._found: Mapping[str, Places] = sets.of([*asked, *more])

    def at(self, key: str) -> Places:
        return self._found[key]

    def ranked(self, terms: Sequence[Term], excluded: Sequence[Term], among: Places | None = None) -> Ranked:
        """Products that have every term: by the person's own words, by others, by makers, by what they are without.

        Only those `among` some, where these are given; all of them where nothing else is asked.
        """
        unwanted = any_of(self._unwanted(term) for term in excluded)
        if not terms:
            return Ranked(() if among is None else (among - unwanted,))
        own = every(self._having(term.own) for term in terms)
        any_way = every(self._any_way(term) for term in terms)
        of_makers = every(self._any_way(term) | self._of_makers(term) for term in terms)
        without = self._only_without(terms)
        seen = unwanted
        tiers = []
        for tier in (own - without, any_way - without, of_makers - without, any_way):
            tiers.append(tier - seen)
            seen |= tier
        found = Ranked(tuple(tiers))
        return found if among is None else found.within(among)

    def alone(self, term: Term) -> int:
        """How many products have one term, whatever the others."""
        return len(self._any_way(term) | self._of_makers(term))

    def _having(self, way: Way) -> Places:
        return every(any_of(self._found[keys.lemma(form)] for form in forms) for forms in way)

    def _any_way(self, term: Term) -> Places:
        """Products that have a term in their names, or in a characteristic."""
        named = any_of(self._having(way) for way in term.ways)
        return named | any_of(self._found[key] for key in self._answers.get(term, ()))

    def _of_makers(self, term: Term) -> Places:
        return any_of(self._found[keys.maker(slug)] for slug in self._makers.get(term, ()))

    def _unwanted(self, term: Term) -> Places:
        """Products that have what is not wanted, but for those of items that say to be without it."""
        kept = (named for named in self._items if named.rank([term], ()) == 2)
        return self._any_way(term) - self._of_items(kept)

    def _only_without(self, terms: Sequence[Term]) -> Places:
        """Products of items whose names hold what was asked for only as what they are without."""
        return self._of_items(named for named in self._items if any(named.rank([term], ()) == 2 for term in terms))

    def _of_items(self, some: Iterator[names.Named]) -> Places:
        return any_of(self._found[keys.item(named.code)] for named in some)


def in_order(terms: Sequence[Term], excluded: Sequence[Term], sort: Sort) -> list[names.Named]:
    """Names of a sort that answer, the best first, then in the order of the classification."""
    if not terms:
        return []
    possible = names.with_word_of(terms[0])
    ranks = ((named.rank(terms, excluded), named) for named in possible if named.sort is sort)
    found = [(rank, named) for rank, named in ranks if rank is not None]
    return [named for _, named in sorted(found, key=lambda pair: pair[0])]
