"""An accessibility tree read back from its text, so that rules about it need no browser.

`parse` and `as_text` are each other's reverse: nothing of an accepted tree is lost on the way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TREES = Path(__file__).resolve().parent / "trees"
_INDENT = 2
# A name may hold quotation marks and brackets of its own: the shortest one that leaves a readable rest is meant.
_LINE = re.compile(
    r"(?P<role>\S+)"
    r'(?: "(?P<name>.*?)")?'
    r"(?: \[level (?P<level>\d+)\])?"
    r'(?: \[value "(?P<value>.*?)"\])?'
    r'(?: \[described by "(?P<description>.*?)"\])?'
    r"(?: \((?P<states>[^()]+)\))?"
)


_TIME_OF_RUN = re.compile(r"в 1[2-4]:\d\d по Москве")
"""A run begins at noon (`live_site.DAY`) and ends within three hours; any other time is what a page must say."""


class NotATree(ValueError):
    """A line that no accessibility tree has."""


@dataclass(frozen=True)
class Node:
    """One node as a listener meets it; what it does not have is empty, its level 0."""

    role: str
    name: str = ""
    level: int = 0
    value: str = ""
    description: str = ""
    states: tuple[str, ...] = ()
    children: tuple["Node", ...] = field(default=(), repr=False)


def walk(node: Node) -> Iterator[Node]:
    """The node and all within it, in reading order."""
    yield node
    for child in node.children:
        yield from walk(child)


def parse(text: str) -> Node:
    """The root of a tree's text; empty lines at its end do not count."""
    lines = text.rstrip("\n").split("\n")
    root, after = _node(lines, 0, 0)
    if after != len(lines):
        raise NotATree(f"line {after + 1} stands beside the root: {lines[after]}")
    return root


def as_text(node: Node) -> str:
    """The text of a tree, as `accessibility_tree` writes it."""
    return "\n".join(_lines(node, 0)) + "\n"


def heard_at_noon(text: str) -> str:
    """The site's day is set, its minutes go on: what was learnt during the run is heard as if it were still noon."""
    return _TIME_OF_RUN.sub("в 12:00 по Москве", text)


def accepted() -> dict[str, Node]:
    """Every accepted tree by the name of its page."""
    return {path.stem: parse(path.read_text(encoding="utf-8")) for path in sorted(TREES.glob("*.txt"))}


def _node(lines: list[str], at: int, depth: int) -> tuple[Node, int]:
    """The node that begins at a line, and the first line after everything within it."""
    match = _LINE.fullmatch(lines[at].strip(" "))
    if match is None or _depth(lines[at]) != depth:
        raise NotATree(f"line {at + 1}: {lines[at]}")
    children = []
    after = at + 1
    while after < len(lines) and _depth(lines[after]) > depth:
        child, after = _node(lines, after, depth + 1)
        children.append(child)
    told = match.groupdict(default="")
    states = tuple(told["states"].split(", ")) if told["states"] else ()
    level = int(told["level"] or 0)
    return Node(told["role"], told["name"], level, told["value"], told["description"], states, tuple(children)), after


def _depth(line: str) -> float:
    return (len(line) - len(line.lstrip(" "))) / _INDENT


def _lines(node: Node, depth: int) -> Iterator[str]:
    parts = [" " * _INDENT * depth + node.role]
    parts += [f'"{node.name}"'] if node.name else []
    parts += [f"[level {node.level}]"] if node.level else []
    parts += [f'[value "{node.value}"]'] if node.value else []
    parts += [f'[described by "{node.description}"]'] if node.description else []
    parts += [f"({', '.join(node.states)})"] if node.states else []
    yield " ".join(parts)
    for child in node.children:
        yield from _lines(child, depth + 1)
