"""Fixtures of all tests: a site to read, sites to write to, databases of both kinds, the log as it is written."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.support.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.support.loaded import loaded_database
from tests.support.postgres import Cluster, running_cluster
from tests.support.sites import SiteMaker, closing, copy_database, make_site, settings_in
from tests.support.slow_places import FAST_PLACES, SLOW_FIXTURES, SLOW_PLACES
from tests.support.strict_client import StrictClient, visitor


def pytest_configure() -> None:
    """What the shell says of the site must not change what tests see."""
    for name in [name for name in os.environ if name.startswith("ORIENTIR_")]:
        del os.environ[name]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Hundreds of exchanges, each quick, are slow together: they wait for `make test`. The rest is under a minute."""
    for item in items:
        place = item.path.relative_to(Path(__file__).parent).as_posix()
        is_slow = place.startswith(SLOW_PLACES) and not place.startswith(FAST_PLACES)
        if is_slow or SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def template(pytestconfig: pytest.Config) -> Path:
    """The loaded SQLite database, to be copied."""
    cache = pytestconfig.cache
    assert cache is not None
    return loaded_database(cache.mkdir("orientir-database"))


@pytest.fixture(scope="session")
def reading_site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One loaded site for all tests that only read."""
    folder = tmp_path_factory.mktemp("reading")
    copy_database(template, folder)
    with closing(make_site(settings_in(folder))) as app:
        yield app


@pytest.fixture
def reader(reading_site: Flask) -> StrictClient:
    """A visitor of the reading site."""
    return visitor(reading_site)


@pytest.fixture
def speaking(reading_site: Flask) -> Iterator[Flask]:
    """A request in Russian is going on: what formatters need."""
    with reading_site.test_request_context("/"):
        yield reading_site


@pytest.fixture
def speaking_english(reading_site: Flask) -> Iterator[Flask]:
    """A request in English is going on."""
    with reading_site.test_request_context("/", environ_overrides={"orientir.language": "en"}):
        yield reading_site


@pytest.fixture
def site_of(tmp_path: Path, template: Path) -> Iterator[SiteMaker]:
    """Makes loaded sites of the test's own: `site_of(form_limit="2 per minute")`. They share one database."""
    with ExitStack() as stack:

        def make(**chosen: Any) -> Flask:
            if not (tmp_path / "orientir.sqlite3").exists():
                copy_database(template, tmp_path)
            return stack.enter_context(closing(make_site(settings_in(tmp_path, **chosen))))

        yield make


@pytest.fixture
def writing_site(site_of: SiteMaker) -> Flask:
    """A loaded site that this test may change."""
    return site_of()


@pytest.fixture
def writer(writing_site: Flask) -> StrictClient:
    """A visitor of a site that this test may change."""
    return visitor(writing_site)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL cluster, started at first use and removed at the end of the run."""
    with running_cluster() as started:
        yield started


@pytest.fixture(scope="session")
def postgres(cluster: Cluster, template: Path, tmp_path_factory: pytest.TempPathFactory) -> PostgresDatabases:
    """PostgreSQL databases, empty and loaded."""
    return PostgresDatabases(cluster, tmp_path_factory.mktemp("postgres"), template)


ON_POSTGRES = (pytest.mark.slow, pytest.mark.xdist_group("postgres"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=ON_POSTGRES)])
def each_database(request: pytest.FixtureRequest, tmp_path: Path, template: Path) -> Databases:
    """The test runs on both kinds of database."""
    if request.param == "sqlite":
        return SqliteDatabases(tmp_path, template)
    databases: PostgresDatabases = request.getfixturevalue("postgres")
    return databases


@pytest.fixture
def log(capfd: pytest.CaptureFixture[str]) -> Callable[[], list[dict[str, Any]]]:
    """Reads what was logged since the last reading; a line that is not JSON fails."""
    return lambda: [json.loads(line) for line in capfd.readouterr().err.splitlines()]
