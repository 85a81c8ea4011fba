"""How a number in a programme's words bounds a characteristic, by the words that stand before the number. Pure.

A word that is not known here may turn the meaning round («около», «в сложенном виде»): then nothing is concluded.
"""

_AT_LEAST = frozenset({"неменее", "неменьше", "от", "свыше"})
_AT_MOST = frozenset({"неболее", "небольше", "до"})
_EMPTY = frozenset(
    "изделия трости костыля костылей ходунков поручня обуви экрана батареи ребенка пациента пользователя инвалида "
    "на руку плечо размер размером размера диаметр диаметром диаметра равна равен составляет".split()
)
"""Words that only name once more what is measured."""
Bounds = tuple[int | None, int | None]
"""The least and the greatest; None for no bound."""


def bounds(sense: str, between: str, number: int) -> Bounds | None:
    """The bounds that a number with the words before it sets; None where they are not surely understood.

    `sense` is what the rule takes a bare number for (`fitting_book.Rule.number`); words that say the contrary are not
    believed. One end of a `span` is a doubt: whether all of a product's range has to lie there, or a part, is not said.
    """
    match [word for word in between.split() if word not in _EMPTY]:
        case []:
            return (None if sense == "high" else number, None if sense == "low" else number)
        case [word] if word in _AT_LEAST and sense in ("exact", "low"):
            return (number, None)
        case [word] if word in _AT_MOST and sense in ("exact", "high"):
            return (None, number)
        case [first, least, last] if first in _AT_LEAST and last in _AT_MOST and sense in ("exact", "span"):
            return (int(least), number) if least.isdecimal() and int(least) <= number else None
    return None
