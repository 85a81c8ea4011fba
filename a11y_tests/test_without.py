"""Without style sheets, pictures, colours and a screen every kind of page says what it says with them (U27)."""

from collections.abc import Callable

import pytest

from a11y_tests.browser import Browser
from a11y_tests.evidence import Evidence
from a11y_tests.page import Page
from a11y_tests.pages import PAGES
from a11y_tests.visit import Visit
from a11y_tests.without import WITHOUT
from a11y_tests.without.pictures import without_pictures
from a11y_tests.without.printed import printed
from a11y_tests.without.styles import StillStyled, without_styles
from a11y_tests.without.told import told
from webapp.core.reading import CHOICES, Reading

pytestmark = pytest.mark.browser

BY_NAME = {page.name: page for page in PAGES}
KINDS = (
    "film",
    "home",
    "help",
    "section",
    "products of a kind",
    "product",
    "product table",
    "search results",
    "question answered wrongly",
    "entitlements",
    "programme",
    "favourites, two of them",
    "reading settings chosen",
    "component picture",
    "component status_line",
)
"""One page of each kind: links, lists, cards, facts, a table, errors, a person's own pages, choices, a picture."""
PRINTED = ("product", "entitlements", "question answered wrongly")
READINGS = (
    *(Reading(scheme=scheme) for scheme in CHOICES["scheme"]),
    Reading(size="300", letters="widest", words="widest", lines="widest", font="serif"),
)
PLANTED = [
    (
        "without_styles",
        "without_styles",
        {
            "said-by-style #new",
            "drawn-by-style #drawn",
            'style-needed StaticText "Новинка"',
            'style-needed StaticText "Продажа закончена"',
            "drawing-huge #wide",
        },
    ),
    ("without_pictures", "without_pictures", {"description-cut #cut", 'picture-needed image "Таблица размеров"'}),
    (
        "without_colours",
        "without_colours",
        {
            "link-by-colour #bare",
            "words-by-colour #red",
            "state-by-colour #late",
            "place-by-colour #here",
            "choice-by-colour #by-colour",
        },
    ),
    (
        "printed",
        "paper",
        {
            "paper-control #menu",
            "paper-control #send",
            "paper-ink #grey",
            "paper-ground #dark",
            "paper-scheme html",
            "paper-size body",
            "paper-lost Только на экране",
            "paper-address https://example.invalid/order",
            "paper-edge Срок",
            "paper-huge Цена",
        },
    ),
]


def visit(browser: Browser, site: str, page: Page, reading: Reading | None = None) -> Visit:
    return Visit(browser, lambda opened: page.reach(opened, site, reading.code if reading else ""))


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_lost_without_styles_pictures_colours_or_a_screen(
    browser: Browser, site: str, evidence: Evidence, name: str
) -> None:
    here = visit(browser, site, BY_NAME[name])
    found = [finding for check in WITHOUT.values() for finding in check(here)]
    faults = evidence.judge(name, "without", found)
    assert not faults, faults


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.code or "dark system")
def test_paper_is_black_on_white_whatever_the_screen_is(
    browser: Browser, site: str, evidence: Evidence, reading: Reading
) -> None:
    with browser.media(prefers_color_scheme="dark"):
        for name in PRINTED:
            found = printed(visit(browser, site, BY_NAME[name], reading))
            faults = evidence.judge(name, f"printed as {reading.code}", found)
            assert not faults, faults


def test_a_reader_who_wants_words_for_pictures_gets_the_same_words_and_no_picture(browser: Browser, site: str) -> None:
    page = BY_NAME["component picture"]
    shown = visit(browser, site, page).read()
    description = shown.js("return document.querySelector('main img').alt")
    assert description
    instead = visit(browser, site, page, Reading(images="told")).read()
    assert instead.js("return document.querySelectorAll('img').length") == 0
    assert any(line.endswith(f'Картинка: {description}"') for line in told(instead))


@pytest.mark.parametrize(("check", "page", "expected"), PLANTED, ids=[row[0] for row in PLANTED])
def test_finds_exactly_what_was_planted(
    check: str, page: str, expected: set[str], fault_page: Callable[[str], Visit]
) -> None:
    found = WITHOUT[check](fault_page(f"{page}.html"))
    assert {f"{finding.rule} {finding.target}" for finding in found} == expected


@pytest.mark.parametrize("check", WITHOUT)
def test_is_silent_on_the_clean_page(check: str, fault_page: Callable[[str], Visit]) -> None:
    assert WITHOUT[check](fault_page("clean.html")) == []


def test_a_style_sheet_that_came_all_the_same_is_told(
    fault_page: Callable[[str], Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11y_tests.without.styles.STYLES", ("*.nothing",))
    with pytest.raises(StillStyled):
        without_styles(fault_page("clean.html"))


def test_a_picture_that_came_all_the_same_is_told(
    fault_page: Callable[[str], Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11y_tests.without.pictures.PICTURES", ("*.nothing",))
    assert [finding.rule for finding in without_pictures(fault_page("clean.html"))] == ["picture-not-blocked"]
