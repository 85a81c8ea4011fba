"""What is heard is what is seen: no names and descriptions of their own (U31)."""

import re

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault, found_in, plain
from a11y_tests.tree_text import Node, walk

_NAMED_BY_CONTENT = ("link", "button", "heading", "cell", "columnheader", "rowheader", "term", "DisclosureTriangle")


def other_words(tree: Node) -> list[Finding]:
    """A name is the text it stands on; a description adds to the name."""
    found = []
    for node in walk(tree):
        within = "".join(text.name for text in found_in(node, "StaticText", "image", "link") if text is not node)
        if node.role in _NAMED_BY_CONTENT and within and _letters(within) != _letters(node.name):
            found.append(fault("name-is-not-text", node, f'the text is "{within}"'))
        if plain(node.name) and plain(node.description).startswith(plain(node.name)):
            found.append(fault("description-repeats", node, f'described by "{node.description}"'))
    return found


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()
