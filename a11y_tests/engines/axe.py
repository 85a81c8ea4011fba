"""axe-core, driven through axe-selenium-python."""

import json
from typing import Any

from axe_selenium_python import Axe  # type: ignore[import-untyped]

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.installed import npm_file, pinned
from a11y_tests.visit import Visit

PACKAGE = "axe-core"
TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22aa", "best-practice")


def run(browser: Browser, options: dict[str, Any], setup: str = "") -> dict[str, Any]:
    """Inject the pinned axe into the open page and run it; `setup` is script to run before."""
    # The axe inside axe-selenium-python is of 2018: always hand over the pinned file.
    engine = Axe(browser.driver, script_url=str(npm_file(PACKAGE, "axe.min.js")))
    if browser.js("return typeof axe === 'undefined' || axe.version !== arguments[0]", pinned(PACKAGE)):
        engine.inject()
    if setup:
        browser.js(setup)
    result: dict[str, Any] = engine.run(options=json.dumps(options))
    used = result["testEngine"]["version"]
    if used != pinned(PACKAGE):
        raise AssertionError(f"axe-core {used} ran, {pinned(PACKAGE)} is pinned")
    return result


def _message(node: dict[str, Any]) -> str:
    return "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])


def _findings(browser: Browser, rules: list[dict[str, Any]], certain: bool) -> list[Finding]:
    found = [(rule["id"], node) for rule in rules for node in rule["nodes"]]
    # axe's own selectors change with its version; ours are the same for every engine.
    names = browser.run("name_selectors", [node["target"][-1] for _, node in found])
    return [
        Finding("axe", rule, target, _message(node), certain) for (rule, node), target in zip(found, names, strict=True)
    ]


def axe(visit: Visit) -> list[Finding]:
    """Violations, and as uncertain findings what axe could not decide ("incomplete")."""
    browser = visit.read()
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations", "incomplete"]}
    result = run(browser, options)
    return _findings(browser, result["violations"], True) + _findings(browser, result["incomplete"], False)
