"""The accessibility tree as text: what Chromium tells a screen reader, one line a node, the same in every run."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.browser import Browser

# Roles that say nothing to a listener: their children stand in their place.
SILENT = {"none", "generic", "InlineTextBox", "LineBreak", "LabelText", "ListMarker", "presentation", "MenuListPopup"}
# The states worth a word; focus is left out because it differs between runs.
TOKENS = ("invalid", "checked", "pressed", "live", "hasPopup", "autocomplete")
FLAGS = ("required", "disabled", "expanded", "selected", "readonly", "multiselectable", "modal", "busy", "atomic")
# Their own parts are the browser's: it names them in its language, and anew in each version.
PLAYERS = {"Video", "Audio"}

Node = dict[str, Any]


def _value(node: Node, key: str) -> str:
    return " ".join(str(node.get(key, {}).get("value", "")).split())


def _properties(node: Node) -> dict[str, Any]:
    return {item["name"]: item["value"].get("value") for item in node.get("properties", [])}


def _states(properties: dict[str, Any]) -> list[str]:
    states = []
    for name in TOKENS:
        value = str(properties.get(name, "")).lower()
        if value and value not in ("false", "off", "none"):
            states.append(name if value == "true" else f"{name} {value}")
    for name in FLAGS:
        if properties.get(name):
            states.append(name)
    # A closed disclosure is a state to be told; any other false is only an absence.
    if properties.get("expanded") is False:
        states.append("collapsed")
    return states


def line(node: Node) -> str:
    """One node as `role "name" [level 2] [described by "…"] (state, state)`."""
    properties = _properties(node)
    parts = [_value(node, "role")]
    if name := _value(node, "name"):
        parts.append(f'"{name}"')
    # List items have a level too; it repeats what the indentation shows.
    if "level" in properties and parts[0] == "heading":
        parts.append(f"[level {properties['level']}]")
    if value := _value(node, "value"):
        parts.append(f'[value "{value}"]')
    if described := _value(node, "description"):
        parts.append(f'[described by "{described}"]')
    if states := _states(properties):
        parts.append(f"({', '.join(states)})")
    return " ".join(parts)


def nodes(browser: Browser) -> Iterator[tuple[int, Node]]:
    """The nodes that are told, with their depth, in reading order."""
    listed: list[Node] = browser.cdp("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in listed}
    # A stack instead of recursion: a deep page must not end in a RecursionError.
    stack: list[tuple[int, str, Node]] = [(0, "", listed[0])]
    while stack:
        depth, told, node = stack.pop()
        role, name = _value(node, "role"), _value(node, "name")
        # Text is noise where it is empty or only repeats the name of the node that holds it.
        silent = node.get("ignored") or role in SILENT or (role == "StaticText" and name in ("", told))
        if not silent:
            yield depth, node
            depth, told = depth + 1, name
        if role in PLAYERS:
            continue
        children = [by_id[key] for key in node.get("childIds", []) if key in by_id]
        stack.extend((depth, told, child) for child in reversed(children))


def accessibility_tree(browser: Browser) -> str:
    """The whole tree of the page that is open, indented by two spaces a level."""
    return "\n".join("  " * depth + line(node) for depth, node in nodes(browser)) + "\n"
