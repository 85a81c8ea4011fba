"""Every template compiles, keeps script and style outside, names its page, and imports only what it uses."""

import re

import pytest
from flask import Flask
from jinja2 import Environment, nodes

from tests.support.sources import TEMPLATES

PARTS = ("components/", "layouts/", "style_guide/samples/", "messages/")
"""Folders whose files are pieces of pages."""
_INLINE = (
    re.compile(r"<style\b", re.IGNORECASE),
    re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    re.compile(r"<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE),
    re.compile(r"javascript:", re.IGNORECASE),
)


def names() -> list[str]:
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


def source(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def pages() -> list[str]:
    """Templates that are whole pages."""
    whole = [name for name in names() if not name.startswith(PARTS) and "/_" not in name]
    return [name for name in whole if name != "base.html"]


def inline(text: str) -> list[str]:
    return [match[0] for pattern in _INLINE for match in pattern.finditer(text)]


def unused(environment: Environment, text: str) -> set[str]:
    """Names that are imported from another template and never used."""
    tree = environment.parse(text)
    imported = {
        alias if isinstance(alias, str) else alias[1]
        for found in tree.find_all(nodes.FromImport)
        for alias in found.names
    }
    used = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}
    return imported - used


def blocks(environment: Environment, text: str) -> set[str]:
    return {block.name for block in environment.parse(text).find_all(nodes.Block)}


@pytest.mark.parametrize("name", names())
def test_template_is_sound(reading_site: Flask, name: str) -> None:
    reading_site.jinja_env.get_template(name)
    assert inline(source(name)) == []
    assert unused(reading_site.jinja_env, source(name)) == set()


@pytest.mark.parametrize("name", pages())
def test_page_has_a_heading_of_its_own(reading_site: Flask, name: str) -> None:
    assert "heading" in blocks(reading_site.jinja_env, source(name))


@pytest.mark.parametrize("text", ["<p style='a'>", "<script>1</script>", "<a onclick=x>", "<a href='javascript:x'>"])
def test_inline_script_and_style_are_found(text: str) -> None:
    assert inline(text)


def test_an_unused_import_is_found(reading_site: Flask) -> None:
    text = '{% from "components/card.html" import card, x as y %}{{ card() }}'
    assert unused(reading_site.jinja_env, text) == {"y"}
    assert "heading" not in blocks(reading_site.jinja_env, text)
