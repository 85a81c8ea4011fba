"""Each check of ours finds its planted faults, and only those; on the clean page it is silent."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks import CHECKS
from a11y_tests.visit import Visit

pytestmark = pytest.mark.browser

# Check, page, and everything that the check must find there: "rule target".
PLANTED: list[tuple[str, str, set[str]]] = [
    ("headings", "headings", {"heading-skip #skipped", "heading-two-h1 #second-h1", "heading-empty #empty-heading"}),
    ("headings", "no_h1", {"heading-no-h1 body"}),
    (
        "tables",
        "structure",
        {"table-without-th #no-th", "table-th-without-scope #no-scope", "table-without-caption #no-caption"},
    ),
    ("ids", "structure", {"id-twice main > p:nth-of-type(2)", "id-lost #lost"}),
    (
        "images",
        "structure",
        {
            "image-without-alt #no-alt",
            "image-alt-is-file #file-alt",
            "image-without-alt #no-name",
            "image-control-nameless #icon-only",
        },
    ),
    (
        "autoplay",
        "structure",
        {"autoplay #sound", "autoplay #muted", "autoplay-refresh #refresh", "autoplay-marquee #runs"},
    ),
    (
        "links",
        "links",
        {
            "link-vague #here",
            "link-vague #more",
            "link-same-words #same-words",
            "button-same-words #same-button",
        },
    ),
    (
        "field_errors",
        "forms",
        {"error-without-words #mute", "error-not-tied #untied-error", "error-not-tied #after-error"},
    ),
    ("field_borders", "forms", {"field-border #pale-border", "field-border #no-border"}),
    (
        "language",
        "language_ru",
        {"language-unmarked #unmarked", "language-unmarked #cut", "language-unmarked #alt"},
    ),
    ("language", "language_en", {"language-unmarked #unmarked"}),
    (
        "heard_and_seen",
        "unheard",
        {
            'heard-not-seen StaticText "Только для слуха"',
            'heard-not-seen StaticText "Прозрачные слова"',
            'heard-not-seen StaticText "дальше"',
            'heard-not-seen link "Тонометр Бета, купить"',
            "seen-not-heard #mute",
            "name-unseen #renamed",
            "words-in-attribute #hover",
            "words-in-attribute #city",
        },
    ),
    ("split_texts", "split", {"text-split #bold", "text-split #in-link"}),
    ("skip_link", "headings", {"skip-link body"}),
    ("skip_link", "links", {"skip-link #here"}),
    ("skip_link", "unheard", {"skip-link #wrong-skip"}),
    ("skip_link", "split", {"skip-link #main"}),
    (
        "targets",
        "targets",
        {
            "target-small #small",
            "target-small #alone",
            "target-small #bare-box",
            "target-small #small-skip",
            "target-gap #too-near",
        },
    ),
    ("reflow", "reflow", {"reflow-wide #wide", "reflow-clipped #cut"}),
    ("text_spacing", "spacing", {"spacing-clipped #cut", "spacing-clipped #spilling"}),
    (
        "larger_font",
        "font",
        {
            "font-ignored #pixels",
            "font-clipped-1280 #cut",
            "font-clipped-1280 #low",
            "font-clipped-320 #cut",
            "font-clipped-320 #low",
            "font-wide-320 #stiff",
        },
    ),
    (
        "states",
        "states",
        {
            "contrast-rest #large",
            "contrast-hover #hover",
            "contrast-focus #focus",
            "contrast-active #active",
            # What is pressed is also under the pointer.
            "contrast-active #hover",
        },
    ),
    (
        "forced_colors",
        "forced_colors",
        {
            "forced-colors-border #borderless",
            "forced-colors-border #shadow-field",
            "forced-colors-text #stubborn",
            "forced-colors-focus #shadow-focus",
        },
    ),
    (
        "motion",
        "motion",
        {"motion-endless #endless", "motion-reduced #ignores", "motion-transition #slow", "motion-scroll html"},
    ),
    (
        "without_script",
        "script",
        {'script-needed button "Показать список"', 'script-needed heading "Найдено сценарием"'},
    ),
    (
        "keyboard",
        "keyboard",
        {
            "tab-index #positive",
            "tab-order #positive",
            "tab-order #left",
            "tab-hidden #hidden",
            "tab-no-size #nothing",
            "tab-covered #covered",
            "tab-partly-covered #half",
        },
    ),
    ("keyboard", "trap", {"tab-trap #trap"}),
    ("keyboard", "trap_round", {"tab-trap #one"}),
    ("keyboard", "one_way", {"tab-no-way-back #one"}),
    # An autofocused error summary starts the walk in the middle; nothing may be lost or called a trap for it.
    ("keyboard", "autofocus", set()),
    (
        "focus_ring",
        "ring",
        {
            "focus-invisible #invisible",
            "focus-thin #thin",
            "focus-thin #underlined",
            "focus-one-tone #one-tone",
            "focus-one-tone #underlined",
        },
    ),
]


@pytest.mark.parametrize(("check", "page", "expected"), PLANTED, ids=[f"{row[0]}-{row[1]}" for row in PLANTED])
def test_finds_exactly_what_was_planted(
    check: str, page: str, expected: set[str], fault_page: Callable[[str], Visit]
) -> None:
    found = CHECKS[check](fault_page(f"{page}.html"))
    assert {f"{finding.rule} {finding.target}" for finding in found} == expected


@pytest.mark.parametrize("check", CHECKS)
def test_is_silent_on_the_clean_page(check: str, fault_page: Callable[[str], Visit]) -> None:
    assert CHECKS[check](fault_page("clean.html")) == []


def test_a_control_that_only_resembles_others_is_photographed_itself(
    fault_page: Callable[[str], Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    photographed: list[str] = []
    module = sys.modules["a11y_tests.checks.focus_ring"]
    take = module._photographed

    def counted(browser: Browser, shown: dict[str, Any]) -> Any:
        photographed.append(str(browser.js("return document.activeElement.id")))
        return take(browser, shown)

    monkeypatch.setattr(module, "_photographed", counted)
    found = CHECKS["focus_ring"](fault_page("ring_alike.html"))
    assert photographed == ["first", "bare"]
    assert {(finding.rule, finding.target) for finding in found} == {("focus-invisible", "#bare")}


def test_every_check_has_a_planted_fault() -> None:
    assert {check for check, _, expected in PLANTED if expected} == set(CHECKS)


def test_a_check_gives_the_same_answer_after_all_others(fault_page: Callable[[str], Visit]) -> None:
    visit = fault_page("forced_colors.html")
    before = CHECKS["forced_colors"](visit)
    # A walk moves the focus out of the page; a page opened later must have it again.
    for check in ("focus_ring", "larger_font", "without_script", "states"):
        CHECKS[check](visit)
    assert CHECKS["forced_colors"](visit) == before
