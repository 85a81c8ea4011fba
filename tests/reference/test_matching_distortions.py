"""Every name of the classification, spoilt as names are spoilt on their way: its own item or none, never another's."""

import re
from collections.abc import Callable

import pytest

from webapp.reference.dataset import classification
from webapp.reference.matching import Certainty, match

Spoil = Callable[[str], str]

ITEMS = classification().items
NAMES = [(item.code, name) for item in ITEMS for name in (item.name, item.plain_name)]
LATIN = str.maketrans("АВЕКМНОРСТУХаеокорсух", "ABEKMHOPCTYXaeokopcyx")
A_FEW_LATIN = str.maketrans("соехСОЕХ", "coexCOEX")
CYRILLIC_SIZES = str.maketrans("XMx", "ХМх")
SERVICE_WORDS = frozenset("с (с без не на в во для и или до под".split())

HARMLESS: dict[str, Spoil] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "title case": str.title,
    "no punctuation": lambda name: re.sub(r"[^\w\s-]", " ", name),
    "no hyphens either": lambda name: re.sub(r"[^\w\s]", " ", name),
    "a full stop": lambda name: name + ".",
    "a semicolon": lambda name: name + " ;",
    "е for ё": lambda name: name.replace("ё", "е").replace("Ё", "Е"),
    "ё in capitals": lambda name: name.upper().replace("ПЛЕНК", "ПЛЁНК").replace("ПРИЕМНИК", "ПРИЁМНИК"),
    "Latin letters": lambda name: name.translate(LATIN),
    "a few Latin letters": lambda name: name.translate(A_FEW_LATIN),
    "Cyrillic in sizes": lambda name: name.translate(CYRILLIC_SIZES),
    "the sign of multiplication": lambda name: name.replace(" x ", "×"),
    "doubled spaces": lambda name: "  " + name.replace(" ", "  ") + "  ",
    "spaces that do not break": lambda name: name.replace(" ", "\u00a0"),
    "lines": lambda name: name.replace(" ", "\n", 2),
    "soft hyphens": lambda name: name.replace("о", "о\u00ad"),
    "stress marks": lambda name: name.replace("а", "а\u0301"),
    "another dash": lambda name: name.replace("-", "–"),
    "a dash set off": lambda name: name.replace("-", " — "),
    "straight quotes": lambda name: name.replace("«", '"').replace("»", '"'),
    "curly quotes": lambda name: name.replace("«", "“").replace("»", "”"),
    "how many": lambda name: name + " 1 шт.",
    "how many after a comma": lambda name: name + ", 2 шт",
    "how many in brackets": lambda name: name + " (3 штуки)",
    "how many in words": lambda name: name + " в количестве 1 шт.",
    "for whom": lambda name: name + " для инвалидов",
    "for which children": lambda name: name + " (для инвалидов и детей-инвалидов)",
    "a number in a list": lambda name: "12) " + name,
}


def swapped(name: str) -> str:
    """The first two words in the other order."""
    first, second, *rest = name.split()
    return " ".join((second, first, *rest))


def can_be_swapped(name: str) -> bool:
    """Not where it tears «с» from its noun or «3-х» from «опорная», or leaves a comma inside a pair."""
    words = name.split()
    return len(words) > 1 and words[1].lower() not in SERVICE_WORDS and not words[1][0].isdigit()


def others(spoilt: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Spoilt names that mean another thing than they should."""
    found = [(code, name, match(name)) for code, name in spoilt]
    return [
        (code, name) for code, name, each in found if each.certainty is not Certainty.NONE and each.item_code != code
    ]


def share_found(spoilt: list[tuple[str, str]]) -> float:
    return sum(match(name).item_code == code for code, name in spoilt) / len(spoilt)


@pytest.mark.parametrize("spoil", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_is_harmless_does_no_harm(spoil: Spoil) -> None:
    spoilt = [(code, spoil(name)) for code, name in NAMES]
    assert others(spoilt) == []
    assert share_found(spoilt) >= 0.99


@pytest.mark.parametrize("one", HARMLESS.values(), ids=HARMLESS.keys())
def test_two_harmless_things_together(one: Spoil) -> None:
    spoilt = [(code, one(other(name))) for other in (str.upper, HARMLESS["how many"]) for code, name in NAMES]
    assert others(spoilt) == []
    assert share_found(spoilt) >= 0.99


def test_two_words_in_another_order() -> None:
    assert others([(code, swapped(name)) for code, name in NAMES if " " in name]) == []
    sensible = [(code, swapped(name)) for code, name in NAMES if can_be_swapped(name)]
    assert len(sensible) > 290
    assert share_found(sensible) >= 0.99


@pytest.mark.parametrize(
    "front", ["{code} {name}", "{code}. {name}", "0{code} {name}", "{code} — {name}", "{spaced} {name}"]
)
def test_an_own_code_in_front(front: str) -> None:
    spoilt = [
        (code, front.format(code=code, name=name, spaced=code.replace("-", " - ")))
        for code, name in NAMES
        if not front.startswith("0") or code[1] in "-("
    ]
    assert len(spoilt) > 100
    assert others(spoilt) == []
    assert share_found(spoilt) >= 0.99


def test_a_code_in_front_of_a_name_in_capitals_with_noise() -> None:
    spoilt = [(code, f"{code}  {name.upper()}, 1 ШТ.") for code, name in NAMES]
    assert others(spoilt) == []
    assert share_found(spoilt) >= 0.99


def words_of(name: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"\w+", name.lower().replace("ё", "е"))))


def without_each_word(name: str) -> list[tuple[str, str]]:
    """(the word, the name without it), for each word."""
    words = name.split()
    return [(word, " ".join((*words[:place], *words[place + 1 :]))) for place, word in enumerate(words)]


def test_without_any_one_word_nothing_becomes_another_thing() -> None:
    """But where the rest is, word for word, the name of another: nobody could know that «не» was there."""
    cut = [(code, word, rest) for code, name in NAMES for word, rest in without_each_word(name)]
    found = [(code, word, rest, match(rest)) for code, word, rest in cut]
    by_words = {words_of(name): code for code, name in NAMES}
    mistaken = [
        (code, word, rest, each)
        for code, word, rest, each in found
        if each.certainty is not Certainty.NONE and each.item_code != code
    ]
    named = {(word, each.item_code == by_words.get(words_of(rest))) for _code, word, rest, each in mistaken}
    assert named == {("не", True), ("3-х", True), ("4-х", True), ("белая", True)}
    assert sum(each.item_code == code for code, _word, _rest, each in found) > len(found) / 2
