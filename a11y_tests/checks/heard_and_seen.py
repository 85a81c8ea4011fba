"""What is seen is what is heard (U31): texts of the page and of its accessibility tree are the same."""

import re

from a11y_tests.finding import Finding, from_rows
from a11y_tests.tree import nodes
from a11y_tests.visit import Visit

# Named without being a text, or native lists whose choices are seen once opened.
_NAMED = {"RootWebArea", "navigation", "option", "MenuListOption"}


def heard_and_seen(visit: Visit) -> list[Finding]:
    """Each visible text is told, each text that is told is visible but for the skip link; no words in attributes."""
    page = visit.read()
    told = [(node["role"]["value"], str(node.get("name", {}).get("value", ""))) for _, node in nodes(page)]
    shown = page.run("visible_texts")
    heard = "\n".join(_letters(name) for _, name in told)
    texts = shown["texts"]
    found = [
        Finding("own", "seen-not-heard", text["target"], f'"{text["text"]}"')
        for text in texts
        if text["seen"] and _letters(text["text"]) not in heard
    ]
    seen = "".join(_letters(text["text"]) for text in texts if text["seen"] or text["skip"])
    elsewhere = "\n".join(_letters(words) for words in (*shown["values"], *shown["alts"]))
    found += [
        Finding("own", "heard-not-seen", f'{role} "{name}"', "no visible text has these words")
        for role, name in told
        if role not in _NAMED and _letters(name) not in seen and _letters(name) not in elsewhere
    ]
    return found + from_rows("own", shown["faults"])


def _letters(text: str) -> str:
    """A text without spaces and signs, which line breaks and styles may change."""
    return re.sub(r"[\W_]", "", text).casefold()
