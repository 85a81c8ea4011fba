"""How gunicorn serves the sandbox: one process, because what is under way there lies in its memory; many threads.

Read by gunicorn itself, so these are its names.
"""

from webapp.cli.gunicorn_settings import DiscreetLogger
from webapp.settings import Settings

_settings = Settings()

logger_class = DiscreetLogger
bind = f"127.0.0.1:{_settings.sandbox_port}"
workers = 1
worker_class = "gthread"
threads = 16
timeout = 60
graceful_timeout = 2
accesslog = None
loglevel = "warning"
control_socket_disable = True
limit_request_line = 8190
