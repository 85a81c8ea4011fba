"""Catalogues of words are compiled whole, however many do it at the same moment."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from webapp.cli import translations
from webapp.core.locale import LANGUAGES

HANDS = 4


def test_many_hands_compile_the_same_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(translations.FOLDER, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.mo"))
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    put, written = Path.replace, Barrier(HANDS, timeout=10)

    def put_when_all_have_written(made: Path, target: Path) -> Path:
        written.wait()
        return put(made, target)

    monkeypatch.setattr(Path, "replace", put_when_all_have_written)
    with ThreadPoolExecutor(HANDS) as many:
        for done in [many.submit(translations.compile_all) for _ in range(HANDS)]:
            done.result()
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.mo"))
    assert made == sorted(Path(language, "LC_MESSAGES", "messages.mo") for language in LANGUAGES)
