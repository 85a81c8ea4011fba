"""An application under Order 363н: what is asked of this person today, and how answers are said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from webapp.accompaniment import checking, paper, questions, rules, wording
from webapp.accompaniment.addressee import plain
from webapp.accompaniment.headings import Of
from webapp.accompaniment.known import Known
from webapp.accompaniment.party import Residence, groups, papers
from webapp.accompaniment.questions import OWN, PERSON, of_whom
from webapp.accompaniment.rules import Participant, Request
from webapp.applications.kinds import Choice, Meant, Section
from webapp.core.locale import gettext
from webapp.core.spoken import spelt
from webapp.documents.tree import Document
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
                gettext("Данные человека в заявлении") if known.representative else gettext("Ваши данные в заявлении"),
                tuple(self._of_party(PERSON, meant)),
                (wording.of_person(known), *wording.of_disability(known)),
            ),
        ]
        if known.representative is not None:
            told = (wording.of_representative(known),)
            parts.append(Section("own", gettext("Ваши данные в заявлении"), tuple(self._of_party(OWN, meant)), told))
        if meant.get("request") != Request.STOP:  # who stops the help is not asked how to help
            wishes = (questions.channel(questions.addressed(meant)), questions.PAPER_FORMS)
            parts.append(Section("contact", gettext("Как помогать"), wishes))
        parts.append(Section("consent", gettext("Согласие"), (questions.consent("person" in known.consents),)))
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

    def handed_to(self, meant: Meant) -> Sequence[tuple[str, str]]:
        name = meant[f"addressee_{questions.addressed(meant)}"]
        return wording.reached(
            name, next((one for one in self.known.reached() if plain(one.name) == plain(name)), None)
        )

    def hindrance(self, meant: Meant) -> str:
        return wording.hindrance(self.known, meant)

    def document(self, meant: Meant, today: date) -> Document:
        return paper.document(self.known, meant, today)

    def _of_party(self, whose: str, meant: Meant) -> Iterator[Question]:
        """What is asked of one person: only what nobody has told."""
        party = self.known.party(whose)
        of = Of.OWN if whose == OWN else Of.ANOTHER if self.known.representative is not None else Of.ONESELF
        if party.birth_date is None:
            yield questions.birth_date(whose, of)
        if not party.snils:
            yield questions.snils(whose, of)
        if whose == PERSON and not wording.is_disability_told(self.known.extract):
            yield questions.DISABILITY
        if party.addresses:
            yield questions.address(whose, of)
        if not party.addresses or meant.get(f"{whose}address") == wording.OTHER:
            yield questions.other_address(whose, of)
        if party.identity is None:
            yield questions.identity(whose, of)
        yield questions.place(whose, of, wording.which_document(party, whose, meant))
        yield questions.contacts(whose, of)


@dataclass(frozen=True, slots=True)
class Around:
    """What may be chosen in this application, and what agrees with what is known."""

    known: Known
    meant: Meant

    def options(self, asked: Asked) -> Sequence[str]:
        """Codes in the order in which they are offered."""
        whose, name = of_whom(asked.name)
        found: Mapping[str, Sequence[str]] = {
            "request": self._requests(),
            "participant": self._participants(),
            "residence": tuple(Residence),
            "channel": tuple(wording.CHANNELS),
            "paper_forms": tuple(wording.PAPER_FORMS),
            "consent": self.known.consents,
        }
        if name == "address":
            return (*self.known.party(whose).residences, wording.OTHER)
        if name == "paper":
            return papers(checking.born(self.known, whose, self.meant), self.known.today)
        if name == "group":
            return groups(checking.born(self.known, whose, self.meant), self.known.today)
        return found[name]

    def check(self, asked: Asked, meant: Any, beside: Meant) -> None:
        """Raises ValidationError where answers contradict what is known, or leave out what must be there."""
        checking.check(self.known, {**self.meant, **beside}, asked, meant, self.options)

    def _requests(self) -> tuple[Request, ...]:
        """Without the right nothing is begun or resumed; what is given may always be stopped (paragraphs 11, 13)."""
        return tuple(Request) if wording.has_right(self.known) else (Request.STOP,)

    def _participants(self) -> tuple[Participant, ...]:
        found = self.known.eligibility
        is_resumed = self.meant.get("request") == Request.RESUME
        return tuple(one for one in rules.ADDRESSEES if not is_resumed or rules.may_resume(found[one]))


def _of_request(meant: Meant) -> Iterator[Question]:
    yield questions.REQUEST
    request = meant.get("request")
    if request in {Request.STOP, Request.RESUME}:
        yield questions.PARTICIPANTS[Request(request)]
    participant = questions.addressed(meant)
    if participant is not None:
        yield questions.ADDRESSEES[participant]


def _suggested(known: Known, meant: Meant) -> Iterator[tuple[str, str]]:
    """What ЕСИА and the programme know stands in the fields already; it may be changed."""
    for whose in (PERSON, OWN) if known.representative is not None else (PERSON,):
        party = known.party(whose)
        yield f"{whose}mobile", party.mobile
        yield f"{whose}email", party.email
    if questions.addressed(meant) is Participant.MSE and known.programme is not None:
        yield f"addressee_{Participant.MSE}", spelt(known.programme.office)
