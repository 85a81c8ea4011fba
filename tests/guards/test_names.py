"""One vocabulary of file names: a name says what is inside, and seven names mean the same everywhere."""

import re
from pathlib import PurePosixPath

import pytest

from tests.support.sources import files, short

SAYS_NOTHING = frozenset("util utils helper helpers common manager managers service services misc lib base".split())
PLAIN = re.compile(r"^(_?[a-z][a-z0-9_]*|__init__|__main__|\d{4}_[a-z0-9_]+)$")


def faults(paths: list[str]) -> list[str]:
    """Paths whose name, or a word of it, says nothing; and those that are not plain words."""
    found = []
    for path in paths:
        names = [PurePosixPath(path).stem, *PurePosixPath(path).parent.parts]
        if any(SAYS_NOTHING & set(name.split("_")) for name in names):
            found.append(f"{path}: says nothing")
        if not PLAIN.match(names[0]):
            found.append(f"{path}: not plain words")
    return found


def test_modules_are_named_by_what_they_hold() -> None:
    assert faults([short(path) for folder in ("webapp", "tests", "a11y_tests") for path in files(folder, ".py")]) == []


def test_templates_are_named_by_what_they_show() -> None:
    named = [short(path) for path in files("templates", ".html")]
    assert faults([name for name in named if not name.startswith("templates/errors/")]) == [
        "templates/base.html: says nothing"
    ]


@pytest.mark.parametrize("name", ["webapp/catalogue/utils.py", "webapp/common/words.py", "tests/form_helpers.py"])
def test_a_name_that_says_nothing_is_found(name: str) -> None:
    assert faults([name]) == [f"{name}: says nothing"]
