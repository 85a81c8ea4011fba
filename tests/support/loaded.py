"""A loaded SQLite database, made once for a state of the code and shared by all workers and later runs."""

import fcntl
import hashlib
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.support.sites import settings_in
from webapp.cli import translations
from webapp.cli.set_up import prepare
from webapp.settings import PROJECT_ROOT

OLD_SECONDS = 3600


def loaded_database(cache: Path) -> Path:
    """The file with migrations, reference data and demo products; made under a lock when it is not there."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        translations.compile_all()
        ready = cache / f"{_digest()}.sqlite3"
        if not (ready.exists() and ready.with_name("demo_keys").exists()):
            for old in cache.glob("*.sqlite3"):
                if time.time() - old.stat().st_mtime > OLD_SECONDS:  # another run may use a younger one
                    old.unlink()
            _make(cache / "making", ready)
    return ready


def _make(folder: Path, ready: Path) -> None:
    folder.mkdir(exist_ok=True)
    for left in folder.glob("orientir.sqlite3*"):
        left.unlink()
    list(prepare(settings_in(folder)))
    with closing(sqlite3.connect(folder / "orientir.sqlite3")) as connection:
        connection.execute("VACUUM INTO ?", (str(folder / "whole"),))  # one file, without a journal beside it
    shutil.copytree(folder / "demo_keys", ready.with_name("demo_keys"), dirs_exist_ok=True)  # slow to make anew
    (folder / "whole").replace(ready)


def _digest() -> str:
    """What the loaded data depend on: the code and the data files."""
    digest = hashlib.sha256()
    for pattern in ("*.py", "*.json", "*.toml"):
        for path in sorted((PROJECT_ROOT / "webapp").rglob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:24]
