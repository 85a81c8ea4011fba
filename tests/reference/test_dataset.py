"""The reference data: complete, consistent, fit to be heard."""

import re
from collections import Counter
from typing import Any

import pytest

from webapp.reference.dataset import (
    build_characteristics,
    build_classification,
    characteristics,
    cities,
    classification,
    regions,
)
from webapp.reference.records import Characteristic, ReferenceDataError, UnknownReference

SIGNS = re.compile("[₽№×±≥≤½★→–—\u00ad\u200b\u0301]| x |и/или|шт\\.")
SHORT_UNITS = re.compile(r"\d ?(?:г|кг|см|мм|мл|м|км|дБ|шт)\b")
SPACED_THOUSANDS = re.compile(r"\d \d{3}\b")
WORD = re.compile(r"\w+")
LATIN, CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
WITHOUT_YO = re.compile("(?i)колес[ао]?ми|колесах|жестк|утепленн|веревоч|пеленк|приемник|объем|пленк")


def mixed_words(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if LATIN.search(word) and CYRILLIC.search(word)]


def every_characteristic() -> list[Characteristic]:
    found = characteristics()
    return [*found.common, *(one for profile in found.profiles for one in profile.characteristics)]


def spoken_texts() -> list[str]:
    data = classification()
    texts = [item.plain_name for item in data.items] + [item.plain_name for item in data.uncoded_items]
    texts += [section.short_name for section in data.sections] + [section.purpose for section in data.sections]
    texts += [kind.name for kind in data.kinds]
    texts += [group.title for group in data.uncoded_groups]
    for item in data.items:
        if item.term:
            texts += [item.term.text_plain, item.term.child_text_plain or ""]
    for one in every_characteristic():
        texts += [one.label, *(value.value for value in one.values)]
    return texts


def test_counts_are_those_of_the_classification() -> None:
    data = classification()
    assert (len(data.sections), len(data.kinds), len(data.items), len(data.uncoded_items)) == (21, 38, 223, 89)
    assert (len(regions()), len(cities()), len(characteristics().profiles)) == (89, 837, 31)


def test_only_found_or_derived_codes_are_official() -> None:
    official = {item.certainty: item.code_is_official for item in classification().items}
    assert official == {"verified": True, "derived": True, "probable": False, "found_once": False, "unverified": False}
    assert Counter(item.code_is_official for item in classification().items)[False] == 7


def test_section_without_official_items_has_no_official_code() -> None:
    data = classification()
    for section in data.sections:
        items = [item for item in data.items if item.section == section.code]
        assert section.code_is_official == any(item.code_is_official for item in items), section.code


def test_plain_names_and_short_section_names_differ() -> None:
    data = classification()
    assert len({item.plain_name for item in data.items}) == 223
    assert len({section.short_name[:20] for section in data.sections}) == 21
    assert all(len(section.short_name.split()) <= 6 for section in data.sections)


def test_spoken_texts_have_no_signs_short_units_or_spaced_thousands() -> None:
    for text in spoken_texts():
        for pattern in (SIGNS, SHORT_UNITS, SPACED_THOUSANDS, WITHOUT_YO):
            assert not pattern.search(text), text


def test_every_word_is_of_one_alphabet() -> None:
    official = [item.name for item in classification().items]
    assert [word for text in [*spoken_texts(), *official] for word in mixed_words(text)] == []


def test_no_name_is_cut_or_carries_a_remark() -> None:
    names = {item.code: item.name for item in classification().items}
    assert names["8-09-12"].endswith("молочной железы")
    assert names["8-09-13"].endswith("после операции на органах брюшной полости")
    assert not any("не найден" in name for name in names.values())


def test_uncoded_items_have_slugs_and_no_old_codes() -> None:
    for item in classification().uncoded_items:
        assert re.fullmatch(r"[a-z][a-z-]*", item.id), item.id
        assert not re.search(r"\bL8\b", item.name + item.plain_name)


def test_every_term_is_said_in_both_languages() -> None:
    for item in classification().items:
        if item.term is None:
            continue
        assert item.term.text_plain and item.term.text_en, item.code
        assert not CYRILLIC.search(item.term.text_en), item.code
        assert (item.term.months is None) == (item.term.basis == "rate"), item.code
        assert (item.term.child_months is None) == (item.term.child_text_plain is None), item.code


def test_everything_has_plain_english() -> None:
    english = [section.name_en for section in classification().sections]
    english += [kind.name_en for kind in classification().kinds]
    for one in every_characteristic():
        english += [one.label_en, *(value.en for value in one.values)]
    assert all(text and not CYRILLIC.search(text) for text in english)


