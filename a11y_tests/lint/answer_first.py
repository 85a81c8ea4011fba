"""After an item's heading comes its state, then what can be done about it (U4, U30)."""

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import CONTROLS, FIELDS, fault, found_in, main_of, stops
from a11y_tests.tree_text import Node


def answer_first(tree: Node) -> list[Finding]:
    """In an item with a heading, no text stands after the first link or button."""
    found = []
    for item in found_in(main_of(tree), "listitem"):
        heading, *lines = [*stops(item)] or [item]
        # The label of a field is the field, also where it is cut by a change of language.
        named = "\n".join(line.name for line in lines if line.role in FIELDS)
        lines = [line for line in lines if line.role in CONTROLS or line.name.strip() not in named]
        if heading.role != "heading":
            continue
        after = [line.role in CONTROLS for line in lines]
        if True in after and False in after[after.index(True) :]:
            late = lines[after.index(True) + after[after.index(True) :].index(False)]
            found.append(fault("answer-after-control", late, f'heard after a control of "{heading.name}"'))
    return found
