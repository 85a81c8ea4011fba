"""What an OIDC gateway tells of a person, brought into the shapes in which ЕСИА tells it.

A gateway to ЕСИА has `sub` and `info` with ЕСИА's own names; an ordinary provider has the flat claims of OIDC.
"""

import re
from typing import Any

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_GENDERS = {"male": "M", "female": "F"}


def record(told: dict[str, Any]) -> dict[str, Any]:
    """The person as `/rs/prns` would show them. Without a status they are registered: who else has a gateway's word."""
    about = _about(told)
    gender = _either(about, "gender")
    return {
        "lastName": _either(about, "lastName", "family_name"),
        "firstName": _either(about, "firstName", "given_name"),
        "middleName": _either(about, "middleName", "middle_name"),
        "birthDate": _turned(_either(about, "birthDate", "birthdate")),
        "gender": _GENDERS.get(gender, gender) if isinstance(gender, str) else "",
        "snils": about.get("snils"),
        "status": about.get("status", "REGISTERED"),
        "trusted": about.get("trusted"),
    }


def collections(told: dict[str, Any]) -> dict[str, object]:
    """Name of a part → its collection, for those that are told."""
    about = _about(told)
    flat: dict[str, object] = {"contacts": _contacts(about), "addresses": _addresses(about)}
    named = {name: about[name] for name in ("contacts", "addresses", "documents", "kids") if name in about}
    return {name: listed for name, listed in flat.items() if listed} | named


def _about(told: dict[str, Any]) -> dict[str, Any]:
    info = told.get("info")
    return info if isinstance(info, dict) else told


def _either(about: dict[str, Any], *names: str) -> Any:
    return next((about[name] for name in names if about.get(name) is not None), None)


def _turned(day: object) -> object:
    """«1961-03-09» as ЕСИА writes it; anything else as it is."""
    found = _ISO_DAY.fullmatch(day) if isinstance(day, str) else None
    return "{2}.{1}.{0}".format(*found.groups()) if found else day


def _contacts(about: dict[str, Any]) -> list[dict[str, Any]]:
    kinds = (("EML", "email"), ("MBT", "phone_number"))
    return [
        {"type": kind, "value": about[name], "vrfStu": "VERIFIED" if about.get(f"{name}_verified") is True else ""}
        for kind, name in kinds
        if name in about
    ]


def _addresses(about: dict[str, Any]) -> list[dict[str, Any]]:
    address = about.get("address")
    if not isinstance(address, dict):
        return []
    named = {"addressStr": "formatted", "zipCode": "postal_code", "region": "region"}
    return [{"type": "PLV", **{ours: address.get(theirs) for ours, theirs in named.items()}}]
