"""No test without an assertion: one that cannot fail says nothing."""

import ast

import pytest

from tests.support.sources import files, short

STATEMENTS = ("raises", "fail", "warns")
FORBIDDEN = ("skip", "skipif", "xfail", "importorskip", "sleep")


def written(text: str) -> list[ast.FunctionDef]:
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    return [function for function in functions if function.name.startswith("test_")]


def asserts(function: ast.FunctionDef) -> bool:
    """An `assert`, a `pytest.raises`, or a call of a function that is named for asserting."""
    return any(
        isinstance(node, ast.Assert)
        or (isinstance(node, ast.Attribute) and node.attr in STATEMENTS)
        or (isinstance(node, ast.Name) and node.id.startswith("assert_"))
        for node in ast.walk(function)
    )


def silent(text: str) -> list[str]:
    return [function.name for function in written(text) if not asserts(function)]


def excuses(text: str) -> list[str]:
    """Tests left out, or timed by waiting."""
    return [
        node.attr for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN
    ]


@pytest.mark.parametrize("folder", ["tests", "a11y_tests"])
def test_every_test_asserts(folder: str) -> None:
    named = files(folder, ".py")
    found = [f"{short(path)}: {name}" for path in named for name in silent(path.read_text(encoding="utf-8"))]
    assert named
    assert found == []


def test_no_test_is_left_out_or_waits_by_the_clock() -> None:
    found = {
        short(path): faults for path in files("tests", ".py") if (faults := excuses(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_a_silent_test_is_found() -> None:
    assert silent("def test_nothing():\n    print(1)\n") == ["test_nothing"]
    assert silent("def test_some():\n    assert 1\n") == []
    assert excuses("import time\ntime.sleep(1)\n") == ["sleep"]
