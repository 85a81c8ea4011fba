"""One fact is one text: a phone halts at each piece of it (U29)."""

import re
from itertools import pairwise

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import FIELDS, fault, stops, words
from a11y_tests.tree_text import Node, walk

# What lays out the page, or holds labels beside their fields: texts in it are facts of their own.
_FRAMES = FIELDS | {"RootWebArea", "main", "banner", "contentinfo", "form", "search", "group", "region", "status"}
_STRESSED = frozenset("strong emphasis mark code time superscript subscript insertion deletion".split())
_RUSSIAN, _LATIN = re.compile("[а-яё]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)


def split_facts(tree: Node) -> list[Finding]:
    """No two texts in a row within one paragraph, item, heading, link, button or cell; no halt at a bare sign."""
    found = [
        fault("fact-split", two, f'goes on after "{one.name[:40] or one.role}" as a text of its own')
        for node in walk(tree)
        if node.role not in _FRAMES
        for one, two in pairwise(node.children)
        if {one.role, two.role} <= {"StaticText"} | _STRESSED and not _in_two_languages(one.name, two.name)
    ]
    bare = [stop for stop in stops(tree) if stop.name and not words(stop.name)]
    return found + [fault("sign-alone", stop, "a halt without a word") for stop in bare]


def _in_two_languages(one: str, two: str) -> bool:
    """A change of voice must cut a line; a tree does not tell languages, their alphabets do."""
    russian, foreign = (one, two) if _RUSSIAN.search(one) else (two, one)
    return bool(_RUSSIAN.search(russian) and _LATIN.search(foreign) and not _RUSSIAN.search(foreign))
