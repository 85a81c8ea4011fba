"""HTML read strictly: what a browser would mend in silence is an error here."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

_INVISIBLE = frozenset({"head", "script", "style", "title"})


class BadHtml(AssertionError):
    """The answer is not valid HTML; the message tells where."""


def parsed(text: str) -> Element:
    """The tree of a page, or of a piece of one."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    whole = text.lstrip().lower().startswith("<!doctype html>")
    tree: Element = parser.parse(text) if whole else parser.parseFragment(text)
    if parser.errors:
        (line, column), code, _ = parser.errors[0]
        raise BadHtml(f"{code} at line {line}, column {column}: {text.splitlines()[line - 1][:200]!r}")
    return tree


def elements(tree: Element, *tags: str) -> list[Element]:
    """All elements of these tags in the order of the page."""
    return [element for element in tree.iter() if element.tag in tags]


def words(element: Element) -> str:
    """The text of an element with single spaces."""
    return " ".join("".join(_visible(element)).split())


def _visible(element: Element) -> Iterator[str]:
    if element.tag in _INVISIBLE or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        yield from _visible(child)
        yield child.tail or ""


def with_id(tree: Element, name: str) -> Element | None:
    """The element with this id."""
    return next((element for element in tree.iter() if element.get("id") == name), None)


def parents(tree: Element) -> dict[Element, Element]:
    """Every element → the one it stands in."""
    return {child: parent for parent in tree.iter() for child in parent}


def has_class(element: Element, name: str) -> bool:
    return name in (element.get("class") or "").split()
