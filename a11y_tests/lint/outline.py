"""Headings tell the page, and one key walks a list whose items have more than a line (U3)."""

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault, found_in, main_of, stops
from a11y_tests.tree_text import Node


def outline(tree: Node) -> list[Finding]:
    """One h1, no level skipped; an item of several lines begins with a heading."""
    headings = list(found_in(tree, "heading"))
    first = [heading for heading in headings if heading.level == 1]
    found = [] if first else [fault("outline-no-h1", tree, "no h1")]
    found += [fault("outline-two-h1", heading, "a second h1") for heading in first[1:]]
    # The error summary's h2 may stand before the h1.
    levels = [1, *(heading.level for heading in headings)]
    for before, heading in zip(levels, headings, strict=False):
        if heading.level > before + 1:
            found.append(fault("outline-skip", heading, f"level {heading.level} after {before}"))
    items = found_in(main_of(tree), "listitem")
    return found + [fault("item-without-heading", item, "several lines, no heading") for item in items if _lost(item)]


def _lost(item: Node) -> bool:
    """Several lines without a heading in front; parts of one line are another rule's."""
    lines = list(stops(item))
    blocks = [child for child in item.children if child.role != "StaticText"]
    return len(lines) > 1 and bool(blocks) and lines[0].role != "heading"
