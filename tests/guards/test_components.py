"""One macro a component, each in the style guide, each of its states shown there."""

from collections.abc import Iterable

import pytest
from flask import Flask
from jinja2 import Environment, nodes

from tests.support.sources import TEMPLATES
from webapp.style_guide.components import COMPONENTS

TECHNICAL = frozenset({"id", "name", "value", "autocomplete", "rows", "level", "label", "foreign"})
"""Parameters that do not change how a component sounds or looks: they name it, or fit it into its page."""
ONE_A_PAGE = frozenset({"heading"})
"""States that make the h1: a page shows one, so the journey's pages show it for the components together."""
FOLDER = TEMPLATES / "components"
SHOWN = tuple(path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "style_guide").rglob("*.html")))


def macros(environment: Environment, text: str) -> dict[str, list[str]]:
    """Macro → its parameters with a default, which make its states."""
    found = environment.parse(text).find_all(nodes.Macro)
    return {macro.name: [arg.name for arg in macro.args[len(macro.args) - len(macro.defaults) :]] for macro in found}


def order(environment: Environment, text: str, macro: str) -> list[str]:
    return [
        arg.name for found in environment.parse(text).find_all(nodes.Macro) if found.name == macro for arg in found.args
    ]


def given(environment: Environment, texts: Iterable[str], macro: str, parameters: list[str]) -> set[str]:
    """The parameters that some call of the macro gives."""
    found: set[str] = set()
    for text in texts:
        for call in environment.parse(text).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == macro:
                found |= set(parameters[: len(call.args)]) | {keyword.key for keyword in call.kwargs}
    return found


def component_names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.html"))


def test_the_style_guide_lists_every_component_and_no_other() -> None:
    assert component_names() == sorted(COMPONENTS)
    assert component_names() == sorted(path.stem for path in (TEMPLATES / "style_guide" / "samples").glob("*.html"))


@pytest.mark.parametrize("name", component_names())
def test_component_is_one_macro_whose_states_are_all_shown(reading_site: Flask, name: str) -> None:
    environment, text = reading_site.jinja_env, (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    found = macros(environment, text)
    assert list(found) == [name]
    shown = given(environment, SHOWN, name, order(environment, text, name))
    assert set(found[name]) - TECHNICAL - ONE_A_PAGE - shown == set()


def test_a_question_that_is_the_heading_is_shown(reading_site: Flask) -> None:
    environment = reading_site.jinja_env
    for state in ONE_A_PAGE:
        shown = [
            name
            for name in component_names()
            if state in given(environment, SHOWN, name, order(environment, (FOLDER / f"{name}.html").read_text(), name))
        ]
        assert shown


def test_a_state_that_nobody_shows_is_found(reading_site: Flask) -> None:
    environment = reading_site.jinja_env
    macro = '{% macro box(text, kind="", hint="") %}{% endmacro %}'
    assert macros(environment, macro) == {"box": ["kind", "hint"]}
    assert given(environment, ['{{ box("a", "b") }}'], "box", order(environment, macro, "box")) == {"text", "kind"}
