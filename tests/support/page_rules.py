"""What every page of the site must be. Each rule yields its faults in words; `faults_of` gathers them all."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from tests.support.html import elements, has_class, parents, words

CONTROLS = ("input", "select", "textarea")
REFERRING = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-owns")
FORBIDDEN_SIGNS = "₽№×±≥≤½★→\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"
"""U28: synthesizers are silent about them, Braille turns them into other letters."""
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")
_LEAKED = re.compile(r"\bNone\b|\bUndefined\b|\{\{|\}\}|\{%|%\(\w+\)|\bnan\b|<\w+ object at")

Rule = Callable[[Element], Iterator[str]]


def _one_heading(tree: Element) -> Iterator[str]:
    headings = elements(tree, "h1")
    if len(headings) != 1 or not words(headings[0]):
        yield f"{len(headings)} headings of the first level, or an empty one"


def _title(tree: Element) -> Iterator[str]:
    titles = [" ".join((title.text or "").split()) for title in elements(tree, "title")]
    heading = "".join(words(heading) for heading in elements(tree, "h1")[:1])
    if len(titles) != 1 or heading not in titles[0] or not titles[0].endswith((" — Ориентир", " — Orientir")):
        yield f"title {titles} does not tell the heading {heading!r} and the site"


def _main_landmark(tree: Element) -> Iterator[str]:
    mains = elements(tree, "main")
    if [(main.get("id"), main.get("tabindex")) for main in mains] != [("main", "-1")]:
        yield "no single <main id=main tabindex=-1>"


def _heading_levels(tree: Element) -> Iterator[str]:
    """U3; in the style guide's samples a level may stand alone."""
    level = 1
    for heading in elements(tree, "h1", "h2", "h3", "h4", "h5", "h6"):
        if int(heading.tag[1]) > level + 1:
            yield f"heading level skipped before {words(heading)!r}"
        level = int(heading.tag[1])


def _nothing_inline(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if element.tag == "style" or (element.tag == "script" and (element.text or "").strip()):
            yield f"inline <{element.tag}>"
        for name in element.keys():  # noqa: SIM118 (an Element is no mapping)
            if name == "style" or name.startswith("on"):
                yield f"attribute {name} on <{element.tag}>"
            if name in {"href", "action", "src"} and (element.get(name) or "").lower().startswith("javascript:"):
                yield f"script in {name}"


def _unique_ids(tree: Element) -> Iterator[str]:
    counted = Counter(element.get("id") for element in tree.iter() if element.get("id") is not None)
    for name, number in counted.items():
        if number > 1 or not name:
            yield f"id {name!r} stands {number} times"


def _targets_exist(tree: Element) -> Iterator[str]:
    known = {element.get("id") for element in tree.iter()}
    above = parents(tree)
    for element in tree.iter():
        for name in REFERRING:
            for target in (element.get(name) or "").split():
                if target not in known:
                    yield f"{name}={target!r} leads nowhere"
        address = element.get("href") or ""
        if address.startswith("#") and address[1:] not in known and not _in_sample(element, above):
            yield f"href={address!r} leads nowhere"


def _in_sample(element: Element, above: dict[Element, Element]) -> bool:
    """Samples of the style guide show links whose targets are on no page."""
    here: Element | None = element
    while here is not None:
        if has_class(here, "sample"):
            return True
        here = above.get(here)
    return False


def _controls(tree: Element) -> Iterator[str]:
    labelled = Counter(label.get("for") for label in elements(tree, "label"))
    known = {element.get("id"): element.tag for element in tree.iter()}
    for target in labelled:
        if known.get(target) not in CONTROLS:
            yield f"label for {target!r} labels nothing"
    for control in elements(tree, *CONTROLS):
        if not control.get("name"):
            yield f"a control without a name: {control.attrib}"
        if control.get("type") != "hidden" and labelled[control.get("id")] != 1:
            yield f"{labelled[control.get('id')]} labels for {control.get('name')!r}"
        for name in ("required", "maxlength", "pattern", "placeholder"):
            if name in control.keys():  # noqa: SIM118 (an Element is no mapping)
                yield f"attribute {name} on {control.get('name')!r} (U13)"


def _landmark_names(tree: Element) -> Iterator[str]:
    for nav in elements(tree, "nav"):
        name = nav.get("aria-label") or nav.get("aria-labelledby") or ""
        if not name or "навигац" in name.lower() or "navigation" in name.lower():
            yield f"nav is named {name!r}"


RULES: tuple[Rule, ...] = (
    _one_heading,
    _title,
    _main_landmark,
    _heading_levels,
    _nothing_inline,
    _unique_ids,
    _targets_exist,
    _controls,
    _landmark_names,
)
PIECE_RULES: tuple[Rule, ...] = (_nothing_inline, _unique_ids, _controls)


def faults_of(tree: Element, asked: str = "", is_piece: bool = False) -> list[str]:
    """All faults of a page or a piece. Signs in `asked`, what the visitor typed, are theirs to use."""
    found = [fault for rule in (PIECE_RULES if is_piece else RULES) for fault in rule(tree)]
    return found + list(_signs(tree, asked))


def _signs(tree: Element, asked: str) -> Iterator[str]:
    said = [words(tree), *(value for element in tree.iter() for value in element.attrib.values())]
    for text in said:
        wrong = {sign for sign in text if sign in FORBIDDEN_SIGNS or _EMOJI.match(sign)} - set(asked)
        if wrong:
            yield f"signs that are not heard (U28): {sorted(wrong)} in {text[:80]!r}"
        leaked = _LEAKED.search(text)
        if leaked and leaked[0] not in asked:
            yield f"leaked {leaked[0]!r} in {text[max(0, leaked.start() - 40) : leaked.end() + 40]!r}"
