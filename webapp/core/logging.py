"""Structured logs, one JSON line an event, without personal data: no address, no query, no form, no cookie, no name.

A request is told by its endpoint, never by its path. An exception is told by its type and where it was raised, never
by its message, which may quote what a person typed.
"""

import logging as standard_logging
import sys
import time
import traceback
import uuid
from types import TracebackType
from typing import Any

import structlog
from flask import Flask, Response, g, request

from webapp.settings import Settings

_NUMBER_OF_FRAMES = 12


def init_app(app: Flask, settings: Settings) -> None:
    _configure(settings.log_level)
    app.logger.handlers.clear()
    app.logger.addHandler(standard_logging.NullHandler())
    app.logger.propagate = False
    standard_logging.getLogger("alembic").setLevel(standard_logging.WARNING)
    app.before_request(_start)
    app.after_request(_finish)
    app.teardown_request(lambda _error: structlog.contextvars.clear_contextvars())  # the thread's next line is not ours


def _configure(level: str) -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_stderr_logger,
        cache_logger_on_first_use=False,
    )


def _stderr_logger(*_args: Any) -> structlog.WriteLogger:
    # Looked up at each use: a test may have replaced the stream.
    return structlog.WriteLogger(sys.stderr)


def event(name: str, /, **facts: object) -> None:
    """Log one event. Facts are counts, codes, states: never what a person typed or is called."""
    structlog.get_logger().info(name, **facts)


def failure(name: str, error: BaseException, /, **facts: object) -> None:
    """Log an error by its type and place."""
    structlog.get_logger().error(name, error=type(error).__name__, at=_frames(error.__traceback__), **facts)


def _frames(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_NUMBER_OF_FRAMES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    return "/".join(filename.rsplit("/", 3)[1:])


def _start() -> None:
    g.request_id = uuid.uuid4().hex
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    if "started" in g:
        event(
            "request",
            method=request.method if request.method in _KNOWN_METHODS else "other",
            endpoint=request.endpoint or "none",
            status=response.status_code,
            milliseconds=round((time.perf_counter() - g.started) * 1000, 1),
        )
    return response


_KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
