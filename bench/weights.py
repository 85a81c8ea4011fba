"""What a first visit brings: bytes of bodies as they travel, and how many requests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from flask import Flask
from flask.testing import FlaskClient

from bench.load import AS_BROWSERS_ASK
from bench.measures import Goal, Measure
from bench.pages import Page

KILOBYTE = 1024
VISITED = ("home", "list", "product")
WIRE_GOAL = Goal(0.12, at_least=False)
TEXT_GOAL = Goal(14, at_least=False)
ALL_GOAL = Goal(35, at_least=False)
REQUESTS_GOAL = Goal(4, at_least=False)


class _Parts(HTMLParser):
    """Addresses that a browser fetches with a page."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: list[str] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "link" and found.get("rel") == "stylesheet":
            self.styles.append(found["href"] or "")
        elif tag == "link" and found.get("rel") == "icon":
            self.others.append(found["href"] or "")
        elif tag in {"script", "img"} and found.get("src"):
            self.others.append(found["src"] or "")


def measure(app: Flask, pages: Mapping[str, Page]) -> Iterator[Measure]:
    """The wire's share of the raw page, then weight and requests of first visits."""
    client = app.test_client()
    for name in VISITED:
        yield on_the_wire(client, name, pages[name].address)
    for name in VISITED:
        yield from _visit(client, name, pages[name].address)


def on_the_wire(client: FlaskClient, name: str, address: str) -> Measure:
    """The bytes of a page as they travel ÷ the bytes that it has."""
    raw, packed = len(client.get(address).data), len(_packed(client, address))
    return Measure("HTML on the wire ÷ raw", name, packed / raw, goal=WIRE_GOAL, note=f"{packed} of {raw} bytes")


@dataclass(frozen=True, slots=True)
class Weight:
    """What a first visit of one page brings."""

    text: int
    """Bytes of HTML and CSS as they travel."""
    everything: int
    requests: int

    def misses(self) -> list[str]:
        """Which goals are missed, in words; none when the page is light."""
        told = (
            ("HTML and CSS, KB", self.text / KILOBYTE, TEXT_GOAL),
            ("everything, KB", self.everything / KILOBYTE, ALL_GOAL),
            ("requests", self.requests, REQUESTS_GOAL),
        )
        return [f"{name}: {round(value, 2):g}" for name, value, goal in told if goal.judge(value) == "missed"]


def weigh(client: FlaskClient, address: str) -> Weight:
    """The page and everything that a browser fetches with it. Raises RuntimeError where something is not there."""
    parts = _Parts()
    parts.feed(client.get(address).text)
    text = len(_packed(client, address)) + sum(len(_packed(client, style)) for style in parts.styles)
    everything = text + sum(len(_packed(client, other)) for other in parts.others)
    return Weight(text, everything, 1 + len(parts.styles) + len(parts.others))


def _visit(client: FlaskClient, name: str, address: str) -> Iterator[Measure]:
    found = weigh(client, address)
    yield Measure("first visit", f"{name}: HTML and CSS", found.text / KILOBYTE, "KB", goal=TEXT_GOAL)
    yield Measure("first visit", f"{name}: everything", found.everything / KILOBYTE, "KB", goal=ALL_GOAL)
    yield Measure("first visit", f"{name}: requests", found.requests, goal=REQUESTS_GOAL)


def _packed(client: FlaskClient, address: str) -> bytes:
    with client.get(address, headers=AS_BROWSERS_ASK) as response:
        if response.status_code != 200:
            raise RuntimeError(f"{address}: {response.status}")
        return bytes(response.data)
