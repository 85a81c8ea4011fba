"""What a representative claims: of whom, by which document. The value that an authority keeps encrypted."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """The document that proves an authority, by its requisites; empty is what it does not have.

    `issued_by`: the registry office, court, guardianship body, notary or bar. `second` is the document that goes with
    it: the court's decision beside an act, the director's order beside a placement, the power beside a lawyer's order.
    """

    kind: str
    series: str = ""
    number: str = ""
    issued: date | None = None
    issued_by: str = ""
    organisation: str = ""
    ogrn: str = ""
    second_number: str = ""
    second_issued: date | None = None
    second_issued_by: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Claimed:
    """The person as the representative, or what proves the right, names them; `birth_date` None where it is unknown."""

    last_name: str
    first_name: str
    middle_name: str
    birth_date: date | None
    snils: str
    paper: Paper | None = None
    covers_consent: bool | None = field(default=None, kw_only=True)
    """Whether the document lets the agent consent to the processing of personal data; None where it was not asked."""

    @property
    def full_name(self) -> str:
        """«Белов Тимофей Артёмович»."""
        return " ".join(filter(None, (self.last_name, self.first_name, self.middle_name)))

    def to_json(self) -> dict[str, Any]:
        """As a column keeps it: days as YYYY-MM-DD."""
        return asdict(self, dict_factory=lambda pairs: {name: _written(value) for name, value in pairs})

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """What `to_json` wrote."""
        paper = kept.get("paper")
        days = {"issued", "second_issued"}
        fields: dict[str, Any] = {name: _day(text) if name in days else text for name, text in (paper or {}).items()}
        rest = {name: value for name, value in kept.items() if name not in {"paper", "birth_date"}}
        return cls(birth_date=_day(kept["birth_date"]), paper=Paper(**fields) if paper else None, **rest)


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
