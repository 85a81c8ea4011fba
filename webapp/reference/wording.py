"""One spelling for the many in which officials write a name, without a dictionary of words.

Two names with one normal form are the same words in the same order: signs, alphabets that look alike, units and
abbreviations that everybody knows are made equal, «не» becomes a part of the word that it denies. Nothing that tells
two things apart is dropped.
"""

import re
import unicodedata
from dataclasses import dataclass

from webapp.reference.codes import canonical

_ALIKE = str.maketrans("abcehkmoptxyë", "авсенкмортхуе")
"""Latin letters that look like Russian ones, in lower case; those of the same sight in upper case alone (B, H) too."""
_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("×*✕", "х"), "ё": "е"})
_TOKEN = re.compile(r"[0-9]+|[а-яa-z]+\.?")
_PHRASES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(?<=[0-9])о+(?![а-я])", lambda found: "0" * len(found[0])),
        (r"\b(?:3|з|трех)[\s-]*(?:х[\s-]*)?(?=опорн)", "трех"),
        (r"\b(?:4|четырех)[\s-]*(?:х[\s-]*)?(?=опорн)", "четырех"),
        (r"\b(?:1|одно)[\s-]*(?=компонентн)", "одно"),
        (r"\b(?:2|двух)[\s-]*(?:х[\s-]*)?(?=компонентн)", "двух"),
        (r"\bвидео[\s-]+(?=увелич)", "видео"),
        (r"\bдвухсторон", "двусторон"),
        (r"\bфлэш", "флеш"),
        (r"\bматрас", "матрац"),
        (r"\bсидень(?=[еяю])", "сидени"),
        (r"\bдетск\w+\s+церебральн\w+\s+паралич\w*", "дцп"),
        (r"\bв\s*т\.?\s*ч\.?(?![а-я])", "в том числе "),
        (r"\bд/\s*(?=[а-я])", "для "),
        (r"\bспец\.", "специальное "),
        (r"\bмед\.", "медицинский "),
        (r"\bинв\.", "инвалидов "),
        (r"\bсо\b", "с"),
    )
)
_TWICE = "дцп"
"""What the order writes out and then abbreviates: one word."""
_UNITS = {
    **dict.fromkeys(("шт", "штука", "штуки", "штук"), "шт"),
    **dict.fromkeys(("г", "гр", "грамм", "грамма", "граммов"), "г"),
    **dict.fromkeys(("кг", "килограмм", "килограмма", "килограммов"), "кг"),
    **dict.fromkeys(("мл", "миллилитр", "миллилитра", "миллилитров"), "мл"),
    **dict.fromkeys(("см", "сантиметр", "сантиметра", "сантиметров"), "см"),
    **dict.fromkeys(("км", "километр", "километра", "километров"), "км"),
    **dict.fromkeys(("мм", "миллиметр", "миллиметра", "миллиметров"), "мм"),
}
_CODE = re.compile(
    r"^\s*(?:код\s*)?(?P<code>[0-9]{1,2}(?:\([0-9]\))?(?:\s*-\s*[0-9]{1,2}){1,2})(?!\s*-\s*[0-9])(?![\w(])"
    r"(?:\.[0-9]{4,6})?[\s.,:;)-]*(?=[^\s0-9])"
)
_PLACE_IN_LIST = re.compile(r"^\s*[0-9]{1,3}[.)]\s+")
_BOUNDS = ("неменее", "неболее", "до", "от", "по", "свыше", "более")
"""What stands before a number that is a size: «не менее 30 шт.» is no quantity."""
_OF_EVERYBODY = (
    r" для (?:инвалид(?:ов|а)(?: и детей инвалидов)?|(?:детей|ребенка) инвалид(?:ов|а)(?: и инвалидов)?)$",
    r" пара$",
)
_NAME_REMARKS = tuple(re.compile(pattern) for pattern in _OF_EVERYBODY)
_REMARKS = tuple(
    re.compile(pattern)
    for pattern in (
        *_OF_EVERYBODY,
        r"^(?:тср|техническое средство реабилитации) ",
        r"(?: в)? (?:количеств[оеа]|кол во) [0-9]+(?: шт)?$",
        "".join(rf"(?<! {word})" for word in _BOUNDS) + r" [0-9]+ (?:шт|пар[аы]?|комплект(?:а|ов)?|компл|ед)$",
        r"(?<![0-9]) шт$",
        r" (?:длин(?:а|ой)|высот(?:а|ой)|ширин(?:а|ой)|рост(?:ом)?)(?: сидени[яе])? [0-9]+(?: см| мм)?$",
    )
)


@dataclass(frozen=True, slots=True)
class Written:
    """A name as written: the code in front, if any («6-02-02», «6-02»), and its words in their normal spelling.

    A word that its writer cut short ends with a full stop.
    """

    code: str | None
    words: tuple[str, ...]

    @property
    def normal(self) -> str:
        """The words in one line, full stops left out."""
        return spelt(self.words)


def written(name: str) -> Written:
    """Take a name apart."""
    text = _letters(name)
    text = _PLACE_IN_LIST.sub("", text)
    found = _CODE.match(text)
    if found is None:
        return Written(None, _words(text))
    return Written(canonical(re.sub(r"\s", "", found["code"])), _words(text[found.end() :]))


def normal(name: str) -> str:
    """The normal form of a name that has no code in front."""
    return spelt(_words(_letters(name)))


def spelt(words: tuple[str, ...]) -> str:
    return " ".join(word.rstrip(".") for word in words)


def without_remarks(normal_form: str) -> str:
    """A normal form without what is not the thing's name: how many, for whom it always is, the measures of one body."""
    return _without(normal_form, _REMARKS)


def name_without_remarks(normal_form: str) -> str:
    """The same for a name of the classification, where a number is always part of the name."""
    return _without(normal_form, _NAME_REMARKS)


def _without(normal_form: str, remarks: tuple[re.Pattern[str], ...]) -> str:
    before = ""
    while before != normal_form:
        before = normal_form
        for remark in remarks:
            normal_form = remark.sub("", normal_form)
    return normal_form


def _letters(name: str) -> str:
    composed = unicodedata.normalize("NFC", name).lower().translate(_SIGNS)
    shown = (sign for sign in composed if unicodedata.category(sign) not in ("Cf", "Mn"))
    return "".join(shown).translate(_ALIKE)


def _words(text: str) -> tuple[str, ...]:
    for pattern, instead in _PHRASES:
        text = pattern.sub(instead, text)
    found: list[str] = []
    for token in _TOKEN.findall(text):
        word = _UNITS.get(token.rstrip("."), token)
        if found and found[-1] == "не":
            found[-1] = "не" + word
        elif word != _TWICE or word not in found[-1:]:
            found.append(word)
    return tuple(found)
