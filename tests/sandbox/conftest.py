"""A sandbox of the test's own, and a site that speaks to it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from tests.sandbox.esia_site import EsiaSite
from tests.sandbox.visitor import SandboxVisitor, visitor_of
from tests.support.sites import settings_in
from webapp import demo_keys
from webapp.sandbox import create_sandbox
from webapp.sandbox.world import World
from webapp.settings import Settings

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Demo keys made once: an RSA key takes a while."""
    folder = tmp_path_factory.mktemp("keys") / "demo_keys"
    for name in ("esia_client", "esia_token"):
        demo_keys.signing_pair(folder, name)
    demo_keys.secret(folder / "programmes_key")
    return folder


@pytest.fixture
def settings(tmp_path: Path, keys: Path) -> Settings:
    """Settings with a data folder of the test's own, made for the day DAY."""
    (tmp_path / "demo_keys").symlink_to(keys)
    return settings_in(tmp_path, sandbox_day=DAY)


@pytest.fixture
def sandbox(settings: Settings) -> Flask:
    """A sandbox that this test may change; the register answers at once."""
    app = create_sandbox(settings)
    world_of(app).delay_seconds = 0.0
    return app


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


def world_of(app: Flask) -> World:
    found: World = app.extensions["sandbox_world"]
    return found
