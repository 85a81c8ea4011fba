"""Styles and scripts: named by their bytes, kept for ever, packed beforehand."""

import gzip
import hashlib
import re
from pathlib import Path

import brotli
import pytest
from flask import Flask

from tests.support.strict_client import StrictClient
from webapp.core import static_files
from webapp.settings import PROJECT_ROOT

NOT_SHOWN = {".pyc", ".mako", ".cnf", ".md"}
"""Endings of files in the package that no page shows: what Python keeps, what migrations and gateways are made with."""


def addresses(app: Flask) -> list[str]:
    return [static_files.ADDRESS + name for name in app.extensions["static_names"].values()]


def test_every_file_is_named_by_its_bytes_and_kept_for_a_year(reading_site: Flask, reader: StrictClient) -> None:
    assert len(addresses(reading_site)) >= 5
    for address in addresses(reading_site):
        answer = reader.get(address)
        assert answer.status_code == 200
        assert hashlib.sha256(answer.data).hexdigest()[:12] in address
        assert {"public", "immutable"} <= set(answer.headers["Cache-Control"].split(", "))
        assert (answer.cache_control.max_age or 0) >= static_files.ONE_YEAR
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_packed_files_are_the_same_files(
    reading_site: Flask, reader: StrictClient, encoding: str, unpack: type[bytes]
) -> None:
    for address in addresses(reading_site):
        if address.endswith(static_files.PACKED_ALREADY):
            assert not reader.get(address, headers={"Accept-Encoding": encoding}).content_encoding
            continue
        packed = reader.get(address, headers={"Accept-Encoding": encoding})
        assert packed.content_encoding == encoding
        assert unpack(packed.data) == reader.get(address).data
        assert "Accept-Encoding" in packed.vary


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        (".css", "text/css"),
        (".js", "text/javascript"),
        (".svg", "image/svg+xml"),
        (".webm", "video/webm"),
        (".mp3", "audio/mpeg"),
        (".vtt", "text/vtt"),
        (".txt", "text/plain"),
    ],
)
def test_files_say_what_they_are(reading_site: Flask, reader: StrictClient, ending: str, kind: str) -> None:
    named = [address for address in addresses(reading_site) if address.endswith(ending)]
    assert {reader.get(address).mimetype for address in named} == {kind}


def test_a_page_names_files_that_are_there(reader: StrictClient) -> None:
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', reader.get("/style-guide/fragment").text)
    assert len(named) == 5
    assert {reader.get(address).status_code for address in named} == {200}


@pytest.mark.parametrize("address", ["/static/", "/static/site.css", "/static/../wsgi.py", "/static/%2e%2e/wsgi.py"])
def test_what_is_no_built_file_is_not_found(reader: StrictClient, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_building_twice_changes_nothing_and_leaves_nothing_behind(tmp_path: Path) -> None:
    names = static_files.build(tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert static_files.build(tmp_path) == names
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before
    packed = [name for name in names if not name.endswith(static_files.PACKED_ALREADY)]
    assert len(before) == len(names) + 2 * len(packed)


def test_styles_reach_for_nothing_outside(reading_site: Flask, reader: StrictClient) -> None:
    for address in addresses(reading_site):
        if address.endswith(".css"):
            assert not re.search(r"url\(\s*[\"']?(?:https?:|//|data:)|@import|expression\(", reader.get(address).text)


def test_the_build_knows_every_file_that_pages_may_show() -> None:
    package = PROJECT_ROOT / "webapp"
    there = {path for path in package.rglob("*") if path.is_file() and path.suffix not in NOT_SHOWN}
    assert there <= set(static_files.sources())
    assert package / "certificates" / "data" in {path.parent for path in there}
