"""The lint hears in the tree of a real page what is planted in its HTML; of the clean page it says nothing."""

from collections.abc import Callable

import pytest

from a11y_tests.lint import RULES, lint
from a11y_tests.tree import accessibility_tree
from a11y_tests.tree_text import as_text, parse
from a11y_tests.visit import Visit

pytestmark = pytest.mark.browser

PLANTED = {
    "title": {'title-without-h1 RootWebArea "Приборы — Ориентир"'},
    "before_heading": {'skip-link-not-first link "Ориентир"'},
    "landmarks": {'navigation-named-twice navigation "Главная навигация"'},
    "outline": {'item-without-heading listitem "Прибор Альфа"'},
    "empty_headings": {'heading-says-nothing heading "Подробнее"'},
    "split_facts": {'fact-split StaticText "300 граммов"'},
    "alike_items": {'items-alike listitem "Манжета для тонометра большая"'},
    "answer_first": {'answer-after-control StaticText "Цена: 800 рублей"'},
    "repeats": {'said-twice StaticText "Как получить"'},
    "other_words": {'name-is-not-text link "Правила выдачи приборов"'},
    "error_pages": {'error-untold RootWebArea "Приборы — Ориентир"'},
    "labels": {'label-unseen textbox "Ваш город"'},
}


def test_every_rule_hears_its_fault_in_a_living_page(fault_page: Callable[[str], Visit]) -> None:
    tree = parse(accessibility_tree(fault_page("lint.html").read()))
    heard = {name: {f"{finding.rule} {finding.target}" for finding in rule(tree)} for name, rule in RULES.items()}
    assert heard == PLANTED


def test_the_clean_page_is_silent_and_its_tree_comes_back_whole(fault_page: Callable[[str], Visit]) -> None:
    text = accessibility_tree(fault_page("clean.html").read())
    assert as_text(parse(text)) == text
    assert lint(parse(text)) == []
