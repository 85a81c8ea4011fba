"""The tables of people in the documents tell the people that the sandbox has: names, numbers and slugs."""

import re

import pytest

from tests.sandbox.conftest import DAY
from webapp.sandbox.people.loading import load
from webapp.sandbox.people.records import Person
from webapp.settings import PROJECT_ROOT

Told = tuple[str, str, str]
README = re.compile(r"^\| ([^|`]+) \| (\d+) \| `([^`|]+)` \| [^|]+ \|$", re.MULTILINE)
SANDBOX = re.compile(r"^\| `([^`|]+)` \| (\d+) \| ([^|:,]+)(?:[:,] [^|]+)? \|$", re.MULTILINE)


def of(person: Person) -> Told:
    return person.full_name, person.oid, person.slug


def in_readme(text: str) -> list[Told]:
    """Name, number and slug of each row of README's table."""
    return [(name, number, slug) for name, number, slug in README.findall(text)]


def in_sandbox(text: str) -> list[Told]:
    """The same of the table in docs/sandbox.md, whose last column begins with the name."""
    return [(name, number, slug) for slug, number, name in SANDBOX.findall(text)]


def text_of(name: str) -> str:
    return (PROJECT_ROOT / name).read_text(encoding="utf-8")


def test_readme_names_everybody_who_can_sign_in() -> None:
    assert in_readme(text_of("README.md")) == [of(person) for person in load(DAY).with_accounts()]


def test_the_page_of_the_sandbox_names_everybody() -> None:
    assert in_sandbox(text_of("docs/sandbox.md")) == [of(person) for person in load(DAY).all]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Воронцова Анна Сергеевна", "Воронцова Анна Сергевна"),
        ("1000600001", "1000600091"),
        ("`blind-woman`", "`blind-women`"),
        ("Абрамова Галина", "Абрамова Галина Ивановна"),
    ],
)
def test_a_wrong_word_is_found(right: str, wrong: str) -> None:
    people = load(DAY)
    readme, page = text_of("README.md"), text_of("docs/sandbox.md")
    assert in_readme(readme.replace(right, wrong)) != [of(person) for person in people.with_accounts()]
    assert in_sandbox(page.replace(right, wrong)) != [of(person) for person in people.all]


@pytest.mark.parametrize("slug", ["moscow", "no-snils"])
def test_a_missing_row_is_found(slug: str) -> None:
    for name, read in (("README.md", in_readme), ("docs/sandbox.md", in_sandbox)):
        text = text_of(name)
        shorter = "\n".join(line for line in text.splitlines() if f"`{slug}`" not in line)
        assert len(read(shorter)) == len(read(text)) - 1
