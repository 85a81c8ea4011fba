"""Which regions a person means who types or dictates a name, a city or a number; errors are forgiven. No database."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from webapp.certificates.region import code_of, names
from webapp.core import typed
from webapp.core.dictated import in_digits, plain
from webapp.reference import dataset, lemmas

LONGEST = 100
SHORTEST_PREFIX, SHORTEST_ERRING = 3, 5
_EVERYDAY = {
    "01": "ра",
    "02": "башкирия, рб",
    "03": "прибайкалье, рб",
    "04": "горный алтай, ра",
    "05": "рд",
    "06": "ри",
    "07": "кабарда, балкария, кбр",
    "08": "рк",
    "09": "карачай, черкесия, кчр",
    "10": "рк",
    "11": "рк",
    "12": "мари эл, марийская, рмэ",
    "13": "рм",
    "14": "рс",
    "15": "осетия, рсо, рсо-алания, владик",
    "16": "татария, рт",
    "17": "тува, рт",
    "18": "ур",
    "19": "рх",
    "20": "чр",
    "21": "чр",
    "22": "алтай",
    "23": "кубань, сириус",
    "25": "приморье, владик",
    "26": "ставрополье",
    "27": "приамурье",
    "28": "приамурье",
    "29": "поморье",
    "31": "белгородчина",
    "32": "брянщина",
    "34": "сталинград",
    "35": "вологодчина",
    "38": "прибайкалье",
    "41": "камчатка",
    "45": "зауралье",
    "47": "ленобласть, ло",
    "49": "колыма, мо",
    "50": "подмосковье, мо",
    "51": "мо",
    "52": "горький, нижегородчина",
    "53": "новгородчина",
    "57": "орловщина",
    "59": "прикамье, молотов",
    "60": "псковщина",
    "61": "дон",
    "62": "рязанщина",
    "63": "куйбышев",
    "65": "сахалин, курилы",
    "66": "екб, ебург, свердловск",
    "67": "смоленщина",
    "68": "тамбовщина",
    "69": "калинин",
    "74": "челяба",
    "75": "забайкалье",
    "77": "мск, зеленоград, троицк, щербинка",
    "78": "питер, спб, с-пб, петербург, ленинград, кронштадт, колпино, пушкин, петергоф, сестрорецк, ломоносов, "
    "павловск, зеленогорск, красное село",
    "79": "еао",
    "83": "нао",
    "86": "хмао",
    "87": "чукотка, чао",
    "89": "янао, ямал",
    "90": "запорожье",
    "91": "рк",
    "93": "донбасс",
    "94": "донбасс, краснодон",
    "95": "херсон",
}
"""What people call regions, and parts of them, where that is neither in their names nor a city of the list.

Letters that several regions use for themselves stand at each of them: such a region is asked about.
"""
_ABBREVIATED = {"обл": "область", "респ": "республика"}
Forms = frozenset[str]
Fits = Callable[[Iterable[str], Forms], bool]
_COMMON = frozenset("республика область край автономный округ город народный регион номер код".split())


@dataclass(frozen=True, slots=True)
class Meant:
    """Numbers of the regions that a text may mean, in their order.

    `sure` is the one of which there is no doubt. Whoever errs, or says a part of a name, is asked even about one.
    """

    codes: tuple[str, ...] = ()
    sure: str | None = None


def meant(text: str) -> Meant:
    """What the text means. A number counts with or without its zero, a city means all regions with one so named."""
    asked = typed.words(typed.line(text)[:LONGEST]).strip("«»\"'.,;:№# ")
    exact = _numbered(asked) or code_of(asked)
    if exact is not None:
        return Meant((exact,), exact)
    words = [_ABBREVIATED.get(word, word) for word in lemmas.words_of(asked) if word not in lemmas.SERVICE_WORDS]
    forms = [frozenset(lemmas.forms(word)) | {word} for word in words]
    telling = [found for found in forms if not found & _COMMON]
    if not telling:
        return Meant(_of_sort(forms))
    for fits in (_same, _begins, _errs):
        fitting = _narrowed(_with_all(telling, fits), forms)
        if fitting:
            is_sure = len(fitting) == 1 and _is_whole(fitting[0], telling)
            return Meant(fitting, fitting[0] if is_sure else None)
    return Meant()


def _numbered(text: str) -> str | None:
    """«16», «16 регион», «номер шестнадцать», «ноль пять»."""
    words = in_digits(plain(text)).casefold().replace(".", " ").split()
    digits = "".join(word for word in words if word not in _COMMON)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len("016")):
        return None
    code = f"{int(digits):02}"
    return code if code in names() else None


def _of_sort(forms: list[Forms]) -> tuple[str, ...]:
    """«Республика» alone means all of them: the list is for that."""
    return tuple(code for code, words in _words().items() if forms and all(form & words for form in forms))


def _narrowed(fitting: tuple[str, ...], forms: list[Forms]) -> tuple[str, ...]:
    """«Алтайский край» is not the republic: the sort of region decides where several fit."""
    sorts = [form for form in forms if form & _COMMON]
    kept = tuple(code for code in fitting if all(form & _words()[code] for form in sorts))
    return kept or fitting


def _with_all(telling: list[Forms], fits: Fits) -> tuple[str, ...]:
    return tuple(code for code, words in _words().items() if all(fits(form, words) for form in telling))


def _same(asked: Iterable[str], words: Forms) -> bool:
    return any(word in words for word in asked)


def _begins(asked: Iterable[str], words: Forms) -> bool:
    return any(len(word) >= SHORTEST_PREFIX and known.startswith(word) for word in asked for known in words)


def _errs(asked: Iterable[str], words: Forms) -> bool:
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
def _words() -> Mapping[str, Forms]:
    """Region → all words by which it, its capital and its cities are called; those of its own names in all readings."""
    return {
        code: frozenset(lemmas.column(*own).split()).union(*map(lemmas.words_of, own + cities))
        for code, (own, cities) in _called().items()
    }


def _is_whole(code: str, telling: list[Forms]) -> bool:
    """Whether all of one name was said: «Осетия» is a name of its region, «Северная» or «Набережные» is none."""
    said = frozenset().union(*telling)
    own, cities = _called()[code]
    return any(_parts(name) and all(part & said for part in _parts(name)) for name in own + cities)


def _parts(name: str) -> list[Forms]:
    """The words that tell it, each in all readings; both halves of «Улан-Удэ»."""
    words = (word for word in lemmas.words_of(name) if "-" not in word and word not in lemmas.SERVICE_WORDS)
    forms = (frozenset(lemmas.forms(word)) for word in words)
    return [found for found in forms if not found & _COMMON]


@cache
def _called() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Region → its own names, «Республика Саха» and «Якутия» apart; the names of its capital and its cities."""
    cities: dict[str, list[str]] = defaultdict(list)
    for city in dataset.cities():
        cities[city.region_code] += [city.name, city.name_latin]
    found = {}
    for region in dataset.regions():
        said = f"{region.name},{region.short_name},{_EVERYDAY.get(region.code, '')}"
        found[region.code] = (tuple(re.split("[—(),]", said)), (region.admin_centre, *cities[region.code]))
    return found
