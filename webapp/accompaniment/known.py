"""All that is known for one application before anything is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from webapp.accompaniment import rules
from webapp.accompaniment.party import Party
from webapp.accompaniment.questions import PERSON
from webapp.accompaniment.rules import Eligibility, Participant
from webapp.gateways.accompaniment.port import Office, Organisation
from webapp.gateways.programmes.port import Extract, Programme
from webapp.ipra import rules as ipra


@dataclass(frozen=True, slots=True, repr=False)
class Representative:
    """Who acts for the person: themselves, and by which document, in words."""

    party: Party
    is_legal: bool
    document: str
    may_consent: bool
    """Whether they may consent to the processing of the person's data, too."""


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """All that systems have told for one application. `extract` is None while the register has not answered."""

    person: Party
    extract: Extract | None
    representative: Representative | None
    today: date
    told_on: date
    """Of which day the data of ЕСИА are."""
    account: str
    """The address where data of ЕСИА are mended."""
    is_by_account: bool
    """Whether ЕСИА has told the person's data; else a representative's claim has."""
    private: Callable[[], Sequence[str]]
    """Names of private organisations, read where an addressee has to be looked at."""
    reached: Callable[[], Sequence[Office | Organisation]] = tuple
    """Institutions and organisations of which the register of accompaniment told how to reach them."""
    received_on: date | None = None
    """Of which day the register's data are: `extract` may be older than the last sign-in."""

    @property
    def eligibility(self) -> Mapping[Participant, Eligibility]:
        """By whom the person is entitled, and why; of no programme while the register has not answered."""
        programmes = self.extract.programmes if self.extract is not None else ()
        return {one.participant: one for one in rules.eligibility(programmes, self.today)}

    @property
    def consents(self) -> tuple[str, ...]:
        """Whose data the applicant may consent about: their own, and the person's as far as that is theirs to say."""
        if self.representative is None:
            return ("person",)
        return ("person", "representative") if self.representative.may_consent else ("representative",)

    def party(self, whose: str) -> Party:
        """The person, or who acts for them."""
        if whose == PERSON:
            return self.person
        assert self.representative is not None
        return self.representative.party

    @property
    def programme(self) -> Programme | None:
        """The programme in force; None without one."""
        found = ipra.in_force(self.extract.programmes, self.today) if self.extract is not None else []
        return found[0] if found else None
