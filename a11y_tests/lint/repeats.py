"""The same words twice in a row: a listener thinks that the reader is stuck, or that they are."""

from itertools import pairwise

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import FIELDS, fault, plain, stops
from a11y_tests.tree_text import Node


def repeats(tree: Node) -> list[Finding]:
    """No two neighbours with the same words (§7, U31); a field after its visible label is one."""
    heard = [stop for stop in stops(tree) if stop.role not in FIELDS]
    return [
        fault("said-twice", two, f"the same words as the {one.role} before it")
        for one, two in pairwise(heard)
        if plain(one.name) and plain(one.name) == plain(two.name)
    ]
