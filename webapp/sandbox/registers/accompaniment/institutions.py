"""The invented institutions of the regions: participants of Order 363н and private organisations."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

DATA = Path(__file__).with_name("data")
_STRICT = ConfigDict(extra="forbid")
Words = Annotated[str, StringConstraints(min_length=1)]
Invented = Annotated[str, StringConstraints(pattern=r" \(демо\)$")]
Code = Annotated[str, StringConstraints(pattern=r"^\d\d-[a-z0-9]+$")]
Telephone = Annotated[str, StringConstraints(pattern=r"^\+7\(000\)\d{3}-\d\d-\d\d$")]
Email = Annotated[str, StringConstraints(pattern=r"^[a-z]+@region\d\d\.example$")]
Site = Annotated[str, StringConstraints(pattern=r"^(https://[a-z]+\.region\d\d\.example)?$")]
Direction = Literal["medical", "prosthetic", "vocational", "social", "sociocultural", "physical", "early_help", "tsr"]
Way = Literal["in_person", "telephone", "email", "post", "portal"]


@dataclass(config=_STRICT, frozen=True, slots=True)
class Office:
    """An institution of the assessment, of the Fund, or of the region's government."""

    code: Code
    participant: Literal["mse", "fund", "authority"]
    name: Invented
    address: Words
    telephones: tuple[Telephone, ...]
    email: Email
    takes_messages: bool | None
    has_sign_language: bool | None


@dataclass(config=_STRICT, frozen=True, slots=True)
class Organisation:
    """A rehabilitation organisation, private unless `is_state`. Coordinates in degrees, None where nobody told them."""

    code: Code
    name: Invented
    short_name: Invented
    is_state: bool
    directions: tuple[Direction, ...]
    city: Words
    address: Words
    latitude: Annotated[float, Field(ge=41, le=82)] | None
    longitude: Annotated[float, Field(ge=19, le=180)] | None
    telephones: tuple[Telephone, ...]
    email: Email
    site: Site
    takes_messages: bool | None
    has_sign_language: bool | None
    ways: tuple[Way, ...]


@dataclass(config=_STRICT, frozen=True, slots=True)
class Region:
    """One file of `data`: a region by its code of two digits."""

    code: Annotated[str, StringConstraints(pattern=r"^\d\d$")]
    name: Words
    offices: tuple[Office, ...]
    organisations: tuple[Organisation, ...]


_FILE = TypeAdapter(Region)


@cache
def regions() -> dict[str, Region]:
    """By code. Raises ValueError, which names the file, where one cannot be used."""
    return {region.code: region for region in map(_read, sorted(DATA.glob("*.json")))}


def _read(path: Path) -> Region:
    try:
        return _FILE.validate_json(path.read_bytes())
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise ValueError(f"{path.name}: {told}") from None


@cache
def offices() -> dict[str, Office | Organisation]:
    """All institutions by code, private ones left out: those do not accompany by themselves (paragraph 4)."""
    found: list[Office | Organisation] = [each for region in regions().values() for each in region.offices]
    found += [each for region in regions().values() for each in region.organisations if each.is_state]
    return {each.code: each for each in found}


def participant_of(institution: Office | Organisation) -> str:
    """Which participant of the order it is."""
    return institution.participant if isinstance(institution, Office) else "organisation"
