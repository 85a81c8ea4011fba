"""The site inside the test's own process: what browsers send is counted, sessions can be ended, people are played."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from a11y_tests.browser import Browser
from a11y_tests.people import COOKIE, become_nobody
from tests.support.forms import Deed, Who
from tests.support.loaded import loaded_database
from tests.support.registers import Stage, line, programme, site_in
from tests.support.signing_in import token_of
from webapp.gateways.programmes.port import LifeActivity, Limitation


class _Silent(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """The site has a log of its own."""


HEAVY = (Limitation(LifeActivity.ORIENTATION, 3),)
"""So that there is something to apply for."""


@dataclass
class CountedSite:
    """A served site. `posts` are the paths of all forms that were sent."""

    stage: Stage
    address: str
    posts: list[str] = field(default_factory=list)

    def become(self, browser: Browser, deed: Deed) -> None:
        """A new guest, or a new person who has signed in."""
        become_nobody(browser)
        if deed.who is Who.PERSON:
            client = self.stage.entitled(programme(line(), limitations=HEAVY))
            client.page("/my")
            token = token_of(client)
            browser.cdp("Network.setCookie", name=COOKIE, value=token, url=self.address, httpOnly=True, sameSite="Lax")


@contextmanager
def counted_site(cache: Path, folder: Path) -> Iterator[CountedSite]:
    """Serve a loaded site at a free port of localhost until the end of the block."""
    with site_in(loaded_database(cache), folder) as app:
        site = CountedSite(Stage(app), "")
        app.wsgi_app = _counting(app.wsgi_app, site.posts)  # type: ignore[method-assign]
        server = make_server("localhost", 0, app, threaded=True, request_handler=_Silent)
        site.address = f"http://localhost:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def _counting(application: Callable[..., Iterable[bytes]], posts: list[str]) -> Callable[..., Iterable[bytes]]:
    def counted(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            posts.append(environ["PATH_INFO"])
        return application(environ, start_response)

    return counted
