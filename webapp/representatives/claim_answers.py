"""The answers of a claim as a whole: how far it has come, what stands in its way, what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from webapp.core.entrusted import Function, Refused
from webapp.questions.asked import Question
from webapp.questions.forms import QuestionForm, form_of
from webapp.questions.sorts import NO, YES
from webapp.representatives.actions import Terms
from webapp.representatives.claim_forms import Around
from webapp.representatives.claims import Claimed, Paper
from webapp.representatives.documents import PAPER, PaperKind, is_about_whom, paper_of, questions
from webapp.representatives.rules import (
    CHOSEN,
    FUNCTIONS,
    Kind,
    Right,
    State,
    last_day_of_power,
    refusal,
)

Answers = Mapping[str, Sequence[str]]
"""Field → what was typed, as a form sends it; `as` is the kind."""
KIND = "as"
_POWERS = {Kind.AGENT: "issued", Kind.LAWYER: "second_issued"}
"""Kinds that act by a power of attorney, and where its day stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim as far as it is answered. `open` is the first question that still waits; None where nothing does."""

    kind: Kind
    paper: PaperKind | None
    forms: tuple[QuestionForm, ...]
    open: Question | None
    typed: MultiDict[str, str]
    meant: dict[str, Any] = field(default_factory=dict)

    def form(self, slug: str) -> QuestionForm | None:
        """The question at this address, if it belongs to this claim, with what was typed; nothing is checked yet."""
        found = next((form for form in self.forms if form.question.slug == slug), None)
        return form_of(found.question, found.around, self.typed) if found is not None else None

    def before(self, slug: str) -> Question | None:
        """The question before this one; None before the first."""
        asked = [form.question for form in self.forms]
        place = [question.slug for question in asked].index(slug)
        return asked[place - 1] if place else None

    @property
    def issued_slug(self) -> str:
        """Where the day of the document is asked for; empty where it is not known which document it is."""
        field = _POWERS.get(self.kind, "issued")
        asked = (form.question for form in self.forms if any(each.name == field for each in form.question.asked))
        return next((question.slug for question in asked), "")

    def hindrance(self, today: date) -> Refused | None:
        """Why such a right would open nothing even when it is proven: the child has grown up, the term is over."""
        terms = self.terms()
        right = Right(self.kind, State.CONFIRMED, ends_on=terms.ends_on, appointed_on=terms.appointed_on)
        found = refusal(right, self.meant.get("birth_date"), today)
        return None if found is Refused.UNPROVEN else found  # the birthday has not been asked yet

    def terms(self) -> Terms:
        """What is claimed, and until when."""
        chosen = frozenset(map(Function, self.meant.get("functions") or ())) | {Function.VIEW}
        functions = chosen if self.kind in CHOSEN else FUNCTIONS[self.kind]
        ends_on, power = self.meant.get("ends_on") or None, self.meant.get(_POWERS.get(self.kind, ""))
        if power and "ends_on" in self.meant:  # until the term is asked about, nobody knows it
            ends_on = last_day_of_power(power, ends_on)
        return Terms(functions, ends_on=ends_on, appointed_on=self.meant.get("issued"))

    def claimed(self) -> Claimed:
        """Who is claimed, by which document; only where nothing is open."""
        meant = self.meant
        series, number = meant.get("certificate") or ("", meant.get("number", ""))
        texts = ("issued_by", "organisation", "ogrn", "second_number", "second_issued_by")
        paper = Paper(
            str(self.paper),
            series,
            number,
            issued=meant.get("issued"),
            second_issued=meant.get("second_issued"),
            **{name: meant.get(name, "") for name in texts},
        )
        who = {name: meant[name] for name in ("last_name", "first_name", "middle_name", "birth_date", "snils")}
        return Claimed(**who, paper=paper, covers_consent=meant.get("covers_consent"))


def read(answers: Answers, own_snils: str) -> Reading:
    """Understand what has been answered so far."""
    kind = Kind(answers[KIND][0])
    paper = paper_of(kind, next(iter(answers.get("paper", ())), ""))
    typed = MultiDict((name, value) for name, values in answers.items() for value in values)
    meant: dict[str, Any] = {}
    forms, waiting = [], None
    for question in questions(kind, paper):
        form = form_of(question, Around(kind, own_snils, meant), typed)
        if form.typed(answers) and form.validate():
            meant.update(form.meant)
        else:
            waiting = waiting or question
        forms.append(form)
    return Reading(kind, paper, tuple(forms), waiting, typed, meant)


def changed(answers: Answers, sent: Answers) -> dict[str, list[str]]:
    """The answers with what was sent now. Another kind or document asks about another document."""
    others = any(name in sent and list(sent[name]) != list(answers.get(name, ())) for name in (KIND, _PAPER_FIELD))
    stays = {
        name: list(values) for name, values in answers.items() if not others or name == KIND or is_about_whom(name)
    }
    return stays | {name: list(values) for name, values in sent.items()}


def typed_again(kind: Kind, claimed: Claimed, functions: Sequence[str], ends_on: date | None) -> dict[str, list[str]]:
    """The answers that a claim was made of, so that it can be corrected."""
    paper = claimed.paper or Paper("")
    texts = {
        KIND: str(kind),
        "paper": paper.kind,
        "certificate": f"{paper.series} {paper.number}".strip(),
        "covers_consent": {True: YES, False: NO, None: ""}[claimed.covers_consent],
        **{name: getattr(claimed, name) for name in ("last_name", "first_name", "middle_name", "snils")},
        **{name: getattr(paper, name) for name in ("number", "issued_by", "organisation", "ogrn")},
        **{name: getattr(paper, name) for name in ("second_number", "second_issued_by")},
    }
    days = {"birth_date": claimed.birth_date, "ends_on": ends_on}
    days |= {"issued": paper.issued, "second_issued": paper.second_issued}
    found = {name: [text] for name, text in texts.items()} | {"functions": list(functions)}
    for name, day in days.items():
        parts = (str(day.day), str(day.month), str(day.year)) if day is not None else ("", "", "")
        found |= {f"{name}-{part}": [text] for part, text in zip(("day", "month", "year"), parts, strict=True)}
    return found


_PAPER_FIELD = PAPER.asked[0].name
