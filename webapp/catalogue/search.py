"""Search over the classification, products and makers: by code, by article, by words however they are written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from webapp.catalogue.asking import absent, everyday, makers, names, question, spelling
from webapp.catalogue.asking.makers import NamedMaker
from webapp.catalogue.asking.names import Named, Sort
from webapp.catalogue.asking.ranking import Ranked, Sets, in_order
from webapp.catalogue.asking.terms import Term, Understood
from webapp.catalogue.asking.understanding import Words, understand
from webapp.catalogue.filters import worded
from webapp.catalogue.filters.worded import Worded
from webapp.catalogue.index import finding, keys, rows, sets, vocabulary
from webapp.catalogue.index.sets import Places
from webapp.core import typed
from webapp.core.errors import NotFound
from webapp.core.listing import PAGE_SIZE, Page
from webapp.reference import queries as reference
from webapp.reference.codes import canonical, canonical_number
from webapp.reference.queries import Row

_WITH_STOPS = re.compile(r"\d{1,2}(?:\(\d\))?(?:\.\d{1,2}){1,2}")
_RUN_TOGETHER = re.compile(r"(\d{1,2})(\d\d)(\d\d)")
_LABEL = r"(?:(?:код|номер|изделие)[а-я]* )?"
_CODE = r"(?<![\w.-])(\d{1,2}(?:\(\d\))?(?:-\d{1,2}-\d{1,2}|\.\d{1,2}\.\d{1,2}| \d\d \d\d))"
_CODE_AMONG_WORDS = re.compile(rf"(?i){_LABEL}{_CODE}(?![\w-]|\.\d)")
_KIND_AMONG_WORDS = re.compile(rf"(?i){_LABEL}(?<![\w.-])(\d{{1,2}}(?:\(\d\))?-\d\d)(?![\w-]|\.\d)")
_NUMBER_AMONG_WORDS = re.compile(r"(?<![\w.-])\d{1,2}(?:\(\d\))?-\d{1,2}-\d{1,2}\.\d{4,6}(?![\w-])")

LONGEST_QUESTION = 200
MOST_ITEMS = 20
"""How many items a page of results shows; the title counts all of them."""
MOST_NEAR = 3
MOST_MAKERS = 5
MOST_LISTS = 3
"""How many kinds are offered with filters set: those with most products."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: items, a page of products, kinds and sections, makers; how the question was understood.

    `kinds` counts the products found by kind, `whole_kind` all products of the only one; `within` is the item or kind
    whose code stood among the words, `is_all_of_item` says that none of its products answers the rest; `near` are words
    of the catalogue near to what was asked; `alone` says how many products have each thing asked, where nothing has all
    of them; `instead` are the kinds that come nearest to things that the state list does not have; `lists` are those
    of the first kinds with the question's sizes, sums and answers as filters.
    """

    items: Sequence[Named] = ()
    products: Page[Row] = field(default_factory=lambda: Page[Row]((), 1, 0))
    places: Sequence[Named] = ()
    uncoded: Sequence[Named] = ()
    makers: Sequence[NamedMaker] = ()
    kinds: Sequence[tuple[Named, int]] = ()
    kind: Named | None = None
    whole_kind: int = 0
    within: Named | None = None
    is_all_of_item: bool = False
    understood: Understood = field(default_factory=Understood)
    near: Sequence[str] = ()
    alone: Sequence[tuple[str, int]] = ()
    instead: Sequence[Named] = ()
    lists: Sequence[tuple[Named, Worded]] = ()

    @property
    def shown_items(self) -> Sequence[Named]:
        """Items stand before the first page of products."""
        return self.items[:MOST_ITEMS] if self.is_first else ()

    @property
    def is_first(self) -> bool:
        return self.products.number == 1

    @property
    def only_kind(self) -> Named | None:
        """The kind of all products found, where they are of one."""
        return self.kind or (self.kinds[0][0] if len(self.kinds) == 1 else None)

    @property
    def total(self) -> int:
        return len(self.items) + len(self.uncoded) + self.products.total

    @property
    def is_nothing(self) -> bool:
        return not (self.total or self.places or self.makers)


@dataclass(frozen=True, slots=True)
class Leads:
    """A page of the classification that a question leads to: the endpoint that shows it and its code."""

    endpoint: str
    code: str


def cleaned(question: str) -> str:
    """What a person typed or dictated, without surplus spaces and unseen signs, at most 200 characters."""
    return typed.line(typed.shown(question))[:LONGEST_QUESTION].strip()


def find(
    question: str, page: int, is_exact: bool = False, kind_code: str | None = None, size: int = PAGE_SIZE
) -> Results:
    """Find by code or article where the question is one, else by words. Nothing found is an empty result.

    `is_exact` mends and adds nothing. `kind_code` keeps what is of one kind; an unknown one keeps everything.
    `size` is how many products a page has.
    """
    number = _NUMBER_AMONG_WORDS.search(typed.words(question))
    code = number[0] if number else _code(question)
    found = _by_code(code, page, size) if code else None
    if found is None:
        by_article = finding.with_article((question, typed.article(question)))
        found = Results(products=rows.by_name(by_article, page, size)) if by_article else None
    within, rest = _code_among_words(question)
    if found is None and within is not None and not any(sign.isalnum() for sign in rest):
        found = _by_code(within.code, page, size)  # beside the code stand signs alone
    return found or _by_words(rest, (page, size), is_exact, names.kind_names().get(kind_code or ""), within)


def leads_to(question: str) -> Leads | None:
    """The section or kind whose code the question is: «06», «6-01»."""
    code = canonical(_code(question))
    if not code:
        return None
    for endpoint, read in (("catalogue.section", reference.section), ("catalogue.kind", reference.kind)):
        try:
            read(code)
        except NotFound:
            continue
        return Leads(endpoint, code)
    return None


def _code(question: str) -> str:
    """The code that the question is, however it was said; a space or a full stop between its parts is a hyphen."""
    said = typed.code(question).replace(" ", "-")
    return said.replace(".", "-") if _WITH_STOPS.fullmatch(said) else said


def _by_code(written: str, page: int, size: int) -> Results | None:
    """The item or product that has this code, with or without its leading zero."""
    together = _RUN_TOGETHER.fullmatch(written)
    code = canonical("-".join(together.groups()) if together else written)
    item = _item(code)
    if item is None:
        by_number = finding.with_article((canonical_number(written),))
        return Results(products=rows.by_name(by_number, page, size)) if by_number else None
    if not item.is_official:
        return None
    return Results(items=(item,), products=rows.by_name(sets.of([keys.item(code)])[keys.item(code)], page, size))


def _item(code: str) -> Named | None:
    return next((one for one in names.all_named() if one.sort is Sort.ITEM and one.code == code), None)


def _code_among_words(asked: str) -> tuple[Named | None, str]:
    """The item or kind whose code stands among the words of a question, and the question without it: «трость 6-02»."""
    plain = typed.words(asked)
    for written in (*_CODE_AMONG_WORDS.finditer(plain), *_KIND_AMONG_WORDS.finditer(plain)):
        code = canonical(written[1].replace(".", "-").replace(" ", "-"))
        found = _item(code) or names.kind_names().get(code)
        if found is not None and found.is_official:
            return found, f"{plain[: written.start()]} {plain[written.end() :]}"
    return None, asked


def _by_words(asked: str, part: tuple[int, int], is_exact: bool, kind: Named | None, within: Named | None) -> Results:
    """`part` is the page and its size."""
    page, size = part
    words = _words()
    understood = understand(asked, words, is_exact)
    kinds = names.kind_names()
    is_item = within is not None and within.sort is Sort.ITEM
    code_key = [keys.item(within.code) if is_item else keys.kind(within.code)] if within else []
    found = Sets(understood, [*code_key, *(keys.kind(code) for code in kinds)])
    among = found.at(code_key[0]) if code_key else None
    terms, ranked, items = understood.terms, *_answers(found, understood.terms, understood, among)
    if understood.measures and not (ranked or items):  # a size that no name holds: it is asked for in the filters
        terms, ranked, items = understood.things, *_answers(found, understood.things, understood, among)
    elif understood.measures:
        understood = replace(understood, measures=())  # found in names: nothing need be said of them
    is_all = among is not None and not ranked
    if among is not None and is_all:
        ranked, understood = Ranked((among,)), replace(understood, without=())
    by_kind = _by_kind(found, ranked, kinds)
    if kind is not None:
        ranked = ranked.within(found.at(keys.kind(kind.code)))
        items = [item for item in items if item.kind_code == kind.code]
    first = (page - 1) * size
    is_narrow = kind is not None or within is not None
    results = Results(
        items=[within] if within is not None and is_item else items,
        products=Page(rows.page(ranked.places(first, size)), page, len(ranked)),
        places=() if is_narrow else _places(terms, understood),
        uncoded=() if is_narrow else _in_order(Sort.UNCODED, terms, understood),
        makers=() if is_narrow else _makers(understood.things),
        kinds=by_kind,
        kind=kind,
        within=within,
        is_all_of_item=is_all,
        understood=understood,
    )
    results = _with_lists(results, found, is_exact)
    return results if results.total or kind else _with_ways_on(results, found, words)


def _words() -> Words:
    return Words(
        lambda forms: set(vocabulary.known(sorted(set(forms)))),
        names.words() | makers.words(),
        everyday.words() | absent.words(),
        vocabulary.near,
    )


def _with_lists(results: Results, found: Sets, is_exact: bool) -> Results:
    """With the lists that the question leads to; taken exactly, it has no filters."""
    only, kinds = results.only_kind, names.kind_names()
    if only is not None:
        results = replace(results, whole_kind=len(found.at(keys.kind(only.code))))
    codes = [only.code] if only is not None else [one.code for one, _ in results.kinds[:MOST_LISTS]]
    told = () if is_exact else worded.lists(results.understood, codes)
    return replace(results, lists=[(kinds[one.kind_code], one) for one in told])


def _answers(
    found: Sets, terms: Sequence[Term], understood: Understood, among: Places | None
) -> tuple[Ranked, list[Named]]:
    ranked = found.ranked(terms, understood.excluded, among)
    return ranked, _in_order(Sort.ITEM, terms, understood) if among is None else []


def _places(terms: Sequence[Term], understood: Understood) -> list[Named]:
    return [*_in_order(Sort.SECTION, terms, understood), *_in_order(Sort.KIND, terms, understood)]


def _in_order(sort: Sort, terms: Sequence[Term], understood: Understood) -> list[Named]:
    return in_order(terms, understood.excluded, sort)


def _by_kind(found: Sets, ranked: Ranked, kinds: Mapping[str, Named]) -> list[tuple[Named, int]]:
    """Kinds of the products found with their numbers, most first."""
    everything = ranked.all
    counted = [(named, len(everything & found.at(keys.kind(code)))) for code, named in kinds.items()]
    return sorted((pair for pair in counted if pair[1]), key=lambda pair: -pair[1])


def _makers(terms: Sequence[Term]) -> list[NamedMaker]:
    """Makers whose names hold everything asked."""
    if not terms:
        return []
    return [one for one in makers.all_named() if all(one.answers(term) for term in terms)][:MOST_MAKERS]


def _with_ways_on(results: Results, found: Sets, words: Words) -> Results:
    """Nothing found: words near to those asked, and how much there is of each thing alone.

    Where the state list does not have the thing, what comes nearest to it is the only way on.
    """
    understood = results.understood
    if understood.absent:
        kinds = names.kind_names()
        codes = dict.fromkeys(code for one in understood.absent for code in one.near)
        return replace(results, instead=[kinds[code] for code in codes])
    counted = [(term.said, found.alone(term)) for term in understood.things]
    lacking = [said for said, number in counted if not number][:MOST_NEAR]
    tried = [word.text for said in lacking for word in question.taken_apart(said).words][:MOST_NEAR]
    near = [word for text in tried for word in spelling.near(text, words.near, words.named)[:MOST_NEAR]]
    return replace(
        results,
        near=[word for word in dict.fromkeys(near) if word not in tried],
        alone=[pair for pair in counted if pair[1]] if len(counted) > 1 else [],
    )
