"""`python -m bench.slow_net [--rounds 3]`: how long one waits for the heading and the answer on a slow telephone.

A real browser loads each page under Chromium's emulated 2G, first with nothing kept, then again; beside it the floor.
Prints a table and writes `report/slow_net.json`, which the report of accessibility shows.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from a11y_tests.browser import Browser
from a11y_tests.live_site import live_site
from a11y_tests.pages import PAGES
from bench import floor
from bench.load import HOST
from bench.serving import FLOOR, serving
from webapp.settings import PROJECT_ROOT

REPORT = PROJECT_ROOT / "report" / "slow_net.json"
BITS_A_BYTE = 8


@dataclass(frozen=True, slots=True)
class Network:
    """What a connection brings: kilobits a second down and up, milliseconds until a request is answered."""

    down: int
    up: int
    latency: int


NETWORKS = {"2G": Network(250, 50, 300), "slow 2G": Network(50, 50, 2000)}
FIRST, REPEAT = "first", "repeat"
PATIENCE_SECONDS = 10
ANSWERS = {
    "home": "main .link-list__link",
    "help": "main .link-list li",
    "section": "main .card__title",
    "item": "main .card__title, main .link-list li",
    "products of a kind": "main .card__title",
    "product": "main .price",
    "search results": "main .link-list li, main .card__title",
    "entitlements": "main .status",
    "programme": "main .facts li",
    "reading settings": "main .choice__label",
}
"""Page by its name in `a11y_tests.pages` → the first thing on it that answers what one came for."""
FLOOR_ANSWER = "main .product-card__title"
MARK = """
const wanted = {h1: 'h1', answer: %s};
window.seenAt = {};
const look = () => {
  for (const [name, selector] of Object.entries(wanted)) {
    if (seenAt[name] === undefined && document.querySelector(selector)) {
      seenAt[name] = 0;
      // A frame is asked for once the element is there; the task behind it runs when that frame is painted.
      requestAnimationFrame(() => setTimeout(() => { seenAt[name] = performance.now(); }));
    }
  }
};
new MutationObserver(look).observe(document, {childList: true, subtree: true});
"""
READ = """
const paint = performance.getEntriesByName('first-contentful-paint')[0];
return {h1: seenAt.h1, answer: seenAt.answer, painted: paint ? paint.startTime : 0};
"""


class NotSeen(RuntimeError):
    """The heading or the answer never came: the selector or the page has changed."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Milliseconds from the beginning of a visit until heading and answer are painted; the same ÷ the floor's."""

    page: str
    network: str
    visit: str
    heading: float
    answer: float
    of_floor: float


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bench.slow_net", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="bench-slow-") as folder, Browser() as browser:
        waits = []
        for wait in measure(browser, Path(folder), rounds):
            print(line(wait), flush=True)
            waits.append(wait)
    write(REPORT, waits, rounds)
    return 0


def measure(browser: Browser, folder: Path, rounds: int) -> Iterator[Wait]:
    """All waits: for each network the floor, then each page."""
    pages = {page.name: page for page in PAGES}
    with live_site(folder / "site") as site, serving(FLOOR, folder / "floor") as plain:
        for network in NETWORKS:
            beside = f"http://{HOST}:{plain.port}{floor.ADDRESS}"
            least = dict(waits(browser, beside, FLOOR_ANSWER, network, rounds))
            yield from (Wait("floor", network, visit, *least[visit], 1) for visit in least)
            for name, answer in ANSWERS.items():
                pages[name].reach(browser, site)
                for visit, (heading, shown) in waits(browser, browser.driver.current_url, answer, network, rounds):
                    yield Wait(name, network, visit, heading, shown, shown / least[visit][1])


def waits(
    browser: Browser, address: str, answer: str, network: str, rounds: int
) -> Iterator[tuple[str, tuple[float, float]]]:
    """Of the first and of the repeat visit: milliseconds until the heading and the answer, medians of the rounds."""
    taken: dict[str, list[tuple[float, float]]] = {FIRST: [], REPEAT: []}
    with marking(browser, answer), slowed(browser, NETWORKS[network]):
        for _round in range(rounds):
            browser.cdp("Network.clearBrowserCache")
            for visit in (FIRST, REPEAT):
                taken[visit].append(once_or_again(browser, address))
    for visit, times in taken.items():
        yield visit, (median(heading for heading, _ in times), median(shown for _, shown in times))


def once_or_again(browser: Browser, address: str) -> tuple[float, float]:
    """One visit; a page that came only in part is told and loaded a second time. Raises NotSeen."""
    try:
        return once(browser, address)
    except NotSeen as error:
        print(f"loaded again, came only in part: {error}", file=sys.stderr, flush=True)
        return once(browser, address)


def once(browser: Browser, address: str) -> tuple[float, float]:
    """One visit. Raises NotSeen."""
    browser.open("about:blank")
    browser.open(address)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        # The page is loaded a moment before its first picture is on the screen.
        seen = browser.js(READ)
        if all(seen.values()):
            return max(seen["h1"], seen["painted"]), max(seen["answer"], seen["painted"])
        if time.monotonic() > deadline:
            raise NotSeen(f"{address}: {seen}")
        time.sleep(0.05)


@contextmanager
def marking(browser: Browser, answer: str) -> Iterator[None]:
    """Pages opened inside note when their heading and their answer are painted."""
    script = browser.cdp("Page.addScriptToEvaluateOnNewDocument", source=MARK % json.dumps(answer))["identifier"]
    try:
        yield
    finally:
        browser.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=script)


@contextmanager
def slowed(browser: Browser, network: Network) -> Iterator[None]:
    """Everything that is loaded inside comes over such a network."""
    kilobit = 1000 / BITS_A_BYTE
    _emulate(browser, network.latency, network.down * kilobit, network.up * kilobit)
    try:
        yield
    finally:
        _emulate(browser, 0, -1, -1)


def _emulate(browser: Browser, latency: int, down: float, up: float) -> None:
    told = {"latency": latency, "downloadThroughput": down, "uploadThroughput": up}
    browser.cdp("Network.emulateNetworkConditions", offline=False, **told)


def line(wait: Wait) -> str:
    """A row of the table: seconds until heading and answer, the answer's ratio to the floor's."""
    where = f"{wait.page}, {wait.network}, {wait.visit}"
    return f"{where:<44}{wait.heading / 1000:>7.2f} s{wait.answer / 1000:>8.2f} s{wait.of_floor:>8.2f}"


def write(file: Path, waits: Sequence[Wait], rounds: int) -> None:
    """Everything as JSON, with the day and the networks."""
    file.parent.mkdir(parents=True, exist_ok=True)
    data = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "rounds": rounds,
        "networks": {name: asdict(network) for name, network in NETWORKS.items()},
        "waits": [asdict(wait) for wait in waits],
    }
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
