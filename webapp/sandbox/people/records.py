"""The people as frozen values. Days in the data are whole numbers counted from the day that the data are read for."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic.dataclasses import dataclass

DAY = "day"
"""Key of the validation context: the day that the data are read for."""
OF_AGE_AT_ESIA = 14
_STRICT = ConfigDict(extra="forbid")
_SNILS = r"^000-000-6\d\d \d\d$"


def _counted(value: object, info: ValidationInfo) -> date:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("a day is a whole number of days")
    return _day_of(info) + timedelta(days=value)


def _born(value: object, info: ValidationInfo) -> date:
    """{"turns": 14, "in": 5}: the fourteenth birthday is in five days. Raises ValueError for anything else."""
    if not isinstance(value, dict) or set(value) != {"turns", "in"}:
        raise ValueError("a birth says which age it turns and in how many days")
    birthday = _day_of(info) + timedelta(days=value["in"])
    if (birthday.month, birthday.day) == (2, 29):
        birthday -= timedelta(days=1)  # the year of birth may have no such day
    return birthday.replace(year=birthday.year - value["turns"])


def _day_of(info: ValidationInfo) -> date:
    day: date = (info.context or {})[DAY]
    return day


Day = Annotated[date, BeforeValidator(_counted)]
Birth = Annotated[date, BeforeValidator(_born)]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False)]
Source = Literal["federal", "regional", "own", "moscow"]
Direction = Literal["medical", "prosthetic", "vocational", "social", "sociocultural", "physical", "early_help"]
EventCode = Literal["APPLICATION", "CLARIFICATION", "CERTIFICATE", "PURCHASE", "REFERRAL", "RECEIVED"]
Account = Literal["confirmed", "standard", "simplified", "child", "none"]
Participant = Literal["mse", "fund", "authority", "organisation"]
Category = Literal[
    "самообслуживание",
    "самостоятельное передвижение",
    "ориентация",
    "общение",
    "контроль поведения",
    "обучение",
    "трудовая деятельность",
]


@dataclass(config=_STRICT, frozen=True, slots=True)
class Address:
    """Where a person is registered (PRG) or lives (PLV)."""

    kind: Literal["PRG", "PLV"]
    zip_code: Words
    region: Words
    city: Words
    street: Words
    house: Words
    flat: str = ""


@dataclass(config=_STRICT, frozen=True, slots=True)
class Contact:
    """An e-mail (EML) or a mobile phone (MBT) in ЕСИА's spelling."""

    kind: Literal["EML", "MBT"]
    value: Words


@dataclass(config=_STRICT, frozen=True, slots=True)
class Document:
    """An identity document by ЕСИА's names of types."""

    kind: Literal["RF_PASSPORT", "RF_BRTH_CERT"]
    series: Words
    number: Words
    issued: Day
    issued_by: Words
    issue_id: str = ""


@dataclass(config=_STRICT, frozen=True, slots=True)
class Event:
    """What the executor has written down about an item. `until` is what the event holds to, if anything."""

    event: EventCode
    on: Day
    until: Day | None = None
    number: str = ""


@dataclass(config=_STRICT, frozen=True, slots=True)
class Item:
    """A ТСР or service as the programme names it, without a code. `until` is None for «бессрочно»."""

    source: Source
    name: Words
    quantity: Annotated[int, Field(ge=1, le=10_000)]
    unit: Words
    starts: Day
    until: Day | None
    executor: Words
    events: tuple[Event, ...] = ()


@dataclass(config=_STRICT, frozen=True, slots=True)
class Measure:
    """A row of a direction of rehabilitation. `until` is None for «бессрочно»."""

    direction: Direction
    name: Words
    is_needed: bool
    starts: Day
    until: Day | None
    executor: Words
    result: str = ""


@dataclass(config=_STRICT, frozen=True, slots=True)
class Limitation:
    """A limited category of life activity in its degree."""

    category: Category
    degree: Annotated[int, Field(ge=1, le=3)]


@dataclass(config=_STRICT, frozen=True, slots=True)
class TargetGroup:
    """A target rehabilitation group; `for_combat` where it is separate for a combat trauma."""

    code: Words
    name: Words
    for_combat: bool = False


@dataclass(config=_STRICT, frozen=True, slots=True)
class Help:
    """A kind of help in overcoming barriers."""

    name: Words
    is_needed: bool = True


