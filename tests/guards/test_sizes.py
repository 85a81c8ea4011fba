"""Small rooms: whoever opens a file can read it whole."""

import ast
from pathlib import Path

import pytest

from tests.support.sources import files, short

MODULE, TEMPLATE, FUNCTION, TEST_FILE, CONFTEST = 300, 150, 40, 300, 150


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(folder: str, ending: str, most: int) -> list[str]:
    return [f"{short(path)}: {lines_of(path)}" for path in files(folder, ending) if lines_of(path) > most]


def long_functions(text: str, most: int = FUNCTION) -> list[str]:
    """Functions with more lines than allowed, their description not counted."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            length = (node.end_lineno or 0) - first.lineno + 1
            if length > most:
                found.append(f"{node.name}: {length}")
    return found


@pytest.mark.parametrize(
    ("folder", "ending", "most"),
    [
        ("webapp", ".py", MODULE),
        ("templates", ".html", TEMPLATE),
        ("tests", ".py", TEST_FILE),
        ("tests", "conftest.py", CONFTEST),
        ("a11y_tests", ".py", TEST_FILE),
        ("bench", ".py", MODULE),
    ],
)
def test_files_are_short(folder: str, ending: str, most: int) -> None:
    assert too_long(folder, ending, most) == []


def test_functions_are_short() -> None:
    # A query that names the columns of one page reads better whole than cut in two.
    allowed = {"webapp/catalogue/queries.py": {"product"}, "webapp/migrations": {"upgrade", "downgrade"}}
    found = [
        f"{short(path)}: {function}"
        for path in files("webapp", ".py") + files("tests", ".py")
        for function in long_functions(path.read_text(encoding="utf-8"))
        if not any(
            short(path).startswith(place) and function.split(":")[0] in names for place, names in allowed.items()
        )
    ]
    assert found == []


def test_what_is_too_long_is_found() -> None:
    assert too_long("tests", "conftest.py", 10)
    assert long_functions("def long():\n" + "    pass\n" * 41) == ["long: 41"]
