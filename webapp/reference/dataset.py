"""The project's reference data, read from ``data/*.json`` into frozen values and checked while read.

Source: Order of the Ministry of Labour of 13.02.2018 No 86н (classification), GeoNames.org under CC BY 4.0 (places);
``data/PROVENANCE.md`` tells the rest. Every function reads its file once and keeps the result. All raise
ReferenceDataError when a file contradicts itself, with the record's code in the message.
"""

import json
from collections.abc import Callable, Container, Iterable
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from webapp.reference.records import (
    Characteristic,
    Characteristics,
    City,
    Classification,
    EnumValue,
    Item,
    Kind,
    Profile,
    ReferenceDataError,
    Region,
    Section,
    TermOfUse,
    UncodedGroup,
    UncodedItem,
    Unit,
)

Record: TypeAlias = dict[str, Any]
File: TypeAlias = dict[str, list[Record]]

Built = TypeVar("Built")

DATA = Path(__file__).with_name("data")
ITEM_UNITS = frozenset({"piece", "pair", "set"})
VALUE_TYPES = frozenset({"number", "bool", "enum", "enum_multi"})


@cache
def classification() -> Classification:
    """Return the classification: 21 sections, 38 kinds, 223 items, 89 names without a code."""
    return build_classification(_read("classification"), {profile.id for profile in characteristics().profiles})


@cache
def characteristics() -> Characteristics:
    """Return units, the characteristics common to all products and those of 31 profiles."""
    return build_characteristics(_read("characteristics"))


@cache
def regions() -> tuple[Region, ...]:
    """Return the 89 subjects of the federation in the order of their codes."""
    found = tuple(_build(Region, record) for record in _read("regions")["regions"])
    _unique("region", (region.code for region in found))
    return found


@cache
def cities() -> tuple[City, ...]:
    """Return the cities, the largest first."""
    found = tuple(_build(City, record) for record in _read("cities")["cities"])
    _unique("city", (str(city.id) for city in found))
    known = {region.code for region in regions()}
    for city in found:
        _known("region", city.region_code, known, f"city {city.id}")
    return found


def build_classification(data: File, profile_ids: Iterable[str]) -> Classification:
    """Turn the records of ``classification.json`` into a Classification, checking every reference between them.

    ``profile_ids`` are the profiles that kinds and items may name. Raises ReferenceDataError.
    """
    profiles = frozenset(profile_ids)
    sections = tuple(_build(Section, record) for record in data["sections"])
    kinds = tuple(_build(Kind, record) for record in data["kinds"])
    items = tuple(_item(record) for record in data["items"])
    groups = tuple(_build(UncodedGroup, record) for record in data["uncoded_groups"])
    uncoded = tuple(_build(UncodedItem, record) for record in data["uncoded_items"])
    _unique("section", (section.code for section in sections))
    _unique("kind", (kind.code for kind in kinds))
    _unique("item", (item.code for item in items))
    _unique("uncoded item", (item.id for item in uncoded))
    _unique("plain name", (item.plain_name for item in items))
    section_codes, kind_codes = ({section.code for section in sections}, {kind.code for kind in kinds})
    for kind in kinds:
        _known("section", kind.section, section_codes, f"kind {kind.code}")
        _known("profile", kind.profile, profiles, f"kind {kind.code}")
    for item in items:
        _known("kind", item.kind, kind_codes, f"item {item.code}")
        _known("profile", item.profile, profiles, f"item {item.code}")
        _known("unit", item.unit, ITEM_UNITS, f"item {item.code}")
    for name in uncoded:
        _known("group", name.group, {group.id for group in groups}, f"uncoded item {name.id}")
    by_code = MappingProxyType({item.code: item for item in items})
    return Classification(sections, kinds, items, groups, uncoded, by_code)


def build_characteristics(data: File) -> Characteristics:
    """Turn the records of ``characteristics.json`` into Characteristics. Raises ReferenceDataError."""
    units = tuple(
        Unit(record["id"], _words(record["forms"], 3), _words(record["forms_en"], 2)) for record in data["units"]
    )
    _unique("unit", (unit.id for unit in units))
    _unique("profile", (record["id"] for record in data["profiles"]))
    unit_ids = {unit.id for unit in units}
    common = tuple(_characteristic(record, unit_ids) for record in data["common"])
    grouped: dict[str, list[Characteristic]] = {record["id"]: [] for record in data["profiles"]}
    for record in data["characteristics"]:
        _known("profile", record["profile"], grouped, f"characteristic {record['key']}")
        grouped[record["profile"]].append(_characteristic(record, unit_ids))
    profiles = tuple(
        Profile(record["id"], record["title"], record["title_en"], tuple(grouped[record["id"]]))
        for record in data["profiles"]
    )
    for profile in profiles:
        keys = (characteristic.key for characteristic in (*profile.characteristics, *common))
        _unique(f"characteristic of {profile.id}", keys)
        own = {characteristic.key for characteristic in profile.characteristics}
        for characteristic in profile.characteristics:
            if characteristic.range_to is not None:
                _known("upper end", characteristic.range_to, own, f"characteristic {characteristic.key}")
    return Characteristics(
        units,
        common,
        profiles,
        MappingProxyType({profile.id: profile for profile in profiles}),
        MappingProxyType({unit.id: unit for unit in units}),
    )


def _item(record: Record) -> Item:
    term = record.get("term")
    return _build(Item, {**record, "term": None if term is None else _build(TermOfUse, term)})


def _characteristic(record: Record, unit_ids: set[str]) -> Characteristic:
    where = f"characteristic {record['key']}"
    _known("type", record["type"], VALUE_TYPES, where)
    numeric, chosen = record["type"] == "number", record["type"].startswith("enum")
    if numeric:
        _known("unit", record["unit"], unit_ids, where)
        if not record["demo_min"] < record["demo_max"] or record["step"] < 1:
            raise ReferenceDataError(f"{where}: the demo range is empty")
    values = tuple(EnumValue(value["value"], value["en"]) for value in record.get("values", ()))
    if chosen != bool(values):
        raise ReferenceDataError(f"{where}: values belong to a choice, and a choice needs values")
    _unique(f"value of {where}", (value.value for value in values))
    return Characteristic(
        key=record["key"],
        label=record["label"],
        label_en=record["label_en"],
        type=record["type"],
        filter=record["filter"],
        unit=record.get("unit"),
        better=record.get("better"),
        demo_min=record.get("demo_min"),
        demo_max=record.get("demo_max"),
        step=record.get("step"),
        values=values,
        range_to=record.get("range_to"),
        range_label=record.get("range_label"),
        range_label_en=record.get("range_label_en"),
    )


def _read(name: str) -> File:
    text = (DATA / f"{name}.json").read_text(encoding="utf-8")
    loaded: File = json.loads(text)
    return loaded


def _build(shape: Callable[..., Built], record: Record) -> Built:
    try:
        return shape(**record)
    except TypeError as error:
        raise ReferenceDataError(f"record {record.get('code') or record.get('id')!r}: {error}") from error


def _words(found: list[str], count: int) -> Any:
    if len(found) != count:
        raise ReferenceDataError(f"a unit needs {count} forms, got {found}")
    return tuple(found)


def _unique(what: str, found: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in found:
        if value in seen:
            raise ReferenceDataError(f"{what} {value!r} occurs twice")
        seen.add(value)


def _known(what: str, value: str, known: Container[str], where: str) -> None:
    if value not in known:
        raise ReferenceDataError(f"{where}: unknown {what} {value!r}")
