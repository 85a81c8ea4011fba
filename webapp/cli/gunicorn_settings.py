"""How gunicorn serves the site: read by gunicorn itself, so these are its names."""

import contextlib
import json
import logging
import socket
import sys
import time
from datetime import UTC, datetime
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.workers.gthread import TConn, ThreadWorker

from webapp.settings import Settings

_settings = Settings()
READING_SECONDS = 15


class JsonLine(logging.Formatter):
    """The same form as the lines of the site."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat()
        line = {"event": "server", "said": record.getMessage(), "level": record.levelname.lower(), "timestamp": moment}
        return json.dumps(line, ensure_ascii=False)


class DiscreetLogger(Logger):
    """Says what happened to the server, not what was asked or from where: gunicorn's own words quote both."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLine())

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        super().warning(msg.partition(" from ip=")[0], *args, **kwargs)

    def exception(self, msg: str, *_args: Any, **_kwargs: Any) -> None:
        fault = sys.exc_info()[0]
        super().error("%s: %s", msg.partition(" %s")[0], fault.__name__ if fault else "unknown")


class PunctualWorker(ThreadWorker):
    """Ends the reading of a request that trickles in or stops half-way: it would hold its thread for ever."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._until: dict[TConn, float] = {}

    def handle(self, conn: TConn) -> Any:
        self._until[conn] = time.monotonic() + READING_SECONDS
        try:
            return super().handle(conn)
        finally:
            del self._until[conn]

    def murder_pending(self) -> None:
        """Called by the worker every second at least."""
        super().murder_pending()
        for conn, until in list(self._until.items()):
            if until < time.monotonic():
                with contextlib.suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)


logger_class = DiscreetLogger

bind = f"{_settings.host}:{_settings.port}"
workers = _settings.workers
preload_app = True
worker_class = PunctualWorker  # threads: a visitor on a slow line must not hold a whole process
threads = 10  # more than outside systems can hold: 3 sign-ins, 2 exchanges with each register, 2 that wait for one
timeout = 30
graceful_timeout = 10
keepalive = 2
max_requests = 20_000
max_requests_jitter = 2_000
limit_request_line = 8190
accesslog = None  # the site writes its own log, without addresses and queries
loglevel = "warning"
control_socket_disable = True
# What proxies say of the visitor is believed by the site itself, as many of them as the settings name.
forwarded_allow_ips = ""
forwarder_headers = ""
