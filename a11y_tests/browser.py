"""A headless Chromium that can be asked what a person would meet: keys, zoom, schemes, no script."""

import base64
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from a11y_tests.finding import Finding, from_rows
from a11y_tests.installed import program
from webapp.core import number_marks

SCRIPTS = Path(__file__).resolve().parent / "page_scripts"
USUAL_FONT = 16
PAPER = (718, 1047)
"""A sheet A4 in CSS pixels, without a centimetre of margin on each side."""
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
    # A page that asks a third party for anything gets nothing: the tests never leave this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


@cache
def _page_script(name: str) -> str:
    prelude = (SCRIPTS / "prelude.js").read_text(encoding="utf-8")
    return prelude + (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


class Browser:
    """One Chromium with a profile of its own; use it as a context manager.

    `showing` belongs to `Visit`: it says whose untouched page is open.
    """

    def __init__(self) -> None:
        self.showing: object | None = None
        self._features: dict[str, str] = {}
        self._medium = ""
        binary, driver = program("chromium"), program("chromedriver")
        self._profile = tempfile.mkdtemp(prefix="orientir-chromium-")
        options = Options()
        options.binary_location = binary
        for flag in (*FLAGS, f"--user-data-dir={self._profile}"):
            options.add_argument(flag)
        try:
            self.driver = webdriver.Chrome(options=options, service=Service(driver))
        except BaseException:
            shutil.rmtree(self._profile, ignore_errors=True)
            raise
        self.driver.set_script_timeout(60)
        self.driver.set_page_load_timeout(60)
        # From now on Chromium keeps what the server sent, for `source`.
        self.cdp("Network.enable")
        # A Tab walk ends in the window's own bar; without this every later page would be one without focus.
        self.cdp("Emulation.setFocusEmulationEnabled", enabled=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End Chromium and remove its profile."""
        try:
            self.driver.quit()
        finally:
            shutil.rmtree(self._profile, ignore_errors=True)

    def open(self, url: str) -> None:
        """Load an address and wait for its load event."""
        self.showing = None
        self.driver.get(url)

    def js(self, code: str, *arguments: Any) -> Any:
        """Run the body of a function in the page; works with the page's own script off, too."""
        return self.driver.execute_script(code, *arguments)

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a file of page_scripts/ after the prelude that names elements and measures colours."""
        return self.js(_page_script(script), *arguments)

    def findings(self, script: str, *arguments: Any) -> list[Finding]:
        """Run a page script that answers with faults of the page that is open."""
        return from_rows("own", self.run(script, *arguments))

    def cdp(self, command: str, **parameters: Any) -> dict[str, Any]:
        """Send one command of the Chrome DevTools Protocol."""
        return cast(dict[str, Any], self.driver.execute_cdp_cmd(command, parameters))

    def press_tab(self, back: bool = False) -> None:
        """Press Tab or Shift+Tab; returns when the page has handled the key."""
        key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": 8 if back else 0}
        for kind in ("rawKeyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, **key)

    def picture(self, left: int, top: int, width: int, height: int) -> Image.Image:
        """What is painted in a part of the page, in CSS pixels of the document."""
        clip = {"x": left, "y": top, "width": width, "height": height, "scale": 1}
        shot = self.cdp("Page.captureScreenshot", format="png", clip=clip)
        return Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")

    def source(self) -> str:
        """The HTML as the server sent it, before any script: what a validator must read."""
        # A navigation's request has its loader's id. The page's own copy would be gone where it is `no-store`.
        loader = self.cdp("Page.getFrameTree")["frameTree"]["frame"]["loaderId"]
        answer = self.cdp("Network.getResponseBody", requestId=loader)
        content = str(answer["body"])
        return base64.b64decode(content).decode("utf-8") if answer["base64Encoded"] else content

    @contextmanager
    def media(self, **features: str) -> Iterator[None]:
        """Emulate media features, `media(forced_colors="active")`; contexts add up and are undone."""
        before = self._features
        self._set_media(before | {name.replace("_", "-"): value for name, value in features.items()})
        try:
            yield
        finally:
            self._set_media(before)

    def _set_media(self, features: dict[str, str]) -> None:
        self._features = features
        told = [{"name": name, "value": value} for name, value in features.items()]
        self.cdp("Emulation.setEmulatedMedia", media=self._medium, features=told)

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """Pages are styled as for a printer, in a window as wide as what a printer can fill of a sheet A4."""
        self._medium = "print"
        self._set_media(self._features)
        try:
            with self.viewport(*PAPER):
                yield
        finally:
            self._medium = ""
            self._set_media(self._features)

    @contextmanager
    def blocking(self, *addresses: str) -> Iterator[None]:
        """Pages opened inside do not get what these patterns name, not even from the cache."""
        self._block(addresses, keeps_cache=False)
        try:
            yield
        finally:
            self._block((), keeps_cache=True)

    def _block(self, addresses: tuple[str, ...], keeps_cache: bool) -> None:
        self.showing = None
        self.cdp("Network.setCacheDisabled", cacheDisabled=not keeps_cache)
        self.cdp("Network.setBlockedURLs", urls=list(addresses))

    @contextmanager
    def viewport(self, width: int, height: int) -> Iterator[None]:
        """A window of this many CSS pixels, without the scrollbars that would take some of them."""
        self.cdp("Emulation.setScrollbarsHidden", hidden=True)
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        try:
            yield
        finally:
            self.cdp("Emulation.clearDeviceMetricsOverride")
            self.cdp("Emulation.setScrollbarsHidden", hidden=False)

    @contextmanager
    def script_disabled(self) -> Iterator[None]:
        """Pages opened inside run no script of their own; `js` still answers."""
        self.showing = None
        self.cdp("Emulation.setScriptExecutionDisabled", value=True)
        try:
            yield
        finally:
            self.showing = None
            self.cdp("Emulation.setScriptExecutionDisabled", value=False)

    @contextmanager
    def marking_numbers(self) -> Iterator[None]:
        """Pages opened inside come with marks round what formatters wrote; only a site of tests does that."""
        self.showing = None
        self.cdp("Network.setExtraHTTPHeaders", headers={number_marks.HEADER: "1"})
        try:
            yield
        finally:
            self.showing = None
            self.cdp("Network.setExtraHTTPHeaders", headers={})

    @contextmanager
    def font_size(self, px: int) -> Iterator[None]:
        """The reader's own font size, as chosen in the browser's settings (16 is usual)."""
        self._set_font(px)
        try:
            yield
        finally:
            self._set_font(USUAL_FONT)

    def _set_font(self, px: int) -> None:
        self.cdp("Page.setFontSizes", fontSizes={"standard": px, "fixed": round(px * 13 / USUAL_FONT)})
