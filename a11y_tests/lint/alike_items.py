"""Items of a list are told apart by their first words: nobody waits for the end of each (U30)."""

from itertools import groupby

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault, found_in, stops
from a11y_tests.tree_text import Node

TELLING = 20
IN_A_ROW = 3


def alike_items(tree: Node) -> list[Finding]:
    """No three items in a row whose first 20 characters are the same."""
    found = []
    for items in found_in(tree, "list"):
        for start, run in groupby(items.children, key=_start):
            alike = list(run)
            if start and len(alike) >= IN_A_ROW:
                found.append(fault("items-alike", alike[0], f'{len(alike)} items in a row begin with "{start}"'))
    return found


def _start(item: Node) -> str:
    first = next((stop.name for stop in stops(item)), "")
    return first[:TELLING].casefold() if len(first) > TELLING else ""
