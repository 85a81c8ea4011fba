"""The engines run, in the pinned versions, and find what was planted for them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from a11y_tests.engines.axe import axe, run
from a11y_tests.engines.ibm import CYRILLIC, ibm, teach_cyrillic
from a11y_tests.engines.nu import nu
from a11y_tests.finding import Finding
from a11y_tests.installed import MissingTool, npm_file, pinned, program
from a11y_tests.visit import Visit

HERE = Path(__file__).resolve().parent


def _told(findings: list[Finding], certain: bool) -> set[str]:
    return {f"{finding.rule} {finding.target}" for finding in findings if finding.certain is certain}


@pytest.mark.browser
def test_axe_finds_its_planted_faults(fault_page: Callable[[str], Visit]) -> None:
    found = axe(fault_page("engines.html"))
    assert _told(found, certain=True) >= {
        "image-alt #no-alt",
        "color-contrast #pale",
        "color-contrast-enhanced #greyish",
        "target-size #tiny-1",
    }
    assert "color-contrast #on-picture" in _told(found, certain=False)


@pytest.mark.browser
def test_axe_is_the_pinned_one(fault_page: Callable[[str], Visit]) -> None:
    result = run(fault_page("engines.html").read(), {"runOnly": {"type": "rule", "values": ["image-alt"]}})
    assert result["testEngine"]["version"] == "4.14.1" == pinned("axe-core")


@pytest.mark.browser
def test_ibm_finds_its_planted_faults_in_russian(fault_page: Callable[[str], Visit]) -> None:
    found = ibm(fault_page("engines.html"))
    assert _told(found, certain=True) >= {
        "img_alt_valid #no-alt",
        "text_contrast_sufficient #pale",
        "label_name_visible #weight",
    }
    assert "element_id_unique main > p:nth-of-type(3)" in _told(found, certain=False)


def test_ibm_refuses_a_source_that_has_changed() -> None:
    with pytest.raises(AssertionError, match="0 times"):
        teach_cyrillic("nothing to replace")
    with pytest.raises(AssertionError, match="2 times"):
        teach_cyrillic(CYRILLIC[0][0] * 2 + CYRILLIC[1][0])


@pytest.mark.browser
@pytest.mark.parametrize("engine", [axe, ibm], ids=["axe", "ibm"])
def test_is_silent_on_the_clean_page(
    engine: Callable[[Visit], list[Finding]], fault_page: Callable[[str], Visit]
) -> None:
    assert engine(fault_page("clean.html")) == []


def test_nu_reads_many_pages_in_one_call() -> None:
    names = ("clean.html", "engines.html")
    found = nu({name: (HERE / "faults" / name).read_text(encoding="utf-8") for name in names})
    assert found["clean.html"] == []
    messages = " ".join(finding.message for finding in found["engines.html"] if finding.certain)
    assert "Duplicate ID" in messages
    assert "alt" in messages
    assert "unclosed elements" in messages


def test_nu_needs_no_java_for_no_pages() -> None:
    assert nu({}) == {}


@pytest.mark.parametrize("name", ["chromium", "chromedriver", "java"])
def test_a_missing_program_names_its_cure(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(f"ORIENTIR_{name.upper()}", str(tmp_path / "absent"))
    with pytest.raises(MissingTool, match=f"{name} is not at .*make system"):
        program(name)


def test_a_missing_package_names_its_cure() -> None:
    with pytest.raises(MissingTool, match=r"Node .*make system"):
        npm_file("axe-core", "absent.js")


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: row for name, row in lock["packages"].items() if name}
    assert len(packages) == 3
    for row in packages.values():
        assert "resolved" not in row
        assert row["integrity"].startswith("sha512-")
