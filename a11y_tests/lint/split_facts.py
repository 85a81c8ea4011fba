"""One fact is one text: a phone halts at each piece of it (U29)."""

from itertools import pairwise

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import FIELDS, fault, stops, words
from a11y_tests.tree_text import Node, walk

# What lays out the page, or holds labels beside their fields: texts in it are facts of their own.
_FRAMES = FIELDS | {"RootWebArea", "main", "banner", "contentinfo", "form", "search", "group", "region", "status"}
_INLINE = {
    "StaticText",
    "strong",
    "emphasis",
    "mark",
    "code",
    "time",
    "superscript",
    "subscript",
    "insertion",
    "deletion",
}


def split_facts(tree: Node) -> list[Finding]:
    """No two texts in a row within one paragraph, item, heading, link, button or cell; no halt at a bare sign."""
    found = [
        fault("fact-split", two, f'goes on after "{one.name[:40] or one.role}" as a text of its own')
        for node in walk(tree)
        if node.role not in _FRAMES
        for one, two in pairwise(node.children)
        if {one.role, two.role} <= _INLINE
    ]
    bare = [stop for stop in stops(tree) if stop.name and not words(stop.name)]
    return found + [fault("sign-alone", stop, "a halt without a word") for stop in bare]
