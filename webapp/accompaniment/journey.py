"""An application under Order 363н: what is asked of this person today, and how answers are said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wtforms import ValidationError

from webapp.accompaniment import paper, questions, rules, wording
from webapp.accompaniment.known import Known
from webapp.accompaniment.party import Residence
from webapp.accompaniment.questions import OWN, PERSON, of_whom
from webapp.accompaniment.rules import Participant, Request
from webapp.applications.kinds import Choice, Meant, Section
from webapp.core.locale import gettext
from webapp.documents.tree import Document
from webapp.gateways.programmes.port import Group
from webapp.questions.asked import Asked, Question


@dataclass(frozen=True, slots=True)
class Filing:
    """One application; the engine asks it, see `applications.kinds.Journey`."""

    known: Known

    def title(self, meant: Meant) -> str:
        return wording.title(meant)

    def sections(self, meant: Meant) -> tuple[Section, ...]:
        known = self.known
        parts = [
            Section("request", gettext("О чём просьба"), tuple(_of_request(meant))),
            Section(
                "person",
                gettext("Сведения о человеке") if known.representative else gettext("Сведения о вас"),
                tuple(self._of_party(PERSON, meant)),
                (wording.of_person(known), *wording.of_disability(known)),
            ),
        ]
        if known.representative is not None:
            told = (wording.of_representative(known),)
            parts.append(Section("own", gettext("Сведения о вас"), tuple(self._of_party(OWN, meant)), told))
        parts.append(Section("contact", gettext("Как вам помогать"), (questions.CHANNEL, questions.PAPER_FORMS)))
        parts.append(Section("consent", gettext("Согласие"), (questions.CONSENT,)))
        return tuple(parts)

    def around(self, meant: Meant) -> "Around":
        return Around(self.known, meant)

    def suggested(self, meant: Meant) -> Mapping[str, str]:
        return dict(_suggested(self.known, meant))

    def choices(self, asked: Asked, meant: Meant) -> list[Choice]:
        options = Around(self.known, meant).options(asked)
        return [wording.choice(self.known, asked.name, code) for code in options]

    def said(self, asked: Asked, meant: Any) -> str:
        return wording.said(self.known, asked, meant)

    def hindrance(self, meant: Meant) -> str:
        return wording.hindrance(self.known)

    def document(self, meant: Meant, today: date) -> Document:
        return paper.document(self.known, meant, today)

    def _of_party(self, whose: str, meant: Meant) -> Iterator[Question]:
        """What is asked of one person: only what nobody has told."""
        party = self.known.party(whose)
        if party.birth_date is None:
            yield questions.birth_date(whose)
        if not party.snils:
            yield questions.snils(whose)
        if whose == PERSON and not wording.is_disability_told(self.known.extract):
            yield questions.DISABILITY
        if party.addresses:
            yield questions.address(whose)
        if not party.addresses or meant.get(f"{whose}address") == wording.OTHER:
            yield questions.other_address(whose)
        if party.identity is None:
            yield questions.identity(whose)
        yield questions.place(whose)
        yield questions.contacts(whose)


@dataclass(frozen=True, slots=True)
class Around:
    """What may be chosen in this application, and what agrees with what is known."""

    known: Known
    meant: Meant

    def options(self, asked: Asked) -> Sequence[str]:
        """Codes in the order in which they are offered."""
        whose, name = of_whom(asked.name)
        found: Mapping[str, Sequence[str]] = {
            "request": tuple(Request),
            "participant": rules.ADDRESSEES,
            "group": tuple(Group),
            "residence": tuple(Residence),
            "channel": tuple(wording.CHANNELS),
            "paper_forms": tuple(wording.PAPER_FORMS),
            "consent": self.known.consents,
        }
        if name == "address":
            return (*(str(place) for place in range(len(self.known.party(whose).addresses))), wording.OTHER)
        if name == "paper":
            return self.known.party(whose).papers(self.known.today)
        return found[name]

    def check(self, asked: Asked, meant: Any) -> None:
        """Raises ValidationError where answers contradict what is known, or leave out what must be there."""
        whose, name = of_whom(asked.name)
        if name == "postcode" and len([sign for sign in meant if sign.isdigit()]) != 6:
            raise ValidationError(gettext("введите шесть цифр почтового индекса"))
        if name == "issued":
            born = self.known.party(whose).birth_date
            if born is not None and meant < born:
                raise ValidationError(gettext("эта дата раньше дня рождения, проверьте год"))
        if name == "consent" and set(meant) != set(self.options(asked)):
            raise ValidationError(gettext("отметьте оба согласия: в заявлении сведения о вас обоих"))


def _of_request(meant: Meant) -> Iterator[Question]:
    yield questions.REQUEST
    request = meant.get("request")
    if request in {Request.STOP, Request.RESUME}:
        yield questions.PARTICIPANT
    if addressed(meant) is not None:
        yield questions.ADDRESSEE


def addressed(meant: Meant) -> Participant | None:
    """To whom the application goes: «предоставить» only to an organisation; None while that is not answered."""
    if meant.get("request") == Request.PROVIDE:
        return Participant.ORGANISATION
    found = meant.get("participant")
    return Participant(found) if found is not None and meant.get("request") is not None else None


def _suggested(known: Known, meant: Meant) -> Iterator[tuple[str, str]]:
    """What ЕСИА and the programme know stands in the fields already; it may be changed."""
    for whose in (PERSON, OWN) if known.representative is not None else (PERSON,):
        party = known.party(whose)
        yield f"{whose}mobile", party.mobile
        yield f"{whose}email", party.email
    if addressed(meant) is Participant.MSE and known.programme is not None:
        yield "addressee", known.programme.office
