"""Every accepted page and state before the listener's lint: no browser is needed to hear what is wrong."""

from collections.abc import Iterator

from a11y_tests.disagreements import load, stale, undecided
from a11y_tests.finding import Finding
from a11y_tests.journal import Journal
from a11y_tests.lint import DECISIONS, lint
from a11y_tests.lint.titles_apart import titles_apart
from a11y_tests.page import Page
from a11y_tests.pages import PAGES
from a11y_tests.tree_text import Node, accepted


def heard() -> dict[Page, Node]:
    trees = accepted()
    return {page: trees[page.name] for page in PAGES if page.name in trees}


def found(trees: dict[Page, Node]) -> Iterator[tuple[str, list[Finding]]]:
    yield from ((page.name, lint(tree)) for page, tree in trees.items())
    yield from ((page.name, [finding]) for page, finding in titles_apart(trees))


def test_every_page_is_clean_for_a_listener() -> None:
    trees = heard()
    assert len(trees) > 150
    journal = Journal()
    for name, findings in found(trees):
        journal.add(name, undecided(findings, load(DECISIONS)))
    report = journal.report()
    assert not report, report


def test_no_decision_has_outlived_its_finding() -> None:
    everything = [finding for _, findings in found(heard()) for finding in findings]
    assert [entry.selector for entry in stale(load(DECISIONS), everything)] == []
    assert {entry.engine for entry in load(DECISIONS)} <= {"lint"}


def planted(**titles: str) -> list[str]:
    """Names of the pages whose titles are told not to be apart, when these pages have these titles."""
    by_name = {page.name.replace(" ", "_"): page for page in PAGES}
    trees = {by_name[name]: Node("RootWebArea", title) for name, title in titles.items()}
    return [page.name for page, _ in titles_apart(trees)]


def test_titles_that_begin_alike_are_found_where_one_person_meets_both() -> None:
    assert planted(home="Что вам положено по программе: здесь", help="Что вам положено по программе: там") == ["home"]
    assert planted(home="Начало", entitlements="Начало") == ["home"]
    assert planted(home="Начало", help="Помощь") == []


def test_states_of_an_address_may_share_a_title() -> None:
    assert planted(product="Трость", product_that_fits="Трость") == []
    assert planted(signed_out="Вы вышли", signed_out_by_the_button="Вы вышли") == []
    assert planted(favourites="Избранное", favourites_of_nobody="Избранное") == []
