"""The register's answers as they are kept: values of the gateway's port to JSON and back, checked both ways."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from webapp.gateways.accompaniment.port import Accompaniment, Organisation

Organisations = tuple[Organisation, ...]
_PERSON: TypeAdapter[Accompaniment] = TypeAdapter(Accompaniment)
_REGION: TypeAdapter[Organisations] = TypeAdapter(Organisations)


def to_json(told: Accompaniment) -> Any:
    """What JSON can hold of an answer about a person."""
    return _PERSON.dump_python(told, mode="json")


def from_json(kept: Any) -> Accompaniment | None:
    """The answer again; None where there is none, or where it was kept by code that knew other answers."""
    return _read(_PERSON, kept)


def list_to_json(told: Organisations) -> Any:
    """What JSON can hold of an answer about a region."""
    return _REGION.dump_python(told, mode="json")


def list_from_json(kept: Any) -> Organisations | None:
    """The same of a region."""
    return _read(_REGION, kept)


def _read(form: TypeAdapter[Any], kept: Any) -> Any:
    try:
        return form.validate_python(kept) if kept is not None else None
    except ValidationError:
        return None
