"""Titles tell addresses apart (U1). The one rule that needs all pages at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault
from a11y_tests.page import Page
from a11y_tests.tree_text import Node

# All that a tab shows, and all that is heard of a window before one goes on.
HEARD = 30


def alike(titles: Mapping[str, str]) -> list[list[str]]:
    """Keys whose titles begin alike."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, title in titles.items():
        found[title[:HEARD]].append(key)
    return [keys for keys in found.values() if len(keys) > 1]


def titles_apart(trees: Mapping[Page, Node]) -> Iterator[tuple[Page, Finding]]:
    """Each page whose title begins like that of another address, in one language, open to one person."""
    for is_english in (False, True):
        pages = {page.name: page for page in trees if page.path.startswith("/en/") == is_english}
        for names in alike({name: trees[page].name for name, page in pages.items()}):
            for one, two in combinations([pages[name] for name in names], 2):
                if _open_to_one_person(one, two) and not _same_address(one, two):
                    yield one, fault("title-alike", trees[one], f'begins like "{two.name}": {trees[two].name}')


def _open_to_one_person(one: Page, two: Page) -> bool:
    return one.who == two.who or not (one.who and two.who)


def _same_address(one: Page, two: Page) -> bool:
    """Whether these are states of one address, or of one endpoint where steps lead to an address that nobody knows."""
    if (one.steps or two.steps) and one.endpoint == two.endpoint:
        return True
    return (one.ends_at or one.path) == (two.ends_at or two.path)
