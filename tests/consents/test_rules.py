"""Who may decide about a person's consents: the table, written out by hand."""

import pytest

from webapp.consents.rules import TEXTS, Hindrance, Purpose, hindrance, newest
from webapp.core.entrusted import Function
from webapp.settings import PROJECT_ROOT

WITH, WITHOUT = frozenset({Function.VIEW, Function.CONSENT}), frozenset({Function.VIEW})


@pytest.mark.parametrize(
    ("functions", "is_legal", "covers", "expected"),
    [
        (WITH, True, None, None),
        (WITH, True, False, None),
        (WITH, False, True, None),
        (WITH, False, False, Hindrance.POWER_SILENT),
        (WITH, False, None, Hindrance.POWER_SILENT),
        (WITHOUT, True, True, Hindrance.NOT_ENTRUSTED),
        (WITHOUT, False, True, Hindrance.NOT_ENTRUSTED),
        (frozenset(), False, None, Hindrance.NOT_ENTRUSTED),
    ],
)
def test_who_may_decide(
    functions: frozenset[Function], is_legal: bool, covers: bool | None, expected: Hindrance | None
) -> None:
    assert hindrance(functions, is_legal, covers) is expected


@pytest.mark.parametrize("purpose", Purpose)
def test_every_version_of_every_text_is_there(purpose: Purpose) -> None:
    folder = PROJECT_ROOT / "templates" / "consents" / "texts"
    for version in TEXTS[purpose]:
        assert (folder / f"_{purpose}_{version}.html").is_file()
    assert newest(purpose) == TEXTS[purpose][-1]
