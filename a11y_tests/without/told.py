"""What a page tells, in reading order: the same words whatever is missing."""

from difflib import unified_diff

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.tree import line, nodes

TEXT = "StaticText"
SILENT_UNNAMED = frozenset({"paragraph"})


def told(browser: Browser) -> list[str]:
    """Every node with its name and states; a text that only repeats the control beside it is left out.

    Whether a label is a node of its own depends on how it is laid out: with and without a style sheet it is not alike.
    """
    lines = []
    names: list[str] = []
    for _depth, node in nodes(browser):
        role, name = node["role"]["value"], " ".join(str(node.get("name", {}).get("value", "")).split())
        if (role in SILENT_UNNAMED and not name) or (role == TEXT and name in names[-2:]):
            continue
        lines.append(line(node))
        names.append(name)
    return lines


def lost(rule: str, before: list[str], after: list[str]) -> list[Finding]:
    """What is told otherwise, or not at all; what is told only now counts too."""
    changed = [row for row in unified_diff(before, after, n=0, lineterm="") if row[:2] not in ("--", "++", "@@")]
    words = {"-": "is told no more", "+": "is told only now"}
    return [Finding("own", rule, row[1:], words[row[0]]) for row in changed]
