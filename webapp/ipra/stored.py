"""The register's answer as it is kept: values of the gateway's port to JSON and back, checked both ways."""

from typing import Any

from pydantic import TypeAdapter

from webapp.gateways.programmes.port import Extract

_EXTRACT: TypeAdapter[Extract] = TypeAdapter(Extract)


def to_json(extract: Extract) -> Any:
    """What JSON can hold of an answer."""
    return _EXTRACT.dump_python(extract, mode="json")


def from_json(kept: Any) -> Extract:
    """The answer again. Raises pydantic's ValidationError when it was kept by other code than this."""
    return _EXTRACT.validate_python(kept)
