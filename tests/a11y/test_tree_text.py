"""A tree's text is read back whole: a rule that looks at the nodes misses nothing of the page."""

from pathlib import Path

import pytest

from a11y_tests.tree_text import TREES, Node, NotATree, as_text, heard_at_noon, parse, walk

SMALL = """RootWebArea "Помощь — Ориентир"
  main
    heading "Помощь" [level 1]
    textbox "Год (четыре цифры)" [value "два "слова""] [described by "Ошибка: год"] (invalid, autocomplete bday-year)
      StaticText "два "слова""
"""


@pytest.mark.parametrize("path", sorted(TREES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_accepted_tree_comes_back_as_it_was(path: Path) -> None:
    kept = path.read_text(encoding="utf-8")
    assert as_text(parse(kept)) + "\n" == kept


def test_a_line_is_taken_apart() -> None:
    field = Node(
        "textbox",
        "Год (четыре цифры)",
        value='два "слова"',
        description="Ошибка: год",
        states=("invalid", "autocomplete bday-year"),
        children=(Node("StaticText", 'два "слова"'),),
    )
    heading = Node("heading", "Помощь", level=1)
    root = Node("RootWebArea", "Помощь — Ориентир", children=(Node("main", children=(heading, field)),))
    assert parse(SMALL) == root
    assert [node.role for node in walk(root)] == ["RootWebArea", "main", "heading", "textbox", "StaticText"]
    assert as_text(root) == SMALL


@pytest.mark.parametrize("text", ["", "main\nmain\n", "main\n    heading\n", "main\n heading\n", 'main "open\n'])
def test_what_is_no_tree_is_refused(text: str) -> None:
    with pytest.raises(NotATree):
        parse(text)


@pytest.mark.parametrize(
    ("told", "heard"),
    [("в 12:08 по Москве", "12:00"), ("в 14:59 по Москве", "12:00"), ("в 11:59 по Москве", "11:59")],
)
def test_only_a_moment_of_the_run_is_heard_as_noon(told: str, heard: str) -> None:
    assert heard in heard_at_noon(f"По данным реестра, {told}.")
