"""What was found on which page, told so that the worst is read first."""

from collections import defaultdict
from collections.abc import Iterable

from a11y_tests.finding import Finding

# Enough to see the pattern; a fault of the page's frame is on every page.
PLACES = 12


class Journal:
    """Collects findings page by page; `report` is the message of a failed test."""

    def __init__(self) -> None:
        self._found: dict[str, list[Finding]] = {}

    def add(self, page: str, findings: Iterable[Finding]) -> None:
        """Note what was found on a page; a page without findings counts as looked at."""
        self._found.setdefault(page, []).extend(findings)

    def findings(self) -> list[Finding]:
        """Everything found, page after page: what stale decisions are looked for in."""
        return [finding for found in self._found.values() for finding in found]

    def report(self) -> str:
        """All findings by rule: certain ones first, then those at the most places. Empty when all is well."""
        groups: dict[tuple[bool, str, str], dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
        for page, found in self._found.items():
            for finding in dict.fromkeys(found):
                kind = (not finding.certain, finding.engine, finding.rule)
                groups[kind][finding.target, finding.message].append(page)
        if not groups:
            return ""
        ordered = sorted(groups.items(), key=lambda item: (item[0][0], -_pages(item[1]), item[0]))
        total = len({(page, finding) for page, found in self._found.items() for finding in found})
        lines = [f"{total} findings on {sum(map(bool, self._found.values()))} of {len(self._found)} pages"]
        for (doubtful, engine, rule), places in ordered:
            lines += ["", f"{engine} {rule}{' (to be decided)' if doubtful else ''}"]
            lines += _places(places)
        return "\n".join(lines)


def _pages(places: dict[tuple[str, str], list[str]]) -> int:
    return sum(len(pages) for pages in places.values())


def _places(places: dict[tuple[str, str], list[str]]) -> list[str]:
    """One line a place, the most frequent first, with the pages where it was found."""
    ordered = sorted(places.items(), key=lambda item: (-len(item[1]), item[0]))
    lines = []
    for (target, message), pages in ordered[:PLACES]:
        where = pages[0] if len(pages) == 1 else f"{pages[0]} and {len(pages) - 1} more"
        lines += [f"  {target}", f"    {message}", f"    on {where}"]
    if len(ordered) > PLACES:
        lines.append(f"  … and {len(ordered) - PLACES} more places")
    return lines
