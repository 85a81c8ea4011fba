"""Text keeps its contrast of 7:1 under the pointer, with focus and while pressed (U26)."""

from a11y_tests.browser import Browser
from a11y_tests.engines import axe
from a11y_tests.finding import Finding
from a11y_tests.visit import Visit

STATES = {"hover": ["hover"], "focus": ["focus", "focus-visible", "focus-within"], "active": ["hover", "active"]}
CONTROLS = "a[href],button,input,select,textarea,summary,label,[tabindex],[role=button]"
OPTIONS = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}, "resultTypes": ["violations"]}
# WCAG lets large text have 4.5; the house rule does not.
STRICT = (
    "axe.configure({checks: [{id: 'color-contrast-enhanced', "
    "options: {contrastRatio: {normal: {expected: 7}, large: {expected: 7}}}}]});"
)


def _weak(browser: Browser) -> dict[str, str]:
    nodes = [n for rule in axe.run(browser, OPTIONS, STRICT)["violations"] for n in rule["nodes"]]
    names = browser.run("name_selectors", [node["target"][-1] for node in nodes])
    return {name: str(node["any"][0]["data"]["contrastRatio"]) for name, node in zip(names, nodes, strict=True)}


def states(visit: Visit) -> list[Finding]:
    """Text below 7:1 at rest, and text that falls below it in a state of a control."""
    browser = visit.open()
    browser.run("still")
    at_rest = _weak(browser)
    found = [Finding("own", "contrast-rest", target, f"{ratio}:1, needs 7:1") for target, ratio in at_rest.items()]
    for command in ("DOM.enable", "CSS.enable"):
        browser.cdp(command)
    root = browser.cdp("DOM.getDocument", depth=0)["root"]["nodeId"]
    controls = browser.cdp("DOM.querySelectorAll", nodeId=root, selector=CONTROLS)["nodeIds"]
    for state, classes in STATES.items():
        for node in controls:
            browser.cdp("CSS.forcePseudoState", nodeId=node, forcedPseudoClasses=classes)
        weak = _weak(browser)
        found += [
            Finding("own", f"contrast-{state}", target, f"{ratio}:1 in {state}, needs 7:1")
            for target, ratio in weak.items()
            if target not in at_rest
        ]
    # Forced states outlive the page's next load unless the domain is closed.
    for command in ("CSS.disable", "DOM.disable"):
        browser.cdp(command)
    return found
