"""Making sites for tests: settings that depend on nothing outside, a copy of the loaded database."""

import atexit
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from flask import Flask
from pydantic import SecretStr

from tests.support.compiled import compiled_once
from tests.support.strict_client import StrictClient
from webapp import create_app, demo_keys
from webapp.core.database import db
from webapp.esia_settings import EsiaSettings
from webapp.settings import AccompanimentSettings, ProgrammeSettings, Settings

KEY = "a-key-that-only-tests-know-0123456789"
DATA_KEY = "another-key-that-only-tests-know-9876543210"
OFTEN = "1000000 per minute"
SiteMaker = Callable[..., Flask]


def settings_in(folder: Path, **chosen: Any) -> Settings:
    """Settings of a test site whose files live in `folder`; limits are out of the way unless chosen."""
    usual: dict[str, Any] = (outside_of_production() if chosen.get("env") == "production" else {}) | {
        "env": "test",
        "data_dir": folder,
        "secret_keys": KEY,
        "trusted_hosts": "localhost",
        "search_limit": OFTEN,
        "form_limit": OFTEN,
        "sign_in_limit": OFTEN,
        "obstacle_limit": OFTEN,
        "code_limit": OFTEN,
    }
    return Settings(**(usual | chosen))


@cache
def outside_of_production() -> dict[str, Any]:
    """Settings of outside systems as production wants them, with keys of this run; nobody answers there."""
    folder = Path(mkdtemp(prefix="orientir-outside-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    key, certificate = demo_keys.signing_pair(folder, "esia")
    esia = EsiaSettings(
        base_url="https://esia.example",
        issuer="http://esia.example/",
        key_file=key,
        certificate_hash="00" * 32,
        token_certificates=(certificate,),
    )
    programmes = ProgrammeSettings(base_url="https://register.example", key=SecretStr(KEY))
    accompaniment = AccompanimentSettings(base_url="https://accompaniment.example", key=SecretStr(KEY))
    operator = {"operator_name": "Учреждение (тест)", "operator_address": "город Тестов, улица Пробная, дом 1"}
    systems = {"esia": esia, "programmes": programmes, "accompaniment": accompaniment}
    return {"public_url": "https://localhost", "data_keys": DATA_KEY, **operator, **systems}


def make_site(settings: Settings) -> Flask:
    """The site with the strict client."""
    app = compiled_once(create_app(settings))
    app.test_client_class = StrictClient
    return app


def copy_database(template: Path, folder: Path) -> Path:
    """Put a copy of the loaded SQLite database where a site with `folder` looks for it, and its demo keys."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "orientir.sqlite3"
    shutil.copyfile(template, target)
    shutil.copytree(template.with_name("demo_keys"), folder / "demo_keys", dirs_exist_ok=True)
    return target


@contextmanager
def closing(app: Flask) -> Iterator[Flask]:
    """Give the site's connections back at the end, so that files and databases can be removed."""
    try:
        yield app
    finally:
        with app.app_context():
            db.engine.dispose()
