"""Landmarks are few and told apart: they are how one jumps over what one knows (U2)."""

from collections import Counter

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault, found_in
from a11y_tests.tree_text import Node
from a11y_tests.wording import wording

ONCE = ("banner", "main", "contentinfo")


def landmarks(tree: Node) -> list[Finding]:
    """One banner, one main, one contentinfo; every navigation after the first has a name of its own."""
    counted = [(role, len(list(found_in(tree, role)))) for role in ONCE]
    found = [fault("landmark-count", tree, f"{role}: {number} times") for role, number in counted if number != 1]
    menus = list(found_in(tree, "navigation"))
    names = Counter(menu.name for menu in menus)
    for number, menu in enumerate(menus):
        if number and not menu.name:
            found.append(fault("navigation-nameless", menu, "a further navigation without a name"))
        if menu.name and names[menu.name] > 1:
            found.append(fault("navigation-twice", menu, "another navigation has the same name"))
        if any(word in menu.name.casefold() for word in wording("landmark_words")):
            found.append(fault("navigation-named-twice", menu, "the reader says this word itself"))
    return found
