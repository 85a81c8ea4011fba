"""Who is entitled to accompaniment, by whom, and what may be asked of whom: decision tables of Order 363н.

Pure: takes the register's values, returns codes with values; templates speak. Paragraphs are those of the procedure
that the order approves (Ministry of Labour, 18 July 2024, N 363н, in force since 1 March 2025).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.gateways.accompaniment import port
from webapp.gateways.programmes.port import LifeActivity, Limitation, Programme
from webapp.ipra import rules as ipra

COUNTED = (
    LifeActivity.SELF_CARE,
    LifeActivity.MOVEMENT,
    LifeActivity.ORIENTATION,
    LifeActivity.COMMUNICATION,
    LifeActivity.BEHAVIOUR,
)
"""The five categories of seven that count (paragraph 1); learning and work do not."""
LEAST_DEGREE = 2


Participant = port.Participant


class Request(StrEnum):
    """What an application asks for."""

    PROVIDE = "provide"
    STOP = "stop"
    RESUME = "resume"


PROACTIVE = (Participant.MSE, Participant.FUND)
"""Who begins by themselves (paragraphs 7, 8): nobody applies to them to begin."""
ADDRESSEES = (Participant.MSE, Participant.FUND, Participant.ORGANISATION)


class Ground(StrEnum):
    """Why somebody is entitled by a participant, or is not."""

    ENTITLED = "entitled"
    NO_PROGRAMME = "no_programme"
    PROGRAMME_ENDED = "programme_ended"
    NO_LIMITATIONS = "no_limitations"
    """The programme names no limitation at all."""
    ONE_DEGREE = "one_degree"
    """Limitations of the five categories, all of the first degree, and none that is heavier."""
    FIRST_BESIDE_OTHERS = "first_beside_others"
    """The first degree in the five categories, the second or third in learning or work only."""
    OTHER_CATEGORIES = "other_categories"
    """The second or third degree in learning or work only."""
    NO_CONCLUSION = "no_conclusion"
    """The Fund's: neither conclusion of paragraph 8 says yes, and both were given."""
    CONCLUSION_UNKNOWN = "conclusion_unknown"
    """The Fund's: neither conclusion says yes, and one was not told."""


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a person is entitled, by which participant, and why.

    `counted` are the limitations that give the right, the heaviest first. `programme` is the one that was read: in
    force, or the last that was. The Fund informs about aids if `for_tsr`, about the escort if `for_escort`.
    """

    participant: Participant
    ground: Ground
    counted: tuple[Limitation, ...] = ()
    programme: Programme | None = None
    for_tsr: bool = False
    for_escort: bool = False

    @property
    def is_entitled(self) -> bool:
        return self.ground is Ground.ENTITLED


def may_ask(request: Request, participant: Participant) -> bool:
    """Whether a person may apply for this to this participant (paragraphs 11, 12): seven pairs may, all others not."""
    if request is Request.PROVIDE:
        return participant is Participant.ORGANISATION
    return participant in ADDRESSEES


def pairs() -> list[tuple[Request, Participant]]:
    """What may be asked of whom."""
    return [
        (request, participant) for request in Request for participant in Participant if may_ask(request, participant)
    ]


def may_resume(found: Eligibility) -> bool:
    """Whether what the person stopped may be resumed: while the programme lasts (paragraph 11).

    A conclusion that the register does not tell takes no right away: it was given once.
    """
    return found.ground in {Ground.ENTITLED, Ground.CONCLUSION_UNKNOWN}


def eligibility(programmes: Sequence[Programme], today: date) -> list[Eligibility]:
    """For every participant whether the person is entitled and why, in the order of the procedure.

    Any programme in force may give the right; a programme that was replaced gives none, its successor does.
    """
    present = ipra.in_force(programmes, today)
    if not present:
        last = ipra.shown(programmes, today)
        ground = Ground.PROGRAMME_ENDED if last else Ground.NO_PROGRAMME
        return [Eligibility(one, ground, programme=last[0] if last else None) for one in Participant]
    programme = max(present, key=lambda one: _weight(counted(one)))
    return [_by(one, programme, present) for one in Participant]


def counted(programme: Programme) -> tuple[Limitation, ...]:
    """The limitations that give the right, the heaviest first, then in the order of the procedure."""
    found = [one for one in programme.limitations if one.category in COUNTED and one.degree >= LEAST_DEGREE]
    return tuple(sorted(found, key=lambda one: (-one.degree, COUNTED.index(one.category))))


def _weight(found: Sequence[Limitation]) -> int:
    return max((one.degree for one in found), default=0)


def _by(participant: Participant, programme: Programme, present: Sequence[Programme]) -> Eligibility:
    found = counted(programme)
    if not found:
        return Eligibility(participant, _why_not(programme), programme=programme)
    if participant is not Participant.FUND:
        return Eligibility(participant, Ground.ENTITLED, found, programme)
    tsr, escort = ({one.needs_tsr for one in present}, {one.needs_escort for one in present})
    if True in tsr | escort:
        return Eligibility(participant, Ground.ENTITLED, found, programme, True in tsr, True in escort)
    ground = Ground.CONCLUSION_UNKNOWN if None in tsr | escort else Ground.NO_CONCLUSION
    return Eligibility(participant, ground, found, programme)


def _why_not(programme: Programme) -> Ground:
    if not programme.limitations:
        return Ground.NO_LIMITATIONS
    if not any(one.category in COUNTED for one in programme.limitations):
        return Ground.OTHER_CATEGORIES
    is_heavier = any(one.degree >= LEAST_DEGREE for one in programme.limitations)
    return Ground.FIRST_BESIDE_OTHERS if is_heavier else Ground.ONE_DEGREE
