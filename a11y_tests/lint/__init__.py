"""A listener's lint: rules about what is heard. Each takes the tree of one page and answers with findings.

They need no browser: accepted trees are held equal to the living pages by `test_site.py`.
"""

from collections.abc import Callable
from pathlib import Path

from a11y_tests.finding import Finding
from a11y_tests.lint.alike_items import alike_items
from a11y_tests.lint.answer_first import answer_first
from a11y_tests.lint.before_heading import before_heading
from a11y_tests.lint.empty_headings import empty_headings
from a11y_tests.lint.error_pages import error_pages
from a11y_tests.lint.labels import labels
from a11y_tests.lint.landmarks import landmarks
from a11y_tests.lint.other_words import other_words
from a11y_tests.lint.outline import outline
from a11y_tests.lint.repeats import repeats
from a11y_tests.lint.split_facts import split_facts
from a11y_tests.lint.title import title
from a11y_tests.tree_text import Node

DECISIONS = Path(__file__).resolve().parent / "decisions.toml"
Rule = Callable[[Node], list[Finding]]
RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        title, before_heading, landmarks, outline, empty_headings, split_facts, alike_items, answer_first, repeats,
        other_words, error_pages, labels,
    )
}  # fmt: skip


def lint(tree: Node) -> list[Finding]:
    """All that the rules find on one page."""
    return [finding for rule in RULES.values() for finding in rule(tree)]
