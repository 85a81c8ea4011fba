"""Russian words for numbers, sizes and weights, as they are to be heard.

Every unit is a whole word, ranges are «от … до …», no number is spaced and none has a fraction.
"""

from webapp.reference.dataset import characteristics

# Compared with things that most people have held; the number is the greatest weight in grams for the comparison.
HEFT = (
    (25, "как несколько монет"),
    (75, "как куриное яйцо"),
    (130, "как плитка шоколада"),
    (230, "как крупное яблоко"),
    (450, "чуть легче полулитровой бутылки воды"),
    (650, "как полулитровая бутылка воды"),
    (950, "чуть легче литрового пакета молока"),
    (1300, "как литровый пакет молока"),
    (1800, "чуть легче двухлитровой бутылки воды"),
    (2400, "как двухлитровая бутылка воды"),
    (4400, "чуть легче пятилитровой бутыли воды"),
    (6000, "как пятилитровая бутыль воды"),
    (9000, "чуть легче ведра воды"),
    (13000, "как ведро воды"),
    (26000, "как большой дорожный чемодан"),
    (33000, "чуть тяжелее большого дорожного чемодана"),
    (45000, "чуть легче мешка цемента"),
    (52000, "как мешок цемента"),
)
LENGTH = (
    (4, "короче спичечного коробка"),
    (7, "длиной с мизинец"),
    (11, "длиной с ширину ладони"),
    (15, "короче ладони с пальцами"),
    (21, "длиной с ладонь с пальцами"),
    (32, "чуть длиннее ладони с пальцами"),
    (48, "длиной от локтя до кончиков пальцев"),
    (64, "короче вытянутой руки"),
    (76, "длиной с вытянутую руку"),
    (100, "длиннее вытянутой руки"),
    (130, "если поставить на пол, достаёт выше пояса"),
    (160, "если поставить на пол, достаёт до груди"),
    (400, "длиннее роста многих людей"),
)
UPRIGHT = (
    (18, "как ладонь с пальцами"),
    (30, "ниже колена"),
    (55, "примерно до колена"),
    (75, "выше колена"),
    (90, "примерно до бедра"),
    (110, "примерно до пояса"),
    (140, "примерно до груди"),
    (300, "выше плеча"),
)


def counted(number: int, one: str, few: str, many: str) -> str:
    """Return the number with its noun: «1 кнопка», «3 кнопки», «5 кнопок»."""
    return f"{number} {plural(number, one, few, many)}"


def plural(number: int, one: str, few: str, many: str) -> str:
    """Return the form of the noun that follows the number in the nominative."""
    last, teens = number % 10, number % 100 in range(11, 15)
    if last == 1 and not teens:
        return one
    return few if last in (2, 3, 4) and not teens else many


def measure(number: int, unit: str) -> str:
    """Return «92 сантиметра». ``unit`` is a unit id of the reference data."""
    return counted(number, *characteristics().unit(unit).forms)


def of_measure(number: int, unit: str) -> str:
    """Return the number and its unit in the genitive, as after «до» or «от»: «101 сантиметра», «92 сантиметров»."""
    _, few, many = characteristics().unit(unit).forms
    alone = number % 10 == 1 and number % 100 != 11
    return f"{number} {few if alone else many}"


def between(low: int, high: int, unit: str) -> str:
    """Return «от 70 до 95 сантиметров»."""
    return f"от {low} до {of_measure(high, unit)}"


def weight(grams: int) -> str:
    """Return a weight without a fraction: «850 граммов», «12 килограммов 500 граммов»."""
    kilograms, rest = divmod(grams, 1000)
    parts = [measure(kilograms, "kg")] if kilograms else []
    if rest or not kilograms:
        parts.append(measure(rest, "g"))
    return " ".join(parts)


def heft(grams: int) -> str:
    """Return what such a weight feels like in the hand."""
    for most, words in HEFT:
        if grams <= most:
            return words
    return "одному человеку не поднять"


def along(centimetres: int) -> str:
    """Return a length against the reader's own hand and arm."""
    return _first(LENGTH, centimetres)


def upright(centimetres: int) -> str:
    """Return the height of a thing that stands on the floor against the reader's own body."""
    return _first(UPRIGHT, centimetres)


def capital(text: str) -> str:
    """Return the text with its first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]


def listed(parts: list[str]) -> str:
    """Return «а», «а и б», «а, б и в»."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} и {parts[-1]}"


def _first(table: tuple[tuple[int, str], ...], number: int) -> str:
    return next((words for most, words in table if number <= most), table[-1][1])
