"""No number reaches a page but through a formatter (U5), judged by the marks that a site of tests writes round them."""

import re
from collections.abc import Iterable

from a11y_tests.finding import Finding
from a11y_tests.words_heard.allowed import Allowed
from a11y_tests.words_heard.figures import figures
from a11y_tests.words_heard.markup import texts
from a11y_tests.words_heard.signs import signs
from webapp.core.number_marks import BEGIN, END

RULE = "number-unmarked"
INSIDE = frozenset({"number-spaced", "number-comma", "number-dash", "sign-lost", "sign-unseen", "sign-stress"})
"""What not even a formatter may write."""
_MARKS = re.compile(f"[{BEGIN}{END}]")
_SURROUNDINGS = re.compile(r"(?:\S+\s+){0,2}\S*\d\S*(?:\s+\S+){0,2}")


class BrokenMarks(ValueError):
    """A mark without its other half: something cut a formatter's words in two."""


def without_marks(source: str) -> str:
    """The page as a visitor gets it."""
    return _MARKS.sub("", source)


def parts(text: str) -> tuple[str, list[str]]:
    """What stands outside of marks, and each outermost stretch between them. Raises BrokenMarks."""
    outside: list[str] = []
    inside: list[str] = []
    depth = 0
    for piece in re.split(f"([{BEGIN}{END}])", text):
        if piece == BEGIN:
            depth += 1
            if depth == 1:
                inside.append("")
        elif piece == END:
            depth -= 1
            if depth < 0:
                raise BrokenMarks(without_marks(text))
        elif depth:
            inside[-1] += piece
        else:
            outside.append(piece)
    if depth:
        raise BrokenMarks(without_marks(text))
    return " … ".join(outside), inside


def numbers(source: str, entries: Iterable[Allowed]) -> list[Finding]:
    """Faults of a page that was asked for with marks: digits outside of them, and what no formatter may write."""
    allowed = [entry.pattern for entry in entries if entry.rule == RULE]
    found = []
    for text in texts(source):
        try:
            outside, inside = parts(text.words)
        except BrokenMarks as error:
            found.append(Finding("words", "number-cut", text.place, " ".join(str(error).split())))
            continue
        for pattern in allowed:
            outside = pattern.sub(" ", outside)
        found += [
            Finding("words", RULE, text.place, " ".join(match[0].split())) for match in _SURROUNDINGS.finditer(outside)
        ]
        for written in inside:
            wrong = [*figures(written), *signs(written)]
            found += [Finding("words", rule, text.place, what) for rule, what in wrong if rule in INSIDE]
    return found


def passing(source: str, entries: Iterable[Allowed]) -> set[str]:
    """The patterns of the decisions that a page needs."""
    outside = "\n".join(parts(text.words)[0] for text in texts(source))
    return {entry.pattern.pattern for entry in entries if entry.rule == RULE and entry.pattern.search(outside)}
