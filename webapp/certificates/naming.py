"""Which regions a person means who types or dictates a name, a city or a number; errors are forgiven. No database."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from rapidfuzz.distance import OSA

from webapp.certificates.region import code_of, names
from webapp.core import typed
from webapp.core.dictated import in_digits, plain
from webapp.reference import dataset, lemmas

LONGEST = 100
SHORTEST_PREFIX, SHORTEST_ERRING = 3, 5
_EVERYDAY = {
    "16": "татария рт",
    "02": "башкирия рб",
    "14": "саха",
    "20": "чечня",
    "42": "кузбасс",
    "47": "ленобласть",
    "50": "подмосковье мо",
    "52": "горький",
    "66": "екб",
    "77": "мск",
    "78": "питер спб ленинград",
    "79": "еао биробиджан",
    "83": "нао",
    "86": "хмао югра",
    "89": "янао ямал",
    "07": "кбр",
    "09": "кчр",
    "93": "днр",
    "94": "лнр",
}
"""What people call regions, where that is no part of the name."""
Fits = Callable[[Iterable[str], frozenset[str]], bool]
_COMMON = frozenset("республика область край автономный округ город народный регион номер код".split())


def meant(text: str) -> tuple[str, ...]:
    """Numbers of the regions that the text may mean, the likeliest first; one where it is sure, none where nothing is.

    A number counts with or without its zero. A city means the regions that have one of its name.
    """
    asked = typed.words(typed.line(text)[:LONGEST]).strip("«»\"'.,;:№# ")
    number = _numbered(asked)
    if number is not None:
        return (number,)
    exact = code_of(asked)
    if exact is not None:
        return (exact,)
    words = [word for word in lemmas.words_of(asked) if word not in lemmas.SERVICE_WORDS]
    forms = [set(lemmas.forms(word)) | {word} for word in words]
    telling = [found for found in forms if not found & _COMMON]
    if not telling:
        return _of_sort(forms)
    for fits in (_same, _begins, _errs):
        regions = _with_all(_region_words(), telling, fits)
        if regions:
            return _narrowed(regions, forms)
        cities = _with_all(_city_words(), telling, fits)
        if cities:
            return cities
    return ()


def _numbered(text: str) -> str | None:
    """«16», «16 регион», «номер шестнадцать», «ноль пять»."""
    words = in_digits(plain(text)).casefold().replace(".", " ").split()
    digits = "".join(word for word in words if word not in _COMMON)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len("016")):
        return None
    code = f"{int(digits):02}"
    return code if code in names() else None


def _of_sort(forms: list[set[str]]) -> tuple[str, ...]:
    """«Республика» alone means all of them: the list is for that."""
    return tuple(code for code, words in _region_words().items() if forms and all(form & words for form in forms))


def _narrowed(regions: tuple[str, ...], forms: list[set[str]]) -> tuple[str, ...]:
    """«Алтайский край» is not the republic: the sort of region decides where several fit."""
    sorts = [form for form in forms if form & _COMMON]
    kept = tuple(code for code in regions if all(form & _region_words()[code] for form in sorts))
    return kept or regions


def _with_all(known: Mapping[str, frozenset[str]], asked: list[set[str]], fits: Fits) -> tuple[str, ...]:
    return tuple(code for code, words in known.items() if all(fits(form, words) for form in asked))


def _same(asked: Iterable[str], words: frozenset[str]) -> bool:
    return any(word in words for word in asked)


def _begins(asked: Iterable[str], words: frozenset[str]) -> bool:
    return any(len(word) >= SHORTEST_PREFIX and known.startswith(word) for word in asked for known in words)


def _errs(asked: Iterable[str], words: frozenset[str]) -> bool:
    """At most one slip in a word of five letters, two from eight on."""
    return any(
        len(word) >= SHORTEST_ERRING and OSA.distance(word, known, score_cutoff=_slips(word)) <= _slips(word)
        for word in asked
        for known in words
        if known not in _COMMON
    )


def _slips(word: str) -> int:
    return 1 if len(word) < 8 else 2


@cache
def _region_words() -> Mapping[str, frozenset[str]]:
    """Region → dictionary forms of the words of its names."""
    found = {}
    for region in dataset.regions():
        said = f"{region.name} {region.short_name} {_EVERYDAY.get(region.code, '')}"
        found[region.code] = frozenset(lemmas.column(said).split()) | frozenset(lemmas.words_of(said))
    return found


@cache
def _city_words() -> Mapping[str, frozenset[str]]:
    """Region → words of its capital and of its cities' names."""
    found: dict[str, set[str]] = defaultdict(set)
    for region in dataset.regions():
        found[region.code] |= set(lemmas.words_of(region.admin_centre))
    for city in dataset.cities():
        found[city.region_code] |= set(lemmas.words_of(city.name)) | set(lemmas.words_of(city.name_latin))
    return {code: frozenset(words) for code, words in sorted(found.items())}
