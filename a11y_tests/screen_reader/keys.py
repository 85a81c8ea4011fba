"""Keys as a journey names them, and as X does."""

import re

NAMED = {
    "tab": "Tab",
    "enter": "Return",
    "escape": "Escape",
    "пробел": "space",
    "вниз": "Down",
    "вверх": "Up",
    "влево": "Left",
    "вправо": "Right",
    "home": "Home",
    "end": "End",
    "backspace": "BackSpace",
    "delete": "Delete",
}
LETTER = re.compile(r"[a-z0-9]|f\d{1,2}")
HELD = ("orca", "ctrl", "alt", "shift")
"""Keys held down with another; Orca's own is Insert."""


class UnknownKey(ValueError):
    """There is no such key; the message says which are known."""


def x_names(keys: str) -> tuple[str, ...]:
    """The keys of a line, `Tab, Shift+H`, as X names them. Raises UnknownKey."""
    return tuple(_x_name(key) for key in keys.replace(",", " ").split())


def _x_name(key: str) -> str:
    *held, last = key.lower().split("+")
    name = NAMED.get(last) or (last.upper() if LETTER.fullmatch(last) and len(last) > 1 else last)
    if not (last in NAMED or LETTER.fullmatch(last)) or not set(held) <= set(HELD):
        known = ", ".join((*NAMED, "буквы a–z", "цифры", "F1…", *(f"{each}+" for each in HELD)))
        raise UnknownKey(f"неизвестная клавиша «{key}»; известны: {known}")
    return "+".join((*held, name))
