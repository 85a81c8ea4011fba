"""Services to which a programme may entitle besides things: repair, a guide dog's upkeep, interpreters.

They are in the federal list (order of the Government of 30.12.2005 No 2347-р), not in the classification.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from webapp.reference.dataset import DATA
from webapp.reference.records import ReferenceDataError, UnknownReference


@dataclass(frozen=True, slots=True)
class Service:
    """One service. `names` are as programmes write it; whatever begins with one of the `openings` is it too.

    A name may belong to two services: the list itself writes both kinds of interpreting in one line.
    """

    key: str
    names: tuple[str, ...]
    openings: tuple[str, ...]
    plain_name: str
    name_en: str


@cache
def services() -> tuple[Service, ...]:
    """Return the services in the order of the list. Raises ReferenceDataError."""
    loaded = json.loads((DATA / "services.json").read_text(encoding="utf-8"))
    return build_services(loaded["services"])


def build_services(records: Iterable[dict[str, Any]]) -> tuple[Service, ...]:
    """Turn the records of `services.json` into values, checking them. Raises ReferenceDataError."""
    found: list[Service] = []
    for record in records:
        try:
            service = Service(**record | {"names": tuple(record["names"]), "openings": tuple(record["openings"])})
        except (KeyError, TypeError) as error:
            raise ReferenceDataError(f"service {record.get('key')!r}: {error}") from error
        if not service.names or service.key in {other.key for other in found}:
            raise ReferenceDataError(f"service {service.key!r} occurs twice or has no name")
        found.append(service)
    return tuple(found)


def service(key: str) -> Service:
    """Return the service with this key. Raises UnknownReference."""
    for each in services():
        if each.key == key:
            return each
    raise UnknownReference(f"no service {key!r}")
