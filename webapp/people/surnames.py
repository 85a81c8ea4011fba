"""Russian surnames in the accusative: «За Белову А. П.» in the title of a page (U1). Pure.

Rules of our own: the libraries for it are unkept since 2020, and the dictionary of forms that we have for search knows
one surname in two. A surname of which the rules know nothing stays as it is, which is never wrong for most of them.
"""

from collections.abc import Mapping

_MASCULINE = (
    # Adjectives, then everything that ends in a consonant; the first ending that fits decides.
    (("кий", "гий", "хий", "кой", "ной", "вой", "той", "мой", "дой", "ный", "вый", "тый", "рый", "лый"), 2, "ого"),
    (("жий", "чий", "щий", "ший"), 2, "его"),
    (("ий", "ай", "ей", "уй", "яй", "ой"), 1, "я"),
    (("ец",), 2, "ца"),
    (("ль", "рь", "нь", "сь", "ть", "дь", "зь", "вь"), 1, "я"),
    (("ых", "их"), 0, ""),
)
_FEMININE = (
    (("ская", "цкая", "ная", "вая", "тая", "мая", "рая", "лая", "дая"), 2, "ую"),
    (("жая", "чая", "щая", "шая"), 2, "ую"),
)
_OF_BOTH = (
    (("иа", "уа", "ое", "уе", "ые"), 0, ""),  # «Гулиа», «Дефоре» are never declined
    (("а",), 1, "у"),
    (("я",), 1, "ю"),
)
_NEVER = frozenset({"дюма", "золя", "гюго", "тома", "петипа"})
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")


def accusative(surname: str, gender: str) -> str:
    """The surname as in «за кого»; `gender` is «F», «M» or empty. A double surname part by part."""
    return "-".join(_declined(part, gender) for part in surname.split("-"))


def with_initials(surname: str, told: Mapping[str, str]) -> str:
    """«Белова Т. А.»: initials of `first_name` and `middle_name`, as far as they are known."""
    return " ".join((surname, *(f"{name[0]}." for name in (told["first_name"], told["middle_name"]) if name)))


def _declined(surname: str, gender: str) -> str:
    known = surname.lower()
    if known in _NEVER:
        return surname
    own = {"F": _FEMININE, "M": _MASCULINE}.get(gender, ())
    for endings, cut, added in (*own, *_OF_BOTH):
        if known.endswith(endings):
            return surname[: len(surname) - cut] + added
    if gender == "M" and known[-1:] in _CONSONANTS:
        return f"{surname}а"
    return surname


def gender_by_patronymic(middle_name: str) -> str:
    """«F», «M», or nothing where the patronymic does not say: of a child ЕСИА tells no gender."""
    known = middle_name.lower()
    if known.endswith(("вна", "чна", "кызы", "гызы")):
        return "F"
    return "M" if known.endswith(("ич", "оглы", "улы", "уулу")) else ""
