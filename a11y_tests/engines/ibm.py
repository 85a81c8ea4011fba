"""The engine of IBM Equal Access, injected into the page."""

from functools import cache
from typing import Any

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.installed import check_version, npm_file
from a11y_tests.visit import Visit

PACKAGE = "accessibility-checker-engine"
POLICIES = ["IBM_Accessibility", "WCAG_2_2"]
# Two rules take a text without Latin letters for a text without words, and so pass every Russian page.
CYRILLIC = (
    # text_contrast_sufficient
    (r"/[^(a-zA-Z\d\s)", r"/[^(a-zA-Z\u0400-\u04ff\d\s)"),
    # label_name_visible
    ("/[^a-zA-Z0-9]/g", r"/[^a-zA-Z0-9\u0400-\u04ff]/g"),
)
# What the engine asks about every page because it cannot look; each is measured, or is a rule of the house.
ANSWERED = {
    "style_color_misuse": "read by people: no status by colour alone (U8)",
    "style_highcontrast_visible": "the check forced_colors",
    "style_focus_visible": "the checks focus_ring and forced_colors",
    "element_tabbable_visible": "the checks keyboard and focus_ring",
    "input_fields_grouped": "said of any two text fields of a form; groups are legends of radios and dates (U11)",
}
CHECK = """
const [policies, answer] = arguments;
new ace.Checker().check(document, policies).then(
  (report) => answer(report.results.filter((r) => r.value[1] !== 'PASS').map((r) => ({
    kind: r.value.join('/'), rule: r.ruleId, path: r.path.dom, message: r.message }))),
  (error) => answer(String(error)));
"""


def teach_cyrillic(source: str) -> str:
    """The engine's source with Russian letters counted as letters; refuses a source that has changed."""
    for old, new in CYRILLIC:
        if source.count(old) != 1:
            raise AssertionError(f"the IBM engine has changed: {old!r} occurs {source.count(old)} times, not once")
        source = source.replace(old, new)
    return source


@cache
def _engine() -> str:
    check_version(PACKAGE)
    return teach_cyrillic(npm_file(PACKAGE, "ace.js").read_text(encoding="utf-8")) + ";window.ace = ace;"


def _results(browser: Browser) -> list[dict[str, Any]]:
    browser.js(_engine())
    answer = browser.driver.execute_async_script(CHECK, POLICIES)
    if not isinstance(answer, list):
        raise AssertionError(f"the IBM engine failed: {answer}")
    return answer


def ibm(visit: Visit) -> list[Finding]:
    """Violations, and as uncertain findings what the engine leaves to a person."""
    browser = visit.read()
    results = _results(browser)
    names = browser.run("name_selectors", [result["path"] for result in results])
    return [
        Finding("ibm", result["rule"], target, result["message"], result["kind"] == "VIOLATION/FAIL")
        for result, target in zip(results, names, strict=True)
        if result["kind"] == "VIOLATION/FAIL" or result["rule"] not in ANSWERED
    ]
