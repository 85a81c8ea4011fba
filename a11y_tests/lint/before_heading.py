"""What is heard before the h1 (U2; the budgets of §9)."""

from collections.abc import Iterator
from itertools import takewhile

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault, found_in, main_of, stops, words
from a11y_tests.tree_text import Node
from a11y_tests.wording import wording

MOST_WORDS = 40
MOST_STOPS = 10


def before_heading(tree: Node) -> list[Finding]:
    """The skip link comes first; then few words; in main only the person line, then the errors."""
    if not any(_is_h1(heading) for heading in found_in(tree, "heading")):
        return []
    first = next(stops(tree))
    found = []
    if first.role != "link" or first.name not in wording("skip_links"):
        found.append(fault("skip-link-not-first", first, "the first thing on the page is not the skip link"))
    heard = heard_before(tree)
    spoken = sum(words(stop.name) for stop in heard)
    if spoken > MOST_WORDS:
        found.append(fault("many-words-before-h1", heard[-1], f"{spoken} words, at most {MOST_WORDS}"))
    if len(heard) > MOST_STOPS:
        found.append(fault("many-stops-before-h1", heard[-1], f"{len(heard)} swipe stops, at most {MOST_STOPS}"))
    return found + _in_main(_until_h1(main_of(tree)))


def heard_before(tree: Node) -> list[Node]:
    """The stops before the h1, without the line for whom one acts and the errors."""
    return _without_person_and_errors(_until_h1(tree))


def is_error_summary(node: Node) -> bool:
    """A group that begins with a heading which is part of its name."""
    first = node.children[0] if node.role == "group" and node.children else node
    return first.role == "heading" and first.level > 1 and node.name.startswith(first.name)


def _in_main(heard: list[Node]) -> list[Finding]:
    others = _without_person_and_errors(heard)
    found = [fault("words-before-h1", stop, "stands in main before the h1") for stop in others]
    summaries = [place for place, stop in enumerate(heard) if is_error_summary(stop)]
    persons = [place for place, stop in enumerate(heard) if _is_person_line(stop)]
    if summaries and persons and persons[-1] > summaries[0]:
        found.append(fault("person-line-late", heard[persons[-1]], "for whom one acts is heard after the errors"))
    return found


def _until_h1(node: Node) -> list[Node]:
    return list(takewhile(lambda stop: not _is_h1(stop), _stops_and_summaries(node)))


def _stops_and_summaries(node: Node) -> Iterator[Node]:
    """The stops, with an error summary as one of them."""
    if is_error_summary(node) or not node.children or node.role in ("heading", "link", "button"):
        yield from [node] if is_error_summary(node) else stops(node)
        return
    for child in node.children:
        yield from _stops_and_summaries(child)


def _without_person_and_errors(heard: list[Node]) -> list[Node]:
    left = []
    for before, stop in zip([None, *heard], heard, strict=False):
        switches = stop.role == "link" and before is not None and _is_person_line(before)
        if not (is_error_summary(stop) or _is_person_line(stop) or switches):
            left.append(stop)
    return left


def _is_person_line(stop: Node) -> bool:
    return stop.role == "StaticText" and stop.name.startswith(tuple(wording("person_line")))


def _is_h1(stop: Node) -> bool:
    return stop.role == "heading" and stop.level == 1
