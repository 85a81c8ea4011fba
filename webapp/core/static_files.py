"""Styles and scripts: joined, made small, named by their content and compressed when the site starts.

The names change with the bytes, so that a browser keeps them for a year; WhiteNoise serves them before Flask is asked.
"""

import gzip
import hashlib
import secrets
from functools import partial
from pathlib import Path
from wsgiref.headers import Headers

import brotli
import rcssmin
from flask import Flask
from whitenoise import WhiteNoise

from webapp.core.locale import outer_root
from webapp.core.security_headers import HEADERS, TRANSPORT_SECURITY
from webapp.settings import PROJECT_ROOT, Settings

SOURCE = PROJECT_ROOT / "static"
ADDRESS = "/static/"
ONE_YEAR = 365 * 24 * 3600
STYLE_SHEETS = {
    "site.css": (
        "layers.css",
        "tokens.css",
        "schemes.css",
        "base.css",
        "layout.css",
        "components/*.css",
        "reading.css",
        "print.css",
    ),
    "style_guide.css": ("style_guide.css",),
}
"""Built file → its parts in order; the cascade layers are declared by the first."""
AS_THEY_ARE = ("js/*.js", "vendor/*.js", "images/*", "film/*")
PACKED_ALREADY = (".webm", ".mp3", ".png")
"""Endings of files that packing would not make smaller. Of a film browsers ask parts: those of plain bytes."""
KINDS = {".vtt": "text/vtt", ".webm": "video/webm", ".mp3": "audio/mpeg"}
"""What WhiteNoise or the machine's own tables may not know; no browser guesses the kind of a file of ours."""


def init_app(app: Flask, settings: Settings) -> None:
    """Build into the data folder and serve from there."""
    folder = settings.data_dir / "static"
    names = build(folder)
    app.extensions["static_names"] = names
    app.jinja_env.globals["static_address"] = lambda name: outer_root() + ADDRESS + names[name]
    app.config["BUILD_ID"] = _build_id(names, settings.env)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder),
        prefix=ADDRESS,
        max_age=ONE_YEAR,
        immutable_file_test=lambda _path, _address: True,
        allow_all_origins=False,
        charset="utf-8",
        mimetypes=KINDS,
        add_headers_function=partial(_add_headers, settings.is_production),
    )


def _add_headers(is_secure: bool, headers: Headers, _path: str, _address: str) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    if headers["Content-Type"] == "image/svg+xml":
        headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    if is_secure:
        headers["Strict-Transport-Security"] = TRANSPORT_SECURITY


def build(folder: Path) -> dict[str, str]:
    """Write every file under its hashed name, with .br and .gz beside it where that makes it smaller.

    Returns plain name → hashed name.
    """
    contents = {name: _style_sheet(parts) for name, parts in STYLE_SHEETS.items()}
    for pattern in AS_THEY_ARE:
        for path in sorted(SOURCE.glob(pattern)):
            contents[path.name] = path.read_bytes()
    return {name: _write(folder, name, content) for name, content in contents.items()}


def _style_sheet(parts: tuple[str, ...]) -> bytes:
    texts = [path.read_text(encoding="utf-8") for part in parts for path in sorted(SOURCE.glob(f"css/{part}"))]
    return str(rcssmin.cssmin("\n".join(texts))).encode()


def _write(folder: Path, name: str, content: bytes) -> str:
    stem, _, ending = name.partition(".")
    hashed = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{ending}"
    folder.mkdir(parents=True, exist_ok=True)
    if hashed.endswith(PACKED_ALREADY):
        if not (folder / hashed).exists():
            _replace(folder / hashed, content)
    elif not (folder / f"{hashed}.gz").exists():  # written last: its presence means that all three are whole
        _replace(folder / hashed, content)
        _replace(folder / f"{hashed}.br", brotli.compress(content))
        _replace(folder / f"{hashed}.gz", gzip.compress(content, mtime=0))
    return hashed


def _replace(path: Path, content: bytes) -> None:
    """Workers may start together: each writes a file of its own and moves it into place."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    temporary.write_bytes(content)
    temporary.replace(path)


_SOURCES = (
    ("templates", "**/*.html"),
    ("translations", "**/*.mo"),
    ("webapp", "**/*.py"),
    ("webapp", "**/*.json"),
    ("webapp", "**/*.toml"),
    ("webapp", "**/*.css"),
)


def sources() -> list[Path]:
    """All files besides the static ones that pages are made of, in an order that is always the same.

    Data anywhere in the package, not in folders listed here: a new file that pages show must not be forgotten.
    """
    return [path for folder, pattern in _SOURCES for path in sorted((PROJECT_ROOT / folder).glob(pattern))]


def _build_id(names: dict[str, str], environment: str) -> str:
    """What pages are made of: the kind of site, templates, translations, data and the names of the static files."""
    digest = hashlib.sha256(repr((environment, sorted(names.items()))).encode())
    for path in sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
