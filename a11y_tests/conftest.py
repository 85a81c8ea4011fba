"""One browser and one site a test run (or xdist worker), and the pages with planted faults."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from a11y_tests import journeys_walked
from a11y_tests.browser import Browser
from a11y_tests.evidence import Evidence
from a11y_tests.live_site import live_site
from a11y_tests.screen_reader.session import Session
from a11y_tests.serving import serve
from a11y_tests.visit import Visit
from a11y_tests.wcag import run

FAULTS = Path(__file__).resolve().parent / "faults"
OUTCOMES = run.Outcomes()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """How each test ended, of all workers: what the matrix of criteria is judged by."""
    OUTCOMES.note(report.nodeid, report.when, report.outcome)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Judge a whole run: no decision may have covered nothing, and the statement may promise no more than was shown."""
    if hasattr(session.config, "workerinput"):  # a worker saw only its part; the controller judges
        return
    factory: pytest.TempPathFactory = session.config._tmp_path_factory  # type: ignore[attr-defined]
    kept = Evidence(factory.getbasetemp() / "evidence")
    if not kept.is_whole():
        return
    stale = kept.stale_decisions()
    if stale:
        print("\nknown_disagreements.toml holds decisions that covered nothing:", *stale, sep="\n  ")
    unshown = run.judge(kept.undecided(), OUTCOMES) if run.is_whole(OUTCOMES) else []
    if unshown:
        print("\nThe accessibility statement promises more than this run showed:", *unshown, sep="\n  ")
    if stale or unshown:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many journeys were walked, and which of them twice."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    for line in journeys_walked.told(reports):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for the whole run: starting one costs more than most checks."""
    with Browser() as started:
        yield started


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served for the whole run."""
    with live_site(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Evidence:
    """Where findings of all workers are kept together."""
    base = tmp_path_factory.getbasetemp()
    return Evidence((base if worker_id == "master" else base.parent) / "evidence")


@pytest.fixture(scope="session")
def faults_address() -> Iterator[str]:
    """The base address of the pages with planted faults."""
    with serve(FAULTS) as address:
        yield address


@pytest.fixture(scope="module")
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """One screen reader with the module's BROWSER for all its journeys: starting them costs as much as a journey."""
    with Session(request.module.BROWSER) as started:
        yield started


@pytest.fixture
def walk(request: pytest.FixtureRequest, session: Session, site: str) -> journeys_walked.Walk:
    """Walks a journey on the site, keeps what was heard, and says in the test's report how it went."""
    return lambda path: journeys_walked.walk_and_keep(path, session, site, request.node)


@pytest.fixture
def fault_page(browser: Browser, faults_address: str) -> Callable[[str], Visit]:
    """The visit of one page with planted faults, by its file name."""
    return lambda name: Visit.at(browser, faults_address + name)
