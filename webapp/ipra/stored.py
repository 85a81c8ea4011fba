"""The register's answer as it is kept: values of the gateway's port to JSON and back, checked both ways."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from webapp.gateways.programmes.port import Extract, Programme

_EXTRACT: TypeAdapter[Extract] = TypeAdapter(Extract)


def to_json(extract: Extract) -> Any:
    """What JSON can hold of an answer."""
    return _EXTRACT.dump_python(extract, mode="json")


def from_json(kept: Any) -> Extract | None:
    """The answer again; None where there is none, or where it was kept by code that knew other answers."""
    if kept is None:
        return None
    try:
        return _EXTRACT.validate_python(kept)
    except ValidationError:
        return None


def is_corrected(before: Any, now: Any) -> bool:
    """Whether programmes themselves differ between two kept answers: what executors record is no correction."""
    old, new = from_json(before), from_json(now)
    if old is None or new is None:
        return False
    return _documents(old) != _documents(new)


def _documents(extract: Extract) -> list[Programme]:
    return [replace(programme, executions=()) for programme in extract.programmes]
