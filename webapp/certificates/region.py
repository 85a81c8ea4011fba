"""The region that issues the certificate: what the visitor named on this device, else where ЕСИА says they live."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from flask import Flask, current_app, g

from webapp.core import access, region_cookie
from webapp.core.access_log import note_look
from webapp.core.actor import Actor
from webapp.reference import dataset

MOSCOW = "77"
Home = Callable[[Actor], str | None]
"""Says the name of the region where the person lives for whom the actor asks; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Region:
    """A subject of the federation. `is_named`: by the visitor, on this device; otherwise it is of their address."""

    code: str
    name: str
    is_named: bool = False

    @property
    def is_moscow(self) -> bool:
        """Whether the city itself does there what elsewhere the fund does."""
        return self.code == MOSCOW


def init_app(app: Flask, home: Home) -> None:
    """`home` is asked only for visitors who have signed in: for the region, or whether they named another one."""
    app.extensions["region_home"] = home


def chosen() -> Region | None:
    """The region by which this visitor is told sums; None while it is not known. Asked once a request."""
    if "region" not in g:
        g.region = named() or _of_home()
    found: Region | None = g.region
    return found


def numbered(code: str) -> Region | None:
    """The region with this number."""
    name = names().get(code)
    return Region(code, name, is_named=True) if name is not None else None


@cache
def names() -> Mapping[str, str]:
    """Number → name as it is said, in the order of the numbers: «Москва», not «г. Москва»."""
    return {region.code: region.name.removeprefix("г. ") for region in dataset.regions()}


def named() -> Region | None:
    """The region that this visitor named on this device."""
    code = region_cookie.code(current_app)
    return numbered(code) if code is not None else None


def of_address_elsewhere() -> Region | None:
    """The region of the person's address where sums are told for another one, named on this device; else None."""
    here = named()
    code = _home_code() if here is not None else None
    return _told_of_home(code) if here is not None and code not in {None, here.code} else None


def _of_home() -> Region | None:
    return _told_of_home(_home_code())


def _home_code() -> str | None:
    actor = access.actor()
    if not actor.is_signed_in:
        return None
    home: Home = current_app.extensions["region_home"]
    name = home(actor)
    return code_of(name) if name else None


def _told_of_home(code: str | None) -> Region | None:
    if code is None:
        return None
    note_look()  # whatever the page is, it tells where the person lives
    return Region(code, names()[code])


def code_of(name: str) -> str | None:
    """The number of the region that another system names, officially or for short; None where that is not sure."""
    return _codes().get(_folded(name))


@cache
def _codes() -> Mapping[str, str]:
    """Both names of each region, folded."""
    found: dict[str, str] = {}
    for region in dataset.regions():
        found[_folded(region.name)] = region.code
        found.setdefault(_folded(region.short_name), region.code)
    return found


def _folded(name: str) -> str:
    """A name without case, dashes and abbreviations' full stops; the kind of region stays, so Altais stay two."""
    words = name.casefold().replace("ё", "е").replace("—", " ").replace("-", " ").replace("(", " ").replace(")", " ")
    opened = {"г.": "", "г": "", "обл": "область", "обл.": "область", "респ": "республика", "респ.": "республика"}
    return " ".join(filter(None, (opened.get(word, word) for word in words.split())))
