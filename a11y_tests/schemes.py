"""The colour schemes of a stylesheet: which colour each custom property has under which conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, cast

import tinycss2  # type: ignore[import-untyped]
from tinycss2 import color4

Rgb = tuple[int, int, int]

DARK = "(prefers-color-scheme: dark)"
# With forced colours the system chooses, and print has no screen: nothing can be computed there.
NOT_COMPUTED = re.compile(r"forced-colors|^print$")
NAMED = re.compile(r"\[data-scheme\s*=\s*[\"']?([\w-]+)[\"']?\s*\]")
NEGATED = re.compile(r":not\([^()]*\)")
ANY = "*"
TEXT = "--ink"
REFERENCE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,(.*))?\)", re.DOTALL)
# A page that never ends its references would be followed for ever.
DEEPEST = 20


class UnreadableColour(ValueError):
    """A token's value is no colour that can be computed."""


@dataclass(frozen=True)
class Block:
    """The custom properties of one rule for the root, with the conditions under which it holds."""

    media: str | None
    scheme: str | None
    # The chosen schemes for which the rule does not hold; ANY for all of them.
    excluded: frozenset[str]
    tokens: dict[str, str]


def _tokens(content: list[Any]) -> dict[str, str]:
    declarations = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return {
        item.name: tinycss2.serialize(item.value).strip()
        for item in declarations
        if item.type == "declaration" and item.name.startswith("--")
    }


def _excluded(selector: str) -> frozenset[str]:
    """`:root:not([data-scheme])` holds while no scheme is chosen, `…:not([data-scheme="x"])` for every other."""
    negations = [part for part in NEGATED.findall(selector) if "data-scheme" in part]
    named = (NAMED.search(part) for part in negations)
    return frozenset(match[1] if match else ANY for match in named)


def _blocks_of_rule(rule: Any, media: str | None) -> Iterator[Block]:
    tokens = _tokens(rule.content)
    for selector in tinycss2.serialize(rule.prelude).split(","):
        bare = NEGATED.sub("", selector.strip())
        named = NAMED.search(bare)
        # Only the root's own rules: `html .part` colours a part, not the page.
        if tokens and re.fullmatch(r"(:root|html|body)?(\[data-scheme[^\]]*\])?", bare) and bare:
            yield Block(media, named[1] if named else None, _excluded(selector), tokens)


def _blocks(rules: list[Any], media: str | None = None) -> Iterator[Block]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _blocks_of_rule(rule, media)
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "layer"):
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            condition = " ".join(tinycss2.serialize(rule.prelude).split())
            if rule.lower_at_keyword == "layer":
                yield from _blocks(inside, media)
            elif not NOT_COMPUTED.search(condition):
                yield from _blocks(inside, f"{media} and {condition}" if media else condition)


def _cascade(blocks: list[Block], media: str | None, scheme: str | None) -> dict[str, str]:
    holding = [
        block
        for block in blocks
        if block.media in (None, media)
        and block.scheme in (None, scheme)
        and not (scheme and block.excluded & {scheme, ANY})
    ]
    # A stable sort: a chosen scheme beats the system's, otherwise the later rule beats the earlier.
    holding.sort(key=lambda block: block.scheme is not None)
    return {name: value for block in holding for name, value in block.tokens.items()}


def _resolved(tokens: dict[str, str], value: str, depth: int = 0) -> str:
    if value.lower() == "currentcolor":
        # The colour of the text around; no token but this one colours plain text.
        value = f"var({TEXT})"
    reference = REFERENCE.fullmatch(value)
    if not reference:
        return value
    if depth > DEEPEST:
        raise UnreadableColour(f"{value} refers to itself")
    name, otherwise = reference.groups()
    return _resolved(tokens, tokens.get(name, (otherwise or "").strip()), depth + 1)


def _colour(value: str) -> Rgb | None:
    parsed = color4.parse_color(value)
    if parsed is None:
        return None
    red, green, blue, alpha = parsed.to("srgb")
    if alpha != 1:
        raise UnreadableColour(f"{value} is translucent: its contrast depends on what is under it")
    return cast(Rgb, tuple(round(min(1, max(0, part)) * 255) for part in (red, green, blue)))


def _colours(tokens: dict[str, str]) -> dict[str, Rgb]:
    found = {name: _colour(_resolved(tokens, value)) for name, value in tokens.items()}
    return {name: colour for name, colour in found.items() if colour is not None}


def _name(media: str | None, scheme: str | None) -> str:
    system = None if media is None else "dark" if media == DARK else media
    return f"{scheme} in {system}" if scheme and system else scheme or system or "light"


def schemes(css: str) -> dict[str, dict[str, Rgb]]:
    """The colours of every scheme, by name: "light", "dark", another media condition, each [data-scheme].

    A chosen scheme is computed in every system scheme as well: a token that it forgets comes from there.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    blocks = list(_blocks(rules))
    medias = dict.fromkeys([None, *(block.media for block in blocks)])
    chosen = dict.fromkeys([None, *(block.scheme for block in blocks)])
    return {_name(m, s): _colours(_cascade(blocks, m, s)) for m, s in product(medias, chosen)}