def test_numbers_have_a_known_unit_and_a_whole_range() -> None:
    for one in every_characteristic():
        if one.type != "number":
            assert one.unit is None and one.demo_min is None, one.key
            continue
        assert characteristics().unit(one.unit or "").id == one.unit
        assert all(isinstance(bound, int) for bound in (one.demo_min, one.demo_max, one.step)), one.key


def test_keys_name_their_unit() -> None:
    for one in every_characteristic():
        for ending in ("cm", "mm", "kg", "g", "ml", "db"):
            if one.key.endswith(f"_{ending}") and one.type == "number":
                assert one.unit == ending, one.key


def test_russian_units_have_three_forms() -> None:
    forms = {unit.id: unit.forms for unit in characteristics().units}
    assert forms["g"] == ("грамм", "грамма", "граммов")
    assert forms["none"] == ("", "", "")


def test_cities_lie_in_known_regions_with_plausible_places() -> None:
    for city in cities():
        assert 41 < city.lat < 78 and (19 < city.lon <= 180 or -180 <= city.lon < -168), city.name
    assert cities()[0].name == "Москва"


def test_lookups_refuse_what_is_unknown() -> None:
    assert classification().item("6-02-01").kind == "6-02"
    with pytest.raises(UnknownReference, match="99-01-01"):
        classification().item("99-01-01")
    with pytest.raises(UnknownReference, match="spoon"):
        characteristics().of("spoon")
    with pytest.raises(UnknownReference, match="parsec"):
        characteristics().unit("parsec")


def _small_classification() -> dict[str, list[dict[str, Any]]]:
    section: dict[str, Any] = {
        "code": "6",
        "name": "Трости",
        "short_name": "Трости",
        "name_en": "Canes",
        "purpose": "",
        "purpose_en": "",
    }
    section |= {"certainty": "verified", "code_is_official": True}
    kind: dict[str, Any] = {"code": "6-01", "section": "6", "name": "Трости", "name_en": "Canes", "profile": "cane"}
    item: dict[str, Any] = {
        "code": "6-01-01",
        "kind": "6-01",
        "name": "Трость",
        "plain_name": "Трость",
        "unit": "piece",
    }
    item |= {"demo_price_kopecks": 100, "certainty": "verified", "code_is_official": True, "profile": "cane"}
    item |= {"term": None}
    return {"sections": [section], "kinds": [kind], "items": [item], "uncoded_groups": [], "uncoded_items": []}


def test_a_sound_file_is_accepted() -> None:
    assert build_classification(_small_classification(), ["cane"]).item("6-01-01").section == "6"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("kind", "6-99", "item 6-01-01: unknown kind '6-99'"),
        ("unit", "bucket", "item 6-01-01: unknown unit 'bucket'"),
        ("profile", "spoon", "item 6-01-01: unknown profile 'spoon'"),
        ("colour", "red", "record '6-01-01'"),
    ],
)
def test_a_wrong_item_is_named(field: str, value: str, message: str) -> None:
    data = _small_classification()
    data["items"][0][field] = value
    with pytest.raises(ReferenceDataError, match=message):
        build_classification(data, ["cane"])


def test_a_code_that_occurs_twice_is_named() -> None:
    data = _small_classification()
    data["items"].append(dict(data["items"][0]))
    with pytest.raises(ReferenceDataError, match="item '6-01-01' occurs twice"):
        build_classification(data, ["cane"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"unit": "bucket"}, "unknown unit"),
        ({"demo_min": 9}, "range is empty"),
        ({"type": "colour"}, "unknown type"),
        ({"type": "enum"}, "a choice needs values"),
    ],
)
def test_a_wrong_characteristic_is_named(change: dict[str, Any], message: str) -> None:
    length: dict[str, Any] = {"key": "length_cm", "label": "Длина", "label_en": "Length", "type": "number"}
    length |= {"unit": "cm", "filter": "range", "better": None, "demo_min": 1, "demo_max": 5, "step": 1}
    unit: dict[str, Any] = {
        "id": "cm",
        "forms": ["сантиметр", "сантиметра", "сантиметров"],
        "forms_en": ["centimetre", "centimetres"],
    }
    profile: dict[str, Any] = {"id": "cane", "title": "Трость", "title_en": "Cane"}
    data: dict[str, list[dict[str, Any]]] = {"units": [unit], "common": [], "profiles": [profile]}
    record = {"profile": "cane", **length, **change}
    with pytest.raises(ReferenceDataError, match=message):
        build_characteristics({**data, "characteristics": [record]})
