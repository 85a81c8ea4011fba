"""How gunicorn serves the site: read by gunicorn itself, so these are its names."""

from webapp.settings import Settings

_settings = Settings()

bind = f"{_settings.host}:{_settings.port}"
workers = _settings.workers
preload_app = True
worker_class = "sync"
timeout = 30
graceful_timeout = 10
keepalive = 2
max_requests = 20_000
max_requests_jitter = 2_000
limit_request_line = 8190
accesslog = None  # the site writes its own log, without addresses and queries
loglevel = "warning"
control_socket_disable = True
