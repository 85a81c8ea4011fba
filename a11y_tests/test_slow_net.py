"""The measurement of waiting on a slow telephone works; how long it takes is asserted nowhere."""

from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.pages import PAGES
from a11y_tests.report import waiting
from bench import slow_net
from bench.slow_net import ANSWERS, FIRST, NETWORKS, NotSeen, Wait

pytestmark = pytest.mark.browser


def test_a_visit_takes_at_least_what_the_network_takes(browser: Browser, site: str) -> None:
    told = dict(slow_net.waits(browser, f"{site}/", ANSWERS["home"], "2G", 1))
    # The page and its style sheet are asked for one after the other, and nothing is painted before both are there.
    assert all(wait >= 2 * NETWORKS["2G"].latency for wait in told[FIRST])


def test_an_answer_that_never_comes_is_told(browser: Browser, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_net, "PATIENCE_SECONDS", 0.2)
    with pytest.raises(NotSeen), slow_net.marking(browser, "main .nowhere"):
        slow_net.once(browser, f"{site}/help")


def test_what_is_measured_is_told_in_the_report(tmp_path: Path) -> None:
    names = ["floor", *ANSWERS]
    waits = [Wait(name, network, FIRST, 900.0, 910.0, 1.1) for name in names for network in NETWORKS]
    slow_net.write(tmp_path / waiting.FILE, waits, 1)
    assert len(waiting.sections(tmp_path)[0].rows) == len(waits)
    assert set(ANSWERS) <= {page.name for page in PAGES}