@dataclass(config=_STRICT, frozen=True, slots=True)
class Forecast:
    """What is expected, by the attribute of the extract: `MoveIndependentlyValue`."""

    code: Words
    value: Words


@dataclass(config=_STRICT, frozen=True, slots=True)
class Programme:
    """A programme (ИПРА). `ends` is None for «бессрочно»; `{year}` in numbers is the year of issue.

    `replaces_next`: it stands for the next one in the person's list.
    """

    kind: Literal["ИПРА инвалида", "ИПРА ребенка-инвалида"]
    issued: Day
    decided: Day
    ends: Day | None
    number: Words
    protocol: Words
    office: Words
    is_first: bool
    potential: Words
    prognosis: Words
    replaces_next: bool
    limitations: tuple[Limitation, ...]
    target_groups: tuple[TargetGroup, ...]
    measures: tuple[Measure, ...]
    items: tuple[Item, ...]
    helps: tuple[Help, ...]
    forecasts: tuple[Forecast, ...]
    needs_tsr: bool | None
    needs_escort: bool | None

    @field_validator("number", "protocol")
    @classmethod
    def _with_year(cls, value: str, info: ValidationInfo) -> str:
        issued: date = info.data["issued"]
        return value.replace("{year}", str(issued.year))


@dataclass(config=_STRICT, frozen=True, slots=True)
class Accompaniment:
    """How a participant of Order 363н accompanies the person, as the register would tell it of the day of the data.

    `office` is the code of an institution of `registers/accompaniment/data`; empty where no organisation helps. What
    is given or stopped ends by itself with the programme.
    """

    participant: Participant
    state: Literal["given", "stopped", "ended", "not_given", "no_data"]
    office: str = ""
    since: Day | None = None
    until: Day | None = None
    because: Literal["programme_ended", "decision_changed"] | None = None


@dataclass(config=_STRICT, frozen=True, slots=True)
class Disability:
    """Group 1, 2 or 3, 4 for a disabled child. `until` is None where it is established for good."""

    group: Annotated[int, Field(ge=1, le=4)]
    cause: Words
    since: Day
    until: Day | None


@dataclass(config=_STRICT, frozen=True, slots=True)
class Ward:
    """An incapable adult in somebody's care: who, by which act of the guardianship body and which decision of court."""

    slug: Words
    act_number: Words
    act_day: Day
    act_body: Words
    court: Words
    court_day: Day


@dataclass(config=_STRICT, frozen=True, slots=True)
class Person:
    """One person. `account` tells how they stand in ЕСИА: a child's account becomes a confirmed one at fourteen.

    A simplified account knows neither СНИЛС nor documents. `has_second_step`: a code is asked for at every sign-in.
    `children` and `wards` name other people by their `slug`. `who` says in a line what they are here for. Without
    `accompaniment` the register of it knows nothing of the person.
    """

    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    oid: Annotated[str, StringConstraints(pattern=r"^10006000\d\d$")]
    who: Words
    last_name: Words
    first_name: Words
    middle_name: str
    gender: Literal["M", "F"]
    birth_date: Birth
    birth_place: Words
    account: Account
    snils: Annotated[str, StringConstraints(pattern=_SNILS)] | None
    addresses: tuple[Address, ...]
    contacts: tuple[Contact, ...]
    documents: tuple[Document, ...]
    has_second_step: bool = False
    children: tuple[str, ...] = ()
    wards: tuple[Ward, ...] = ()
    disability: Disability | None = None
    programmes: tuple[Programme, ...] = ()
    accompaniment: tuple[Accompaniment, ...] = ()

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.last_name, self.first_name, self.middle_name)))

    @property
    def can_sign_in(self) -> bool:
        return self.account != "none"

    def age(self, today: date) -> int:
        """Whole years on a day."""
        birthday = (self.birth_date.month, self.birth_date.day)
        return today.year - self.birth_date.year - ((today.month, today.day) < birthday)

    def level(self, today: date) -> Literal["PR", "P", "KD"]:
        """ЕСИА's level of the account: confirmed, not confirmed, a child's."""
        if self.account == "child" and self.age(today) < OF_AGE_AT_ESIA:
            return "KD"
        return "P" if self.account in {"standard", "simplified"} else "PR"
