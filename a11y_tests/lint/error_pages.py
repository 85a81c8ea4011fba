"""A page with errors says so in its title and begins with them (U9, U14)."""

from collections.abc import Iterator

from a11y_tests.finding import Finding
from a11y_tests.lint.before_heading import is_error_summary
from a11y_tests.lint.hearing import FIELDS, fault, found_in, main_of, stops
from a11y_tests.tree_text import Node
from a11y_tests.wording import wording


def error_pages(tree: Node) -> list[Finding]:
    """Title, summary and fields speak of errors together; each line of the summary leads to words beside a field."""
    told = tree.name.startswith(tuple(wording("error_prefix")))
    wrong = [part for part in found_in(tree, *FIELDS, "group") if _is_wrong(part)]
    summaries = [group for group in found_in(main_of(tree), "group") if is_error_summary(group)]
    if not told:
        return [fault("error-untold", tree, "a field is wrong, the title does not say it")] if wrong else []
    if not wrong:
        return [fault("error-nowhere", tree, "the title tells of an error, no field is wrong")]
    if not summaries or summaries[0] is not next(_parts(main_of(tree)), None):
        return [fault("error-summary-not-first", tree, "main does not begin with the summary of errors")]
    return _lines(summaries[0], wrong)


def _parts(main: Node) -> Iterator[Node]:
    """What main holds, without the line that says for whom one acts."""
    parts = list(main.children)
    if parts and next((stop.name for stop in stops(parts[0])), "").startswith(tuple(wording("person_line"))):
        parts = parts[2:]
    yield from parts


def _lines(summary: Node, wrong: list[Node]) -> list[Finding]:
    found = []
    links = list(found_in(summary, "link"))
    beside = {words for field in wrong for words in _messages(field)}
    for line in [stop for stop in stops(summary) if stop.role != "heading"]:
        if line.role != "link":
            found.append(fault("error-line-leads-nowhere", line, "a line of the summary that is no link"))
        elif not any(words.startswith(line.name.casefold()) for words in beside):
            found.append(fault("error-not-beside-field", line, "no wrong field is described by these words"))
    if not links:
        found.append(fault("error-summary-empty", summary, "a summary without a line"))
    return found


def _is_wrong(part: Node) -> bool:
    """A field says it by a state; a group of choices has no such state and says it by its description."""
    return "invalid" in part.states or (part.role == "group" and any(_messages(part)))


def _messages(field: Node) -> Iterator[str]:
    """What a field's description says of its error, which comes before the hint."""
    for prefix in wording("error_prefix"):
        if field.description.startswith(prefix):
            yield field.description.removeprefix(prefix).casefold()
