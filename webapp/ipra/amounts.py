"""How much of something a programme gives, in whole words (U5): «1 штука», «90 штук в месяц», "2 pairs".

The register writes units as officials do («шт.», «шт. в сутки»); a unit that is not known is said as it is written.
"""

import re
from collections.abc import Callable

from webapp.core.locale import gettext, ngettext
from webapp.core.spoken import number, spelt
from webapp.gateways.programmes.port import TsrLine

_WRITTEN = re.compile(r"(?P<unit>[^\s.]+)\.?(?:\s+в\s+(?P<period>месяц|сутки|день|неделю|год))?", re.IGNORECASE)


def amount(line: TsrLine) -> str:
    """The quantity of an item with its unit."""
    match = _WRITTEN.fullmatch(line.unit.strip())
    count = _COUNTS.get(match["unit"].lower()) if match is not None else None
    if match is None or count is None:
        return f"{number(line.quantity)} {spelt(line.unit)}".strip()
    told = count(line.quantity)
    return gettext("%(amount)s %(period)s", amount=told, period=_period(match["period"])) if match["period"] else told


def _period(written: str) -> str:
    said = {
        "месяц": gettext("в месяц"),
        "сутки": gettext("в сутки"),
        "день": gettext("в день"),
        "неделю": gettext("в неделю"),
        "год": gettext("в год"),
    }
    return said[written.lower()]


def _pieces(count: int) -> str:
    return ngettext("%(num)s штука", "%(num)s штук", count)


def _pairs(count: int) -> str:
    return ngettext("%(num)s пара", "%(num)s пар", count)


def _sets(count: int) -> str:
    return ngettext("%(num)s комплект", "%(num)s комплектов", count)


def _services(count: int) -> str:
    return ngettext("%(num)s услуга", "%(num)s услуг", count)


def _hours(count: int) -> str:
    return ngettext("%(num)s час", "%(num)s часов", count)


_COUNTS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("шт", "штука", "штук", "штуки"), _pieces),
    **dict.fromkeys(("пара", "пар", "пары"), _pairs),
    **dict.fromkeys(("комплект", "компл", "комплекта", "комплектов"), _sets),
    **dict.fromkeys(("услуга", "услуг", "услуги"), _services),
    **dict.fromkeys(("час", "ч", "часа", "часов"), _hours),
}
