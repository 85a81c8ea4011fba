"""How devices are called."""

from flask_babel import lazy_gettext

from webapp.auth.devices import OTHER, Device
from webapp.core.locale import gettext

_BROWSERS = {
    "yandex": lazy_gettext("Яндекс Браузер"),
    "edge": "Microsoft Edge",
    "opera": "Opera",
    "samsung": "Samsung Internet",
    "firefox": "Firefox",
    "lynx": "Lynx",
    "chrome": "Chrome",
    "safari": "Safari",
    OTHER: lazy_gettext("Другой браузер"),
}
_SYSTEMS = {
    "iphone": "iPhone",
    "ipad": "iPad",
    "android": "Android",
    "windows": "Windows",
    "mac": "Mac",
    "linux": "Linux",
}


def device_words(device: Device) -> str:
    """«Firefox, Windows»; the system is left out where it is not known."""
    browser = str(_BROWSERS.get(device.browser, _BROWSERS[OTHER]))
    system = _SYSTEMS.get(device.system)
    return gettext("%(browser)s, %(system)s", browser=browser, system=system) if system else browser
