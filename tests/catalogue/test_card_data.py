"""What all products of a profile share: every profile has its drawing, words, package and instruction."""

import re
import tomllib
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.catalogue.demo import generate
from webapp.catalogue.drawings import HEIGHT, WIDTH, BadShape, path
from webapp.catalogue.rooms import rooms_showing
from webapp.catalogue.sheets import Growth, Package, Sheet, packed, sheet_of, sheets_of
from webapp.reference.dataset import characteristics, classification
from webapp.settings import PROJECT_ROOT

SHEETS = PROJECT_ROOT / "webapp/catalogue/data/sheets"
PROFILES = [profile.id for profile in characteristics().profiles]
NOWHERE = {"guide_dog", "clothing"}
WITHOUT_PACKAGE = {"guide_dog"}
MOST_WORDS = 15
LOST = re.compile("[₽№×±≥≤½→–—]")
PLACES = st.integers(0, WIDTH)


def sentences(sheet: Sheet) -> list[str]:
    drawing = sheet.drawing
    texts = (*sheet.begin, *sheet.use, *sheet.care, *sheet.safety, *drawing.words, *drawing.words_en)
    return [one for text in (*texts, drawing.alt, drawing.alt_en) for one in re.split(r"(?<=[.!?]) ", text)]


def _told(profile: str) -> dict[str, Any]:
    return tomllib.loads((SHEETS / f"{profile}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_has_a_whole_sheet(profile: str) -> None:
    for sheet in sheets_of(profile):
        assert fromstring(f'<path d="{sheet.drawing.path}"/>').get("d")
        assert len(sheet.drawing.words) == len(sheet.drawing.words_en)
        assert (sheet.package.sides_cm is None) == (profile in WITHOUT_PACKAGE)
        for text in sentences(sheet):
            assert text.endswith(".") and len(text.split()) <= MOST_WORDS, text
            assert not LOST.search(text) and not re.search(r"\d", text), text


@pytest.mark.parametrize("profile", PROFILES)
def test_forms_ask_for_values_that_there_are(profile: str) -> None:
    known = {one.key: {value.value for value in one.values} for one in characteristics().of(profile)}
    numbers = {one.key for one in characteristics().of(profile) if one.type == "number"}
    told = _told(profile)
    parts = (*told.get("form", ()), *told.get("case", ()))
    asked = [(key, values) for part in parts for key, values in part.get("when", {}).items()]
    assert [(key, values) for key, values in asked if key not in numbers and not set(values) <= known[key]] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_where_each_sort_can_be_touched(profile: str) -> None:
    rooms = rooms_showing(profile)
    assert bool(rooms) == (profile not in NOWHERE)
    assert [room.city.name for room in rooms] == sorted(room.city.name for room in rooms)
    assert all("(демо)" in room.address and room.opens < room.closes for room in rooms)


def test_each_form_of_a_profile_looks_different() -> None:
    drawings = [path for profile in PROFILES for path in {sheet.drawing.path for sheet in sheets_of(profile)}]
    assert len(drawings) == sum(len(_told(profile).get("form", [{}])) for profile in PROFILES)  # cases look the same
    assert len(set(drawings)) == len(drawings)


def test_every_demo_product_has_a_sheet_and_a_package_that_holds_it() -> None:
    for product in generate().products:
        profile = classification().item(product.item_code).profile
        found = packed(sheet_of(profile, product.values).package, product.values)
        if found is None:
            assert profile in WITHOUT_PACKAGE, product.number
            continue
        weight = product.values.get("weight_g", 1)
        assert isinstance(weight, int) and weight < found.grams, product.number
        assert all(longer >= shorter > 0 for longer, shorter in pairwise(found.sides_cm)), product.number


def test_a_thermometer_is_not_drawn_as_a_monitor() -> None:
    alts = {kind: sheet_of("talking_medical", {"kind": kind}).drawing.alt for kind in ("термометр контактный", "")}
    assert len(set(alts.values())) == 2


def test_a_long_thing_has_a_long_box_and_a_folded_one_a_short_box() -> None:
    package = Package(inside=("трость",), sides_cm=(10, 9, 8), grows=Growth(key="length", over="sections", add=4))
    assert packed(package, {"length": 120, "sections": 1}).sides_cm == (124, 9, 8)  # type: ignore[union-attr]
    assert packed(package, {"length": 121, "sections": 4}).sides_cm == (35, 9, 8)  # type: ignore[union-attr]
    assert packed(package, {}).sides_cm == (10, 9, 8)  # type: ignore[union-attr]


@given(st.integers(1, 200_000), st.integers(0, 10_000))
def test_the_weight_is_never_told_less_than_it_is(thing: int, packing: int) -> None:
    package = Package(inside=("изделие",), sides_cm=(30, 20, 10), packing_g=packing)
    found = packed(package, {"weight_g": thing})
    assert found is not None
    assert thing + packing <= found.grams < thing + packing + 100
    assert found.grams % 10 == 0


@given(PLACES, PLACES, st.integers(1, HEIGHT))
def test_shapes_become_a_path(x: int, y: int, size: int) -> None:
    drawn = path([f"circle {x} {y} {size}", f"box {x} {y} {size} {size}", f"line {x} {y} {y} {x}"])
    assert drawn.count("M") == 3
    assert not re.search("[^MLHVQazhv0-9 -]", drawn)


@pytest.mark.parametrize("wrong", ["star 1 2 3", "circle 1 2", "line 1 2", "line 1 2 3", "box a b c d", "loop 1 2 x 4"])
def test_what_cannot_be_drawn_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(BadShape, match=wrong):
        path(["circle 1 2 3", wrong])
