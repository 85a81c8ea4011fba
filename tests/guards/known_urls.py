"""The addresses that were ever given out. `python -m tests.guards.known_urls` adds new ones; it removes none."""

import re
import tempfile
from pathlib import Path

from flask import Flask

from webapp import create_app
from webapp.settings import Environment, Settings

LIST = Path(__file__).with_name("known_urls.txt")
_DETAILS = re.compile(r"(?<=\w)\([^)]*\)(?=:)")
NOT_ADDRESSES = frozenset({"HEAD", "OPTIONS"})


def known() -> set[str]:
    """What the committed list holds."""
    return set(LIST.read_text(encoding="utf-8").splitlines()) if LIST.exists() else set()


def present(app: Flask) -> set[str]:
    """What the site answers: «GET /catalogue/<item:code>»; how many digits a number may have is left out."""
    return {
        f"{method} {_DETAILS.sub('', rule.rule)}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - NOT_ADDRESSES
    }


def main() -> None:
    """Add the addresses of the site as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(env=Environment.TEST, data_dir=Path(folder)))
    lines = sorted(known() | present(app), key=lambda line: line.split()[::-1])
    LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
