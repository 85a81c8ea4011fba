"""Every control that htmx makes quicker, and what is heard when it is pressed. A guard fails when one is missing."""

from dataclasses import dataclass

from a11y_tests.browser import SCRIPTS, Browser


@dataclass(frozen=True)
class Control:
    """`template` holds the `data-hx-…`; the control stands on the page at `path`; `said` begins what the status says.

    `landing` is the id at which reading goes on without script. With script the focus stays where it is.
    """

    template: str
    path: str
    selector: str
    said: str
    landing: str


CONTROLS = (
    Control("style_guide/_kept.html", "/style-guide/fragment", "#kept-button", "Трость «Образец»", "thing"),
)  # fmt: skip


def faults_of_press(browser: Browser, selector: str) -> list[str]:
    """Press the control of the page that is open: one message and the focus unmoved, or the focus moved in silence."""
    heard = browser.driver.execute_async_script(_script(), selector)
    said, before, after = heard["said"], heard["before"], heard["after"]
    faults = [] if heard["region"] == "empty" else [f"the status region is {heard['region']} at the start"]
    if after == "body":
        return [*faults, "the focus is lost"]
    if before == after and len(said) != 1:
        faults.append(f"the status speaks {len(said)} times: {said}")
    if before != after and said:
        faults.append(f"the focus moved to {after} and the status spoke: {said}")
    return faults


def _script() -> str:
    return (SCRIPTS / "press_and_listen.js").read_text(encoding="utf-8")
