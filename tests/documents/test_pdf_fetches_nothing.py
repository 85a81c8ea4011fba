"""The program that writes a PDF is closed: whatever markup it might be given, it opens no address and no file."""

import json
import socket
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from webapp.core.programs import ProgramFailed
from webapp.documents import pdf

SECRET = "inside of the machine"


def test_it_opens_neither_an_address_nor_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        inside = f"http://127.0.0.1:{listening.getsockname()[1]}/x"
        wanted = "".join(
            f'<img src="{each}" alt=""><link rel="stylesheet" href="{each}"><link rel="attachment" href="{each}">'
            for each in (inside, f"file://{tmp_path}/secret.txt")
        )
        html = f'<!doctype html><html lang="ru"><head><title>x</title></head><body><p>x</p>{wanted}</body></html>'
        made = b""
        with suppress(ProgramFailed):
            made = pdf._writer.answer(json.dumps({"html": html, "css": f"@import url({inside});"}).encode())
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert SECRET.encode() not in made and zlib.compress(SECRET.encode()) not in made
    assert b"/EmbeddedFile" not in made
