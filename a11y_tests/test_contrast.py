"""Contrast is computed as WCAG says, in every scheme that the stylesheet can show."""

from pathlib import Path

import pytest

from a11y_tests.contrast import Pair, load_pairs, ratio, weak_pairs
from a11y_tests.schemes import UnreadableColour, schemes
from webapp.core.static_files import build
from webapp.style_guide.components import SCHEMES

CSS = """
@layer tokens, base;
@layer tokens {
  :root { --paper: #fff; --ink: #12161c; --action: rgb(10 58 140); --edge: var(--ink); --step: 1.5rem; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #0f1318; --ink: #f1f4f8; --action: #a9c8ff; }
  }
}
:root[data-scheme="yellow-on-black"] { --paper: black; --ink: yellow; --action: #ff0 }
html .part { --ink: #888; }
@media print { :root { --ink: #888; } }
@media (forced-colors: active) { :root { --ink: CanvasText; } }
"""
PAIRS = [Pair("--ink", "--paper", 7), Pair("--action", "--paper", 7)]


def test_ratio_is_that_of_wcag() -> None:
    assert ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert ratio((255, 255, 255), (119, 119, 119)) == pytest.approx(4.478, abs=0.001)
    assert ratio((1, 2, 3), (1, 2, 3)) == 1


def test_every_scheme_is_read() -> None:
    found = schemes(CSS)
    assert set(found) == {"light", "dark", "yellow-on-black", "yellow-on-black in dark"}
    assert found["light"]["--ink"] == found["light"]["--edge"] == (18, 22, 28)
    assert found["light"]["--action"] == (10, 58, 140)
    assert found["dark"]["--paper"] == (15, 19, 24)
    assert found["dark"]["--edge"] == (241, 244, 248)
    assert found["yellow-on-black in dark"]["--paper"] == (0, 0, 0)
    assert "--step" not in found["light"]


def test_the_current_colour_is_that_of_the_text() -> None:
    found = schemes(CSS + "@media (prefers-contrast: more) { :root { --edge: currentColor; } }")
    assert found["(prefers-contrast: more)"]["--edge"] == (18, 22, 28)


def test_good_colours_have_no_weak_pairs() -> None:
    assert weak_pairs(CSS, PAIRS) == []


def test_a_weak_pair_is_named_with_its_scheme() -> None:
    found = weak_pairs(CSS.replace("#f1f4f8", "#777"), PAIRS)
    assert [(finding.rule, finding.target) for finding in found] == [("token-contrast", "dark: --ink on --paper")]
    assert "needs 7:1" in found[0].message


def test_a_ratio_is_not_rounded_up() -> None:
    css = ":root { --paper: #fff; --ink: #595959; }"
    measured = ratio((255, 255, 255), (0x59, 0x59, 0x59))
    assert 7 <= measured < 7.01
    assert weak_pairs(css, [Pair("--ink", "--paper", measured)]) == []
    assert weak_pairs(css, [Pair("--ink", "--paper", measured + 0.0001)]) != []


def test_a_scheme_that_forgets_a_token_is_computed_with_the_system_s() -> None:
    css = CSS.replace("--paper: black; --ink: yellow;", "--paper: black;")
    weak = {finding.target for finding in weak_pairs(css, PAIRS)}
    assert weak == {"yellow-on-black: --ink on --paper"}


def test_system_dark_can_give_way_to_a_choice() -> None:
    css = """
    :root { --paper: #fff; --ink: #000; }
    @media (prefers-color-scheme: dark) { :root:not([data-scheme]) { --paper: #000; --ink: #fff; } }
    [data-scheme="black-on-white"] { --paper: #fff; }
    """
    found = schemes(css)
    assert found["dark"]["--ink"] == (255, 255, 255)
    assert found["black-on-white in dark"]["--ink"] == (0, 0, 0)


def test_system_dark_can_give_way_to_one_choice_only() -> None:
    css = """
    :root { --paper: #fff; --ink: #000; }
    @media (prefers-color-scheme: dark) { :root:not([data-scheme="day"]) { --paper: #000; } }
    [data-scheme="day"] { --ink: #111; }
    [data-scheme="sand"] { --ink: #111; }
    """
    found = schemes(css)
    assert found["day in dark"]["--paper"] == (255, 255, 255)
    assert found["sand in dark"]["--paper"] == (0, 0, 0)


def test_a_missing_token_is_a_finding() -> None:
    found = weak_pairs(":root { --paper: #fff; }", [PAIRS[0]])
    assert [(finding.rule, finding.message) for finding in found] == [("token-missing", "--ink is not defined")]


@pytest.mark.parametrize("value", ["#0008", "var(--ink)"])
def test_a_colour_that_cannot_be_computed_is_refused(value: str) -> None:
    with pytest.raises(UnreadableColour):
        schemes(f":root {{ --ink: {value}; }}")


def test_the_house_s_pairs_are_read() -> None:
    pairs = load_pairs(Path(__file__).resolve().parent / "contrast_pairs.toml")
    assert len(pairs) == len(set(pairs)) == 16
    assert {pair.ratio for pair in pairs} == {3.0, 7.0}
    assert Pair("--focus-edge", "--focus", 7.0) in pairs


def test_every_pair_of_the_site_is_strong_enough_in_every_scheme(tmp_path: Path) -> None:
    names = build(tmp_path)
    css = (tmp_path / names["site.css"]).read_text(encoding="utf-8")
    assert len(schemes(css)) > len(SCHEMES)
    assert weak_pairs(css, load_pairs(Path(__file__).resolve().parent / "contrast_pairs.toml")) == []
