"""How each browser is started: real, in Russian, with nothing of its own to say and nowhere to go but this machine."""

import json
from pathlib import Path

NOWHERE = "127.0.0.1:9"
"""Nobody answers there: what a page or the browser asks of the world gets nothing."""
FIREFOX_OFF = (
    "app.normandy.enabled app.update.enabled browser.aboutwelcome.enabled browser.newtabpage.enabled"
    " browser.preonboarding.enabled browser.shell.checkDefaultBrowser browser.translations.enable"
    " browser.urlbar.autoFill browser.urlbar.suggest.searches datareporting.policy.dataSubmissionEnabled"
    " network.captive-portal-service.enabled network.connectivity-service.enabled signon.rememberSignons"
    " toolkit.telemetry.reportingpolicy.firstRun"
).split()
FIREFOX: dict[str, str | int | bool] = {
    "accessibility.force_disabled": -1,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "intl.locale.requested": "ru",
    "network.proxy.type": 1,
    "network.proxy.http": NOWHERE.partition(":")[0],
    "network.proxy.http_port": int(NOWHERE.partition(":")[2]),
    "network.proxy.ssl": NOWHERE.partition(":")[0],
    "network.proxy.ssl_port": int(NOWHERE.partition(":")[2]),
    "termsofuse.bypassNotification": True,
}
CHROMIUM = (
    "--force-renderer-accessibility --no-sandbox --disable-gpu --disable-quic --no-first-run --lang=ru"
    " --disable-background-networking --disable-component-update --disable-sync --no-default-browser-check"
    f" --disable-features=Translate --password-store=basic --proxy-server={NOWHERE}"
).split()
PRIVATE_WINDOW = {"firefox-esr": "ctrl+shift+p", "chromium": "ctrl+shift+n"}
"""The key of a new private window, by program."""
TOLD_FIREFOX: dict[str, dict[str, str | int | bool]] = {
    "firefox": {},
    "firefox-narrow": {"layout.css.devPixelsPerPx": "4.0"},  # the desktop's 1280 pixels are 320 of CSS
    "firefox-without-script": {"javascript.enabled": False},
}


def command(browser: str, profile: Path) -> tuple[str, ...]:
    """The command that starts a browser with a profile of its own and an empty page."""
    if browser == "chromium":
        return ("chromium", *CHROMIUM, f"--user-data-dir={profile}", "about:blank")
    wanted = FIREFOX | dict.fromkeys(FIREFOX_OFF, False) | TOLD_FIREFOX[browser]
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    return ("firefox-esr", "--no-remote", "--profile", str(profile), "--new-window", "about:blank")
