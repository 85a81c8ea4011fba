"""A heading that could stand over anything says nothing to whoever jumps to it."""

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault, found_in, plain
from a11y_tests.tree_text import Node
from a11y_tests.wording import wording


def empty_headings(tree: Node) -> list[Finding]:
    """No heading without words, with words that fit everywhere, with those of the h1 or of a sibling (U3)."""
    found = []
    h1 = ""
    siblings: dict[int, set[str]] = {}
    for heading in found_in(tree, "heading"):
        said = plain(heading.name)
        known = siblings.setdefault(heading.level, set())
        if not said:
            found.append(fault("heading-empty", heading, f"level {heading.level}"))
        elif said in wording("empty_headings"):
            found.append(fault("heading-says-nothing", heading, "could stand over anything"))
        elif said == h1:
            found.append(fault("heading-like-h1", heading, "repeats the h1"))
        elif said in known:
            found.append(fault("heading-twice", heading, "another heading beside it says the same"))
        known.add(said)
        siblings = {level: names for level, names in siblings.items() if level <= heading.level}
        h1 = said if heading.level == 1 else h1
    return found
