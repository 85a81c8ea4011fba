"""The table of security requirements is whole and does not promise more than it proves."""

import re
from collections.abc import Iterator

import pytest

from webapp.settings import PROJECT_ROOT, Settings

FOLDER = PROJECT_ROOT / "docs" / "security"
STATES = re.compile(r"met|untested|open: (?:step [1-9]|later)|deployment|not applicable")
ROW = re.compile(r"^\| (V\d+\.\d+\.\d+) \| (\d) \| (.*?) \| (.*) \| (.*) \|$", re.MULTILINE)
TABLE = (FOLDER / "asvs.md").read_text(encoding="utf-8")
PROOF = re.compile(r"`([^`]+?)(?:::(\w+))?`")
SECRET = re.compile(r"^\| `ORIENTIR_(\w+)` \| ", re.MULTILINE)
LIMIT = re.compile(r"^\| `(\w+)` \| ([\w ]+) \| ", re.MULTILINE)
NEEDING_PROOF = ("met", "untested", "deployment")


def levels() -> dict[str, str]:
    """Every id of the standard with its level."""
    lines = (FOLDER / "asvs_ids.txt").read_text(encoding="ascii").splitlines()
    return dict(line.split(" ") for line in lines)


def faults(text: str) -> Iterator[str]:
    """What is wrong with the table, in words."""
    known, rows = levels(), ROW.findall(text)
    named = [row[0] for row in rows]
    yield from (f"{name}: {named.count(name)} rows" for name in sorted(set(named)) if named.count(name) > 1)
    yield from (f"{name}: no row" for name, level in known.items() if level != "3" and name not in named)
    yield from (f"no row: {line}" for line in text.splitlines() if line.startswith("| V") and not ROW.match(line))
    for name, level, state, how, proof in rows:
        if known.get(name) != level:
            yield f"{name}: no such id of level {level}"
        if not STATES.fullmatch(state):
            yield f"{name}: unknown state {state!r}"
        if not how.strip():
            yield f"{name}: not a word on how or why"
        yield from (f"{name}: {fault}" for fault in faults_of_proof(state, proof))


def faults_of_proof(state: str, proof: str) -> Iterator[str]:
    named: list[tuple[str, str]] = PROOF.findall(proof)
    if state in NEEDING_PROOF and not named:
        yield f"{state} without a proof"
    if state == "met" and not any(path.startswith(("tests/", "a11y_tests/")) for path, _ in named):
        yield "met without a test"
    for path, function in named:
        if not (PROJECT_ROOT / path).is_file():
            yield f"no file {path}"
        elif function and f"def {function}(" not in (PROJECT_ROOT / path).read_text(encoding="utf-8"):
            yield f"no {function} in {path}"


def test_the_table_is_whole_and_its_proofs_exist() -> None:
    assert len(levels()) == 345
    assert list(faults(TABLE)) == []


def test_the_documented_limits_are_those_in_force() -> None:
    documented = dict(LIMIT.findall(TABLE))
    assert len(documented) >= 6
    assert documented == {name: str(Settings.model_fields[name].default) for name in documented}


def test_the_documented_keys_are_those_that_settings_hold() -> None:
    documented = {name.lower() for name in SECRET.findall(TABLE.partition("## Keys and digests")[2])}
    held = {name for name, field in Settings.model_fields.items() if "SecretStr" in repr(field.annotation)}
    assert held
    assert documented == held
    assert not [name for name in Settings.model_fields.keys() - held if re.search("key|secret|passw|token", name)]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("| V99.1.1 | 1 | met | x | `tests/guards/test_asvs.py` |", "V99.1.1: no such id of level 1"),
        ("| V1.1.1 | 2 | done | x | — |", "V1.1.1: unknown state 'done'"),
        ("| V1.1.1 | 2 | met | x | `webapp/settings.py` |", "V1.1.1: met without a test"),
        ("| V1.1.1 | 2 | met | x | `tests/conftest.py::none` |", "V1.1.1: no none in tests/conftest.py"),
        ("| V1.1.1 | 2 | met | | — |", "no row: | V1.1.1 | 2 | met | | — |"),
        ("| V1.1.1 | 2 | met | x | — |\n| V1.1.1 | 2 | met | x | — |", "V1.1.1: 2 rows"),
        ("| V1.1.1 | 2 | untested | x | `webapp/none.py` |", "V1.1.1: no file webapp/none.py"),
    ],
)
def test_a_planted_fault_is_found(row: str, fault: str) -> None:
    assert {fault, "V1.1.2: no row"} <= set(faults(row))
