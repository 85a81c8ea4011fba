"""Without script the page holds everything (U27): htmx only shortens the way."""

from collections import Counter

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.tree import nodes
from a11y_tests.visit import Visit

ROLES = {
    "heading", "link", "button", "textbox", "searchbox", "combobox", "listbox", "radio", "checkbox",
    "switch", "slider", "spinbutton", "DisclosureTriangle",
}  # fmt: skip


def _held(browser: Browser) -> Counter[tuple[str, str]]:
    told = ((node["role"]["value"], node.get("name", {}).get("value", "")) for _, node in nodes(browser))
    return Counter((role, name) for role, name in told if role in ROLES)


def without_script(visit: Visit) -> list[Finding]:
    """Every heading, link and control that the page has with script is there without it."""
    with_script = _held(visit.read())
    with visit.browser.script_disabled():
        without = _held(visit.open())
    missing = with_script - without
    return [
        Finding("own", "script-needed", f'{role} "{name}"', f"{count} missing with JavaScript off")
        for (role, name), count in sorted(missing.items())
    ]
