"""The report is read by those it is about: it is as clean as the site."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks import CHECKS
from a11y_tests.engines.axe import axe
from a11y_tests.engines.nu import nu
from a11y_tests.report import journeys, writing
from a11y_tests.screen_reader import journey_file, record
from a11y_tests.screen_reader.accepted import Accepted
from a11y_tests.screen_reader.heard import Heard
from a11y_tests.screen_reader.walk import Attempt
from a11y_tests.screen_reader.ways import COUNTED, JOURNEYS
from a11y_tests.section import Section
from a11y_tests.serving import serve
from a11y_tests.visit import Visit

pytestmark = pytest.mark.browser

CHECKED = ("headings", "ids", "images", "keyboard", "language", "larger_font", "links", "reflow", "tables")
HEARD = Heard(("Что найти: слова, код или артикул запись", "Режим фокуса"), ("⠟⠞⠕⠀⠝⠁⠯⠞⠊",), None, 0.4)
WAY = journey_file.load(JOURNEYS[0])
PAGES = ("index.html", "lists.html", journeys.page((WAY.name, COUNTED)))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with all that a report can hold: a retry, a change, a missing walk, two tables."""
    folder = tmp_path_factory.mktemp("report")
    steps = [(step, HEARD if number else Heard()) for number, step in enumerate(WAY.steps)]
    failed = Attempt(steps[:2], keys=1, words=3, failure="not_found.journey:7: не слышно «Дом»")
    kept = record.of(WAY, COUNTED, [failed, Attempt(steps, keys=20, words=90, late=1)])
    record.write(kept, folder / journeys.FOLDER)
    before = Accepted(19, 95, 60, 30, 20, most_keys=21, most_words=99, day=date(2026, 11, 1))
    expected = [(WAY.name, COUNTED), (WAY.name, "chromium")]
    first = journeys.told({WAY.name: WAY}, expected, record.read(folder / journeys.FOLDER), {WAY.name: before})
    english = Section("Plain words", ("Two pages.",), ("page", "words", "hardest text"), (("home", "5", "Найти"),))
    writing.write(folder, [first, english, Section("Без таблицы", ("Не проверено.",))])
    return folder


@pytest.fixture(scope="module")
def address(written: Path) -> Iterator[str]:
    with serve(written) as base:
        yield base


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES, ids=["tables", "lists", "transcript"])
def test_every_page_of_the_report_is_clean(browser: Browser, address: str, page: str, scheme: str) -> None:
    with browser.media(prefers_color_scheme=scheme):
        visit = Visit.at(browser, address + page)
        found = axe(visit)
        for name in CHECKED:
            found += CHECKS[name](visit)
    assert found == []


def test_the_html_of_the_report_is_valid_and_asks_nobody(written: Path) -> None:
    sources = {page: (written / page).read_text(encoding="utf-8") for page in PAGES}
    assert nu(sources) == {page: [] for page in PAGES}
    for source in sources.values():
        assert "//" not in source.replace("://www.w3.org", "")
        assert "src=" not in source and "<link" not in source
