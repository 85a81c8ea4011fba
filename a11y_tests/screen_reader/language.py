"""The locale in which the reader speaks: the system's own, or one compiled for the session without root."""

import subprocess
from pathlib import Path

from a11y_tests.installed import CURE, MissingTool
from a11y_tests.screen_reader.programs import PATH

RUSSIAN = "ru_RU.UTF-8"


def environment(folder: Path, name: str = RUSSIAN, known: str | None = None) -> dict[str, str]:
    """The variables that choose a locale. `known` is what `locale -a` lists; a locale that is not there is compiled."""
    chosen = {"LANG": name, "LC_ALL": name, "LANGUAGE": name.partition(".")[0]}
    if _plain(name) in map(_plain, (_listed() if known is None else known).split()):
        return chosen
    return chosen | {"LOCPATH": str(_compiled(folder, name))}


def _listed() -> str:
    return subprocess.run(("locale", "-a"), check=True, capture_output=True, text=True).stdout


def _plain(name: str) -> str:
    """`ru_RU.UTF-8` and `ru_RU.utf8` are one."""
    return name.lower().replace("-", "")


def _compiled(folder: Path, name: str) -> Path:
    territory, _, encoding = name.partition(".")
    folder.mkdir(parents=True, exist_ok=True)
    command = ("localedef", "-i", territory, "-f", encoding, "--no-archive", str(folder / name))
    try:
        # 1 means warnings; the locale is there.
        done = subprocess.run(command, check=False, capture_output=True, text=True, env={"PATH": PATH})
    except FileNotFoundError as missing:
        raise MissingTool(f"no locale {name} and no localedef to make it; {CURE}") from missing
    if not (folder / name / "LC_CTYPE").is_file():
        raise MissingTool(f"no locale {name}, and it could not be made: {done.stderr.strip()[-500:]}; {CURE}")
    return folder
