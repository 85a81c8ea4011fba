"""The same words twice in a row: a listener thinks that the reader is stuck, or that they are."""

from itertools import pairwise

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import FIELDS, fault, found_in, plain, stops
from a11y_tests.tree_text import Node


def repeats(tree: Node) -> list[Finding]:
    """No two neighbours with the same words (§7, U31); a field after its visible label is one."""
    beside = {id(cell) for table in found_in(tree, "table") if _compares(table) for cell in found_in(table, "cell")}
    heard = [stop for stop in stops(tree) if stop.role not in FIELDS]
    return [
        fault("said-twice", two, f"the same words as the {one.role} before it")
        for one, two in pairwise(heard)
        if plain(one.name) and plain(one.name) == plain(two.name) and not {id(one), id(two)} <= beside
    ]


def _compares(table: Node) -> bool:
    """Whether columns stand for different things, told by their headers before each cell: equal cells are news."""
    return len({header.name for header in found_in(table, "columnheader")}) > 2
