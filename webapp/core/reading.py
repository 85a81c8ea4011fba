"""How pages are shown to this reader (settings of interface §6): chosen once, it holds on every page.

The device keeps a choice in a cookie that says nothing but the choice; a person who has signed in keeps it in their
profile, which comes first, so that every device of theirs shows the same. Nothing chosen: the system's own preferences.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from functools import lru_cache
from typing import Self

from flask import Flask, g, request
from markupsafe import Markup
from sqlalchemy.exc import DBAPIError
from werkzeug.wrappers import Response

from webapp.core import access, logging
from webapp.core.actor import Actor
from webapp.settings import Settings

CHOICES: dict[str, tuple[str, ...]] = {
    "size": ("100", "125", "150", "200", "300"),
    "scheme": ("system", "black-on-white", "white-on-black", "blue-on-light-blue", "brown-on-beige", "yellow-on-black"),
    "letters": ("usual", "wide", "widest"),
    "words": ("usual", "wide", "widest"),
    "lines": ("usual", "wide", "widest"),
    "font": ("sans", "serif"),
    "images": ("shown", "told"),
    "facts": ("list", "table"),
    "hints": ("shown", "hidden"),
    "motion": ("system", "none"),
}
"""What may be chosen, setting by setting; the first of each is what holds while nothing is chosen."""
COOKIES = ("orientir-reading", "__Host-orientir-reading")
KEPT_FOR = timedelta(days=400)
"""Browsers keep no cookie longer."""
DARK_SCHEMES = frozenset({"white-on-black", "yellow-on-black"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's choice: a value of `CHOICES` for each setting."""

    size: str = "100"
    scheme: str = "system"
    letters: str = "usual"
    words: str = "usual"
    lines: str = "usual"
    font: str = "sans"
    images: str = "shown"
    facts: str = "list"
    hints: str = "shown"
    motion: str = "system"

    @classmethod
    def chosen(cls, wanted: Mapping[str, str], otherwise: Self | None = None) -> Self:
        """Of what is wanted, all that can be chosen; a setting that is not, or cannot be, stays as it was."""
        known = {name: value for name, value in wanted.items() if value in CHOICES.get(name, ())}
        return cls(**((asdict(otherwise) if otherwise else {}) | known))

    @classmethod
    def of_code(cls, code: str) -> Self:
        """The choice that `code` names; what it does not understand is as usual."""
        pairs = (part.partition("-") for part in code.split("."))
        return cls.chosen({name: value for name, _, value in pairs})

    @property
    def code(self) -> str:
        """The settings that are not as usual: «size-200.scheme-yellow-on-black». Empty when all are."""
        return ".".join(f"{name}-{value}" for name, value in self.changed.items())

    @property
    def changed(self) -> dict[str, str]:
        """The settings that are not as usual, in the order of `CHOICES`."""
        return {name: getattr(self, name) for name, values in CHOICES.items() if getattr(self, name) != values[0]}

    @property
    def colour_scheme(self) -> str:
        """What the browser's own parts are to be: «light», «dark», or either as in the system."""
        if self.scheme == "system":
            return "light dark"
        return "dark" if self.scheme in DARK_SCHEMES else "light"


assert set(CHOICES) == {field.name for field in fields(Reading)}

USUAL = Reading()
Profile = Callable[[Actor], Reading | None]


def init_app(app: Flask, settings: Settings, profile: Profile) -> None:
    """`profile` says what somebody who has signed in chose; None where they chose nothing."""
    app.extensions["reading_profile"] = profile
    app.extensions["reading_cookie"] = COOKIES[settings.is_production]
    app.jinja_env.globals.update(reading=lambda: present(app), reading_attributes=lambda: attributes(present(app)))


def present(app: Flask) -> Reading:
    """What holds for this request."""
    found: Reading | None = g.get("reading")
    if found is None:
        found = g.reading = _of_profile(app) or on_device(app)
    return found


def on_device(app: Flask) -> Reading:
    """What this device's cookie says."""
    return Reading.of_code(request.cookies.get(app.extensions["reading_cookie"], ""))


def _of_profile(app: Flask) -> Reading | None:
    actor = access.actor()
    if not actor.is_signed_in:
        return None
    profile: Profile = app.extensions["reading_profile"]
    try:
        return profile(actor)
    except DBAPIError as error:  # the page of that very failure must still be shown
        logging.failure("reading_profile_unavailable", error)
        return None


def keep_on_device(app: Flask, response: Response, reading: Reading) -> None:
    """Let the device remember; the usual needs no cookie."""
    cookie: str = app.extensions["reading_cookie"]
    is_secure = cookie == COOKIES[True]
    if reading == USUAL:
        response.delete_cookie(cookie, path="/", httponly=True, samesite="Lax", secure=is_secure)
    else:
        response.set_cookie(
            cookie, reading.code, max_age=KEPT_FOR, path="/", httponly=True, samesite="Lax", secure=is_secure
        )


@lru_cache(maxsize=1024)
def attributes(reading: Reading) -> Markup:
    """What the root element says, for the style sheets: ` data-size="200"`."""
    return Markup("").join(Markup(' data-{}="{}"').format(name, value) for name, value in reading.changed.items())
