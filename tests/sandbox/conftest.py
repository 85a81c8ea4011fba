"""A sandbox of the test's own, and a site that speaks to it."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from tests.sandbox.esia_site import EsiaSite
from tests.sandbox.register import RegisterClient
from tests.sandbox.visitor import SandboxVisitor, visitor_of
from tests.support.compiled import compiled_once
from tests.support.sites import settings_in
from webapp.core.clock import SHIFT_FILE
from webapp.sandbox import create_sandbox
from webapp.sandbox.world import World
from webapp.settings import Settings

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a data folder of these tests' own, for people of the day DAY."""
    return settings_in(tmp_path_factory.mktemp("sandbox"), sandbox_day=DAY)


@pytest.fixture(scope="session")
def built(settings: Settings) -> Flask:
    """One application for all tests: its keys take a while to make."""
    return compiled_once(create_sandbox(settings))


@pytest.fixture
def sandbox(built: Flask, settings: Settings) -> Flask:
    """The sandbox as after a start, for the test to change; the register answers at once."""
    world = world_of(built)
    world.reset()
    world.delay_seconds, world.slow_seconds = 0.0, 30.0
    (settings.data_dir / SHIFT_FILE).unlink(missing_ok=True)
    return built


@pytest.fixture
def here(sandbox: Flask) -> World:
    """What the sandbox remembers."""
    return world_of(sandbox)


@pytest.fixture
def browser(sandbox: Flask) -> SandboxVisitor:
    """A visitor's browser."""
    return visitor_of(sandbox)


@pytest.fixture
def new_browser(sandbox: Flask) -> Callable[[], SandboxVisitor]:
    """Further browsers."""
    return lambda: visitor_of(sandbox)


@pytest.fixture
def site(sandbox: Flask, settings: Settings) -> EsiaSite:
    """A registered site."""
    return EsiaSite(sandbox, settings)


@pytest.fixture
def register(sandbox: Flask, settings: Settings) -> RegisterClient:
    """Who may ask the register."""
    return RegisterClient(sandbox, settings)


def world_of(app: Flask) -> World:
    found: World = app.extensions["sandbox_world"]
    return found
