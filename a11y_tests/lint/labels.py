"""Every field has a name, and that name stands beside it to be seen, heard and said (U7, U12, U31)."""

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import FIELDS, fault, found_in, plain
from a11y_tests.tree_text import Node

# Chromium leaves out the label beside these; `heard_and_seen` proves on the page that it can be seen.
_WITHOUT_LABEL_TEXT = ("radio", "checkbox", "switch")


def labels(tree: Node) -> list[Finding]:
    """No field without a name, none whose name is not a visible text of the page."""
    texts = {plain(text.name) for text in found_in(tree, "StaticText", "heading", "Legend")}
    found = []
    for field in found_in(tree, *FIELDS):
        if not field.name:
            found.append(fault("field-nameless", field, "a field without a label"))
        elif field.role not in _WITHOUT_LABEL_TEXT and plain(field.name) not in texts:
            found.append(fault("label-unseen", field, "its name stands nowhere on the page"))
    return found
