"""The matrix as a page of the documentation: a table for each principle."""

from collections import Counter
from collections.abc import Iterator

from a11y_tests.wcag import proofs
from a11y_tests.wcag.criteria import HERE, PER_LEVEL, Criterion, criteria, load, problems

HEAD = HERE / "head.md"
FILE = proofs.ROOT / "docs" / "accessibility" / "wcag.md"
RESULTS = {
    "proven": "met, proven by machines",
    "part": "met, partly by machines, the rest read",
    "read": "met, by reading only",
    "flawed": "not wholly met",
    "absent": "does not apply",
    "not_claimed": "not claimed",
}
COLUMNS = ("Criterion", "Level", "Result", "Proof", "Read, or why not", "People", "EN 301 549", "ПП 102", "Rules")


def text() -> str:
    """The whole page."""
    return "\n".join([HEAD.read_text(encoding="utf-8"), *_summary(), *_problems(), *_tables()]) + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _summary() -> Iterator[str]:
    counted = Counter((one.level, one.result) for one in criteria())
    yield _row("Result", *PER_LEVEL)
    yield "|---|---|---|---|"
    for result, words in RESULTS.items():
        yield _row(words, *(str(counted[level, result]) for level in PER_LEVEL))
    yield ""


def _problems() -> Iterator[str]:
    yield "## Known problems\n"
    for problem in problems():
        numbers = ", ".join(problem.criteria)
        yield f"- {numbers}, since {problem.since}: {problem.what.en} {problem.way.en} {problem.planned.en}"
    yield ""


def _tables() -> Iterator[str]:
    for principle in load("principles.toml")["principle"]:
        yield f"## {principle['number']} {principle['en']}\n"
        yield _row(*COLUMNS)
        yield "|---" * len(COLUMNS) + "|"
        for one in criteria():
            if one.number.startswith(f"{principle['number']}."):
                yield _line(one)
        yield ""


def _line(one: Criterion) -> str:
    reason = one.not_claimed or one.why_absent
    read = reason.en if reason else f"{one.read_on}: {one.read.en}" if one.read else "—"
    people = f"{one.people_on}: {one.people.en}" if one.people else "—"
    said = ", ".join(f"`{text}`{_states(text)}" for text in one.proofs) or "—"
    law, rules = ", ".join(one.law), ", ".join(one.rules)
    result = RESULTS[one.result]
    return _row(f"{one.number} {one.name.en}", one.level, result, said, read, people, one.clause or "—", law, rules)


def _states(text: str) -> str:
    states = proofs.parse(text).states
    return f" ({states})" if states else ""
