"""On which device a sign-in was made, as far as a browser tells and a person needs to know their own. Pure.

A handful of names that people know stands here, not a library of all browsers there are: what is not among them is
«другой браузер» (decision 15). The address of the device is not kept, only a digest of its network: enough to say
whether two sign-ins came from one place.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

# The order decides: most browsers also name those whose pages they can show.
_BROWSERS = {
    "yandex": re.compile(r"YaBrowser/"),
    "edge": re.compile(r"Edg(?:e|A|iOS)?/"),
    "opera": re.compile(r"OPR/|Opera"),
    "samsung": re.compile(r"SamsungBrowser/"),
    "firefox": re.compile(r"Firefox/|FxiOS/"),
    "lynx": re.compile(r"^Lynx/"),
    "chrome": re.compile(r"Chrome/|CriOS/|Chromium/"),
    "safari": re.compile(r"Version/\S+ .*Safari/"),
}
_SYSTEMS = {
    "iphone": re.compile(r"iPhone"),
    "ipad": re.compile(r"iPad"),
    "android": re.compile(r"Android"),
    "windows": re.compile(r"Windows"),
    "mac": re.compile(r"Macintosh"),
    "linux": re.compile(r"Linux|X11"),
}
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Device:
    """Codes of the browser and the system, and the digest of the network; `OTHER` or empty where nothing is known."""

    browser: str = OTHER
    system: str = OTHER
    network: str = ""

    def kept(self) -> dict[str, str]:
        """As a session keeps it."""
        return asdict(self)


def device_of(user_agent: str, network: str) -> Device:
    """What a browser's own words tell."""
    return Device(_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent), network)


def kept_device(about: Mapping[str, str] | None) -> Device:
    """The device as a session kept it; one of which nothing is known for sessions that kept none."""
    return Device(**about) if about else Device()


def _first(patterns: Mapping[str, re.Pattern[str]], text: str) -> str:
    return next((code for code, pattern in patterns.items() if pattern.search(text)), OTHER)
