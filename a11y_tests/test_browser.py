"""The browser shows what a reader would meet, and leaves no trace in the next test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.tree import accessibility_tree
from a11y_tests.visit import Visit

pytestmark = pytest.mark.browser

HERE = Path(__file__).resolve().parent
TREE = """\
RootWebArea "Исправьте ошибку — Ориентир"
  main
    paragraph
      link "Начало страницы"
    group "Исправьте ошибку"
      list
        listitem
          link "Ошибка: напишите город"
    heading "Город" [level 1]
    StaticText "Город"
    textbox "Город"
"""


def test_source_is_what_the_server_sent(fault_page: Callable[[str], Visit]) -> None:
    source = fault_page("script.html").read().source()
    assert source == (HERE / "faults" / "script.html").read_text(encoding="utf-8")


def test_media_features_add_up_and_are_undone(browser: Browser, fault_page: Callable[[str], Visit]) -> None:
    fault_page("clean.html").read()
    ask = "return arguments[0].map((query) => matchMedia(query).matches)"
    queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"]
    with browser.media(prefers_color_scheme="dark"):
        with browser.media(forced_colors="active"):
            assert browser.js(ask, queries) == [True, True]
        assert browser.js(ask, queries) == [True, False]
    assert browser.js(ask, queries) == [False, False]


def test_viewport_and_font_are_undone(browser: Browser, fault_page: Callable[[str], Visit]) -> None:
    visit = fault_page("clean.html")
    ask = "return [innerWidth, getComputedStyle(document.documentElement).fontSize]"
    usual = visit.read().js(ask)
    with browser.viewport(320, 256), browser.font_size(32):
        assert visit.open().js(ask) == [320, "36px"]
    assert visit.open().js(ask) == usual


def test_script_is_off_only_inside(browser: Browser, fault_page: Callable[[str], Visit]) -> None:
    visit = fault_page("script.html")
    count = "return document.querySelectorAll('main button').length"
    with browser.script_disabled():
        assert visit.read().js(count) == 0
    assert visit.read().js(count) == 1


def test_read_loads_once_and_open_loads_anew(browser: Browser, fault_page: Callable[[str], Visit]) -> None:
    visit, other = fault_page("clean.html"), fault_page("links.html")
    visit.read().js("window.mark = 1")
    assert visit.read().js("return window.mark") == 1
    other.open()
    assert visit.read().js("return window.mark") is None
    visit.read().js("window.mark = 1")
    assert visit.open().js("return window.mark") is None
    # What was opened to be changed is not there for those who only read.
    browser.js("window.mark = 1")
    assert visit.read().js("return window.mark") is None


def test_third_parties_are_never_reached(fault_page: Callable[[str], Visit]) -> None:
    browser = fault_page("clean.html").open()
    ask = "const done = arguments[0]; fetch('https://example.org/').then(() => done('reached'), () => done('refused'))"
    assert browser.driver.execute_async_script(ask) == "refused"


def test_tree_tells_what_is_heard(fault_page: Callable[[str], Visit]) -> None:
    visit = fault_page("autofocus.html")
    assert accessibility_tree(visit.open()) == TREE
    assert accessibility_tree(visit.open()) == TREE


def test_tree_tells_levels_descriptions_and_states(fault_page: Callable[[str], Visit]) -> None:
    tree = accessibility_tree(fault_page("clean.html").read())
    assert 'heading "Сравнение" [level 2]' in tree
    assert 'textbox "Город" [described by "Ошибка: напишите название города"] (invalid)' in tree
    assert 'DisclosureTriangle "Что входит в набор" (collapsed)' in tree
