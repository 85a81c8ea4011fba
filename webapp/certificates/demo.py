"""Invented amounts of certificates, the same for every run: near each item's demo price, other in every region.

Nothing here is a real amount: the source that pages name is marked as invented.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.reference import dataset

SOURCE = "выдуманная таблица сумм (демо)"
FIRST_DAY, DAYS = date(2026, 6, 1), 120
LEAST, SPREAD = 78, 36
"""An amount is from 78 to 113 hundredths of the item's demo price: what tops up and what covers both occur."""
OF_THE_ITEM = 13
WITHOUT = 25
"""One region in so many has bought nothing like it: there is no amount."""


@dataclass(frozen=True, slots=True)
class DemoAmount:
    """An invented amount in kopecks."""

    item_code: str
    region_code: str
    kopecks: int
    on: date


def generate() -> Iterator[DemoAmount]:
    """Amounts of all items whose codes are verified, region by region; some are missing on purpose."""
    items = [item for item in dataset.classification().items if item.code_is_official]
    for region in dataset.regions():
        for item in items:
            chance = _chance(region.code, item.code)
            if chance % WITHOUT == 0:
                continue
            hundredths = LEAST + _chance(region.code) % (SPREAD - OF_THE_ITEM) + chance % OF_THE_ITEM
            kopecks = _rounded(item.demo_price_kopecks * hundredths // 100)
            yield DemoAmount(item.code, region.code, kopecks, FIRST_DAY + timedelta(days=chance % DAYS))


def _rounded(kopecks: int) -> int:
    """To what contracts come to: kopecks where the thing is cheap, whole roubles, tens, hundreds where it is dear."""
    step = next((step for most, step in ((10_000, 1), (100_000, 100), (1_000_000, 1000)) if kopecks < most), 10_000)
    return max(step, kopecks // step * step)


def _chance(*words: str) -> int:
    """A number by chance, the same for the same words."""
    return zlib.crc32(" ".join(words).encode())
