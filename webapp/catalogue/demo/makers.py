"""Invented makers: a plain word with «(демо)», a real city, an ИНН that fails its check, .example addresses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

from webapp.catalogue.demo.names import latin
from webapp.catalogue.demo.records import DemoMaker
from webapp.reference.dataset import cities
from webapp.reference.records import City

# What a maker makes: the profiles of its products, and how its own page says it.
TRADES: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "walking": ("трости, костыли и ходунки", ("cane", "crutch", "walker", "handrail", "bed_support")),
        "sight": (
            "вещи для незрячих и слабовидящих",
            ("white_cane", "reading_aid", "braille", "orientation", "guide_dog", "talking_medical"),
        ),
        "wheels": (
            "кресла-коляски и кресла-стулья",
            ("wheelchair_manual", "wheelchair_active", "wheelchair_electric", "wheelchair_small", "commode"),
        ),
        "limbs": ("протезы, ортезы и обувь", ("prosthesis_lower", "orthosis", "footwear", "child_support")),
        "hearing": (
            "слуховые аппараты и сигнализаторы",
            ("hearing_aid", "sound_signal", "tv", "phone", "voice_device"),
        ),
        "care": ("подгузники и средства при стоме", ("absorbent", "ostomy_urology")),
        "home": ("матрацы, подушки и вещи для дома", ("mattress", "cushion", "dressing_aid", "clothing")),
    }
)
# Each trade gets as many makers as there are words in its line.
WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "walking": ("Ладья", "Верста", "Посошок", "Мостки", "Ступень", "Поручень", "Привал", "Тропинка", "Шаговик"),
        "sight": ("Маяк", "Азимут", "Шеститочие", "Эхо", "Строка", "Поводырь", "Луч", "Говорун", "Ориентировка"),
        "wheels": ("Колея", "Ходок", "Карета", "Спица", "Простор", "Пандус", "Разъезд", "Дорожка", "Каретный двор"),
        "limbs": ("Опора", "Каблучок", "Лодыжка", "Сустав", "Крепёж", "Башмачник", "Осанка", "Колодка"),
        "hearing": ("Камертон", "Отзвук", "Колокольчик", "Улитка", "Мембрана", "Шёпот", "Переклик", "Слуховой мост"),
        "care": ("Сухость", "Пелена", "Чистоцвет", "Забота", "Лён", "Облачко", "Берегиня", "Свежесть"),
        "home": ("Уют", "Перина", "Рукавичка", "Крючок", "Пуговица", "Ячейка", "Домовой", "Ватрушка", "Полка"),
    }
)
ENDINGS = ("-М", " Плюс", "", "-Т", " и сыновья", " Лаб", "", "-Сервис", " Север")
ABOUT = (
    "Делает {what} с {year} года. Отвечает на письма за два рабочих дня.",
    "Делает {what}. Присылает инструкции крупным шрифтом и в звуке.",
    "Небольшая мастерская, делает {what}. Ремонтирует свои изделия.",
    "Делает {what}. По просьбе пришлёт инструкцию шрифтом Брайля.",
)
INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
WITHOUT_PHONE = (4, 37)
WITHOUT_SITE = 21
UNCHECKED_EACH = 7
FIRST_CHECK = date(2026, 1, 12)
CHECKS = ("entity", "contacts", "registration", "visit")


@dataclass(frozen=True, slots=True)
class Workshop:
    """A maker with what it makes: profiles of the reference data."""

    maker: DemoMaker
    profiles: tuple[str, ...]


def workshops(rng: Random) -> tuple[Workshop, ...]:
    """Return the makers in the order of their slugs; names, order and number are the same for every seed."""
    found: list[Workshop] = []
    for trade, words in WORDS.items():
        for word in words:
            found.append(_workshop(rng, len(found), word, trade))
    return tuple(sorted(found, key=lambda workshop: workshop.maker.slug))


def _workshop(rng: Random, index: int, word: str, trade: str) -> Workshop:
    what, profiles = TRADES[trade]
    plain = word + ENDINGS[index % len(ENDINGS)]
    slug = latin(plain)
    city = rng.choices(cities(), weights=[found.population for found in cities()])[0]
    year = rng.randint(1991, 2023)
    phone = f"+7 (000) 000-{rng.randint(0, 99):02d}-{rng.randint(0, 99):02d}"
    maker = DemoMaker(
        slug=slug,
        name=f"{plain} (демо)",
        legal_name=f"Общество с ограниченной ответственностью «{plain} (демо)»",
        inn=wrong_inn(rng, city),
        city_id=city.id,
        phone=None if index in WITHOUT_PHONE else phone,
        email=f"info@{slug}.example",
        site=None if index == WITHOUT_SITE else f"https://{slug}.example",
        about=ABOUT[index % len(ABOUT)].format(what=what, year=year),
        since_year=year,
        **_checked(index),
    )
    return Workshop(maker, profiles)


def _checked(index: int) -> dict[str, Any]:
    """Who checked the maker, when and what; every seventh nobody has. Told by the place, so that no draw moves."""
    if index % UNCHECKED_EACH == UNCHECKED_EACH - 1:
        return {"checked_on": None, "checked_by": None, "checks": ()}
    return {
        "checked_on": FIRST_CHECK + timedelta(days=index * 4),
        "checked_by": "room" if index % 3 == 1 else "editors",
        "checks": CHECKS[: 2 + index % 3],
    }


def wrong_inn(rng: Random, city: City) -> str:
    """Return ten digits that begin with the city's region and end with any digit but the right one."""
    digits = city.region_code + f"{rng.randint(0, 9999999):07d}"
    return digits + str((check_digit(digits) + rng.randint(1, 9)) % 10)


def check_digit(digits: str) -> int:
    """Return the tenth digit that would make the ИНН of a legal entity right; ``digits`` are the first nine."""
    return sum(weight * int(digit) for weight, digit in zip(INN_WEIGHTS, digits, strict=False)) % 11 % 10
