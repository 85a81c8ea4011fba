"""What a criterion may be proven by: references like `check:links`, their names, on how many states each runs."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from a11y_tests.checks import CHECKS
from a11y_tests.engines.axe import TAGS
from a11y_tests.installed import npm_file
from a11y_tests.pages import PAGES
from a11y_tests.wcag.criteria import Words, criteria, load

ROOT = Path(__file__).resolve().parents[2]
JOURNEYS = ROOT / "a11y_tests" / "screen_reader" / "journeys"
TREE_TEST = "a11y_tests/test_site.py::test_every_state_is_clean_for_axe_and_is_heard_as_accepted"
JOURNEY_TEST = "a11y_tests/test_journeys.py::test_a_person_who_hears_gets_there"
WHOLE = ("axe", "ibm", "nu", "tree")
"""Kinds that are called by themselves, whatever rule of theirs is meant."""
LISTED = ("check", "journey", "test")
"""Kinds of which each proof has a name of its own."""
_AXE_RULE = re.compile(r'\{id:"([a-z0-9-]+)",(?:(?!\{id:").){0,600}?tags:\[([^\]]*)\]')


@dataclass(frozen=True, order=True)
class Reference:
    """One proof: `kind` says who proves, `name` what of it: a tag or rule, a check, a journey, a test."""

    kind: str
    name: str = ""

    @property
    def states(self) -> int:
        """On how many states of pages it runs; 0 for journeys and tests, which walk a way."""
        if self.kind in ("axe", "nu"):
            return len(PAGES)
        if self.kind == "tree":
            return sum(page.is_steady for page in PAGES)
        return sum(page.full for page in PAGES) if self.kind in ("ibm", "check") else 0


def parse(text: str) -> Reference:
    """A reference as it is written: «check:links», «nu»."""
    kind, _, name = text.partition(":")
    return Reference(kind, name)


def used() -> dict[Reference, list[str]]:
    """Every reference that some criterion makes, with the numbers of those criteria."""
    found: dict[Reference, list[str]] = {}
    for criterion in criteria():
        for text in criterion.proofs:
            found.setdefault(parse(text), []).append(criterion.number)
    return found


@cache
def names() -> dict[Reference, Words]:
    """How proofs are called on the site."""
    rows = load("proofs.toml")
    whole = {Reference(kind): Words(**rows[kind]) for kind in WHOLE}
    listed = {Reference(kind, name): Words(**words) for kind in LISTED for name, words in rows[kind].items()}
    return whole | listed


def name_of(reference: Reference) -> Words:
    """The name of a proof, that of its kind where the rule does not matter to a reader."""
    return names()[Reference(reference.kind) if reference.kind in WHOLE else reference]


def journeys() -> set[str]:
    """Every journey by ear that there is."""
    return {path.stem for path in JOURNEYS.glob("*.journey")}


@cache
def axe_rules() -> dict[str, frozenset[str]]:
    """The rules of the installed axe that our run switches on, each with its tags."""
    source = npm_file("axe-core", "axe.min.js").read_text(encoding="utf-8")
    found = {rule: frozenset(re.findall(r'"([^"]+)"', tags)) for rule, tags in _AXE_RULE.findall(source)}
    return {
        rule: tags for rule, tags in found.items() if tags & set(TAGS) and not tags & {"experimental", "deprecated"}
    }


def axe_rules_of(name: str) -> set[str]:
    """The rules that a name means: one rule, or all with this tag."""
    return {rule for rule, tags in axe_rules().items() if name == rule or name in tags}


@cache
def ibm_source() -> str:
    """The installed IBM engine, in which every rule names itself."""
    return npm_file("accessibility-checker-engine", "ace.js").read_text(encoding="utf-8")


def fault_of(reference: Reference) -> str:
    """Why a reference means nothing here; empty when it is sound. What engines hold is asked by `fault_of_rule`."""
    kind, name = reference.kind, reference.name
    if kind in ("nu", "tree"):
        return f"{kind} has no parts" if name else ""
    if kind in ("axe", "ibm"):
        return "" if name else f"{kind} needs a rule"
    if kind not in LISTED:
        return f"no such kind of proof: {kind}"
    if reference not in names():
        return f"{kind}:{name} has no name in proofs.toml"
    known = {"check": name in CHECKS, "journey": name in journeys(), "test": kind == "test" and _is_written(name)}
    return "" if known[kind] else f"there is no {kind} {name}"


def fault_of_rule(reference: Reference) -> str:
    """Why a rule of an engine means nothing: the installed engine does not know it, or our run leaves it out."""
    if reference.kind == "axe" and not axe_rules_of(reference.name):
        return f"axe runs no rule for {reference.name}"
    if reference.kind == "ibm" and f'id:"{reference.name}"' not in ibm_source():
        return f"IBM has no rule {reference.name}"
    return ""


def _is_written(test: str) -> bool:
    path, _, function = test.partition("::")
    file = ROOT / path
    return file.is_file() and f"\ndef {function}(" in file.read_text(encoding="utf-8")


def unproving() -> list[str]:
    """Checks and journeys that prove no criterion, and names in proofs.toml that nobody uses: each in words."""
    there = {Reference("check", name) for name in CHECKS} | {Reference("journey", name) for name in journeys()}
    cure = "name it in proofs.toml and in a criterion of a11y_tests/wcag/criteria"
    forgotten = [f"{one.kind}:{one.name} proves no criterion: {cure}" for one in sorted(there - set(used()))]
    kinds = {Reference(one.kind) for one in used()}
    dead = sorted(set(names()) - set(used()) - kinds)
    return forgotten + [f"{one.kind}:{one.name} stands in proofs.toml, but no criterion names it" for one in dead]
