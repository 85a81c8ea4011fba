"""Which products of a kind fit a programme, which do not, and which may: by its items and its sieves, as sets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from webapp.catalogue.filters.knowing import Sieve, Visitor
from webapp.catalogue.index import keys, numbers, sets
from webapp.catalogue.index.finding import any_of, every
from webapp.catalogue.index.numbers import Line
from webapp.catalogue.index.sets import EMPTY, Places
from webapp.reference.records import Characteristic


@dataclass(frozen=True, slots=True)
class Fitting:
    """Products that fit, and those of which that is not sure: they tell nothing of what is demanded."""

    fits: Places = EMPTY
    unsure: Places = EMPTY


def fit_of(kind_code: str, visitor: Visitor, described: Iterable[Characteristic]) -> Fitting:
    """Two queries at most, whatever is demanded."""
    known = {one.key: one for one in described}
    sieves = [sieve for sieve in visitor.sieves if sieve.key in known]
    items = sorted(visitor.items or ())
    lines = numbers.lines(keys.number(kind_code, sieve.key) for sieve in sieves if sieve.allowed is None)
    asked = {key for sieve in sieves for key in _value_keys(kind_code, known[sieve.key])}
    found = sets.of([*asked, *(keys.item(item) for item in items)])
    fits, unsure = [], []
    for item in items:
        own = found[keys.item(item)]
        told = [_told(kind_code, sieve, known, found, lines) for sieve in sieves if sieve.item_code == item]
        meets = every([own, *(met for met, _ in told)])
        contradicts = any_of(has - met for met, has in told)
        fits.append(meets)
        unsure.append(own - meets - contradicts)
    return Fitting(any_of(fits), any_of(unsure))


def _told(
    kind_code: str,
    sieve: Sieve,
    known: Mapping[str, Characteristic],
    found: Mapping[str, Places],
    lines: Mapping[str, Line],
) -> tuple[Places, Places]:
    """Products that pass a sieve, and all that say anything about it."""
    if sieve.allowed is None:
        line = lines[keys.number(kind_code, sieve.key)]
        return line.within(sieve.low, sieve.high), line.within(None, None)
    about = known[sieve.key]
    met = any_of(
        found[_value_key(kind_code, about, allowed)]
        for allowed in sieve.allowed
        if _value_key(kind_code, about, allowed) in found
    )
    return met, any_of(found[key] for key in _value_keys(kind_code, about))


def _value_keys(kind_code: str, about: Characteristic) -> list[str]:
    if about.type == "bool":
        return [keys.yes(kind_code, about.key, is_so) for is_so in (True, False)]
    return [keys.value(kind_code, about.key, value.value) for value in about.values]


def _value_key(kind_code: str, about: Characteristic, allowed: str | bool) -> str:
    if about.type == "bool":
        return keys.yes(kind_code, about.key, bool(allowed))
    return keys.value(kind_code, about.key, str(allowed))
