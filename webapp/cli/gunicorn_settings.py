"""How gunicorn serves the site: read by gunicorn itself, so these are its names."""

import sys
from typing import Any

from gunicorn.glogging import Logger

from webapp.settings import Settings

_settings = Settings()


class DiscreetLogger(Logger):
    """Says what happened to the server, not what was asked or from where: gunicorn's own words quote both."""

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        super().warning(msg.partition(" from ip=")[0], *args, **kwargs)

    def exception(self, msg: str, *_args: Any, **_kwargs: Any) -> None:
        fault = sys.exc_info()[0]
        super().error("%s: %s", msg.partition(" %s")[0], fault.__name__ if fault else "unknown")


logger_class = DiscreetLogger

bind = f"{_settings.host}:{_settings.port}"
workers = _settings.workers
preload_app = True
worker_class = "gthread"  # a visitor on a slow line must not hold a whole process
threads = 4
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
