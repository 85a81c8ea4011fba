"""What a listener meets in a tree: one stop after another, each with words."""

import re
from collections.abc import Iterator

from a11y_tests.finding import Finding
from a11y_tests.tree_text import Node

FIELDS = frozenset(
    {"textbox", "searchbox", "combobox", "listbox", "spinbutton", "slider", "switch", "radio", "checkbox"}
)
CONTROLS = FIELDS | {"link", "button", "DisclosureTriangle"}
# Said in one breath, whatever stands within.
_WHOLE = CONTROLS | {"heading", "image"}
_WORD = re.compile(r"\w+(?:[-’'.,:/]\w+)*")
LONGEST_PLACE = 80


def stops(node: Node) -> Iterator[Node]:
    """Where a swipe or an arrow key halts, in reading order."""
    if node.role in _WHOLE or not node.children:
        if node.name or node.role in FIELDS:
            yield node
        return
    for child in node.children:
        yield from stops(child)


def found_in(node: Node, *roles: str) -> Iterator[Node]:
    """All nodes of these roles within a node, itself included, in reading order."""
    if node.role in roles:
        yield node
    for child in node.children:
        yield from found_in(child, *roles)


def main_of(tree: Node) -> Node:
    """The page's own content; of a page without such a landmark, all of it."""
    return next(found_in(tree, "main"), tree)


def words(text: str) -> int:
    """How many words are heard."""
    return len(_WORD.findall(text))


def plain(text: str) -> str:
    """A text as far as it can be told apart by ear: no case, no punctuation around it."""
    return text.casefold().strip(" \t\n.,:;!?…«»“”\"'()")


def place(node: Node) -> str:
    """A node's name in findings: its role and its words, or the first words within it."""
    text = node.name or next((stop.name for stop in stops(node) if stop.name), "")
    cut = text if len(text) <= LONGEST_PLACE else text[:LONGEST_PLACE] + "…"
    return f'{node.role} "{cut}"' if text else node.role


def fault(rule: str, node: Node, message: str) -> Finding:
    """One thing that a listener suffers from."""
    return Finding("lint", rule, place(node), message)
