"""The answers of an application as a whole: what they mean, how far it has come, what is still open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from webapp.applications.drafts import Answers, Draft
from webapp.applications.kinds import Journey, Section
from webapp.core import clock
from webapp.core.locale import gettext
from webapp.core.spoken import day, moment
from webapp.questions.asked import Question
from webapp.questions.forms import QuestionForm, form_of


@dataclass(frozen=True, slots=True)
class Reading:
    """An application as far as it is answered; `open` are the slugs of the questions that wait, in their order."""

    journey: Journey
    sections: tuple[Section, ...]
    forms: dict[str, QuestionForm]
    open: tuple[str, ...]
    typed: MultiDict[str, str]
    meant: dict[str, Any]

    @property
    def questions(self) -> list[Question]:
        """All questions in the order in which they are asked."""
        return [form.question for form in self.forms.values()]

    @property
    def is_whole(self) -> bool:
        return not self.open

    def form(self, slug: str) -> QuestionForm | None:
        """The question at this address, with what was typed; nothing is checked yet. None where it is not asked."""
        found = self.forms.get(slug)
        if found is None:
            return None
        typed = self.typed if found.typed(self.typed.to_dict(flat=False)) else self._suggested()
        return form_of(found.question, found.around, typed)

    def _suggested(self) -> MultiDict[str, str]:
        return MultiDict(self.journey.suggested(self.meant).items())

    def fields(self, slug: str) -> list[str]:
        """The names of the fields of a question that is asked."""
        return [asked.name for asked in self.forms[slug].question.asked]

    def after(self, slug: str) -> Question | None:
        """The next question that waits, first behind this one, then from the beginning; None where nothing waits."""
        asked = self.questions
        place = next((number for number, question in enumerate(asked) if question.slug == slug), 0)
        turned = (*asked[place:], *asked[:place])
        return next((question for question in turned if question.slug in self.open), None)

    def before(self, slug: str) -> Question | None:
        """The question before this one; None before the first."""
        asked = self.questions
        place = [question.slug for question in asked].index(slug)
        return asked[place - 1] if place else None

    def is_done(self, section: Section) -> bool:
        """Whether everything that a part asks is answered."""
        return not any(question.slug in self.open for question in section.questions)

    def is_begun(self, section: Section) -> bool:
        """Whether anything of it is answered."""
        return any(question.slug not in self.open for question in section.questions)


def read(journey: Journey, answers: Answers) -> Reading:
    """Understand what has been answered so far. An answer may bring new questions, so they are asked for anew."""
    typed = MultiDict((name, value) for name, values in answers.items() for value in values)
    forms: dict[str, QuestionForm] = {}
    meant: dict[str, Any] = {}
    waiting: list[str] = []
    while (question := _next(journey, forms, meant)) is not None:
        form = form_of(question, journey.around(dict(meant)), typed)
        is_seen = bool(form.typed(answers))
        if is_seen and form.validate():
            meant.update(form.meant)
        else:
            waiting.append(question.slug)
        forms[question.slug] = form
    sections = journey.sections(meant)
    return Reading(journey, sections, _in_order(sections, forms), tuple(waiting), typed, meant)


def understood(journey: Journey, sent: Answers) -> dict[str, list[str]]:
    """Of what a form sent that which answers questions of this application, and only as far as it is understood."""
    found = read(journey, sent)
    names = {
        name for question in found.questions if question.slug not in found.open for name in found.fields(question.slug)
    }
    return {key: list(values) for key, values in sent.items() if key.partition("-")[0] in names}


def said(found: Reading, question: Question) -> str:
    """The answer to a question in words; empty where nothing was answered.

    Where a question has several fields each answer has the field's name before it: one telephone is not another.
    """
    answered = [asked for asked in question.asked if asked.name in found.meant]
    words = [(asked, found.journey.said(asked, found.meant[asked.name])) for asked in answered]
    if question.is_single:
        return "".join(word for _, word in words)
    return ". ".join(f"{asked.called}: {word}" for asked, word in words if word)


def titled(kept: Sequence[tuple[Draft, Reading]]) -> list[tuple[str, Draft, Reading]]:
    """Applications with titles that tell them apart: those that would sound alike say when they were begun, too."""
    titles = [found.journey.title(found.meant) for _, found in kept]
    begun = [draft.begun_at.astimezone(clock.MOSCOW) for draft, _ in kept]
    days = [_begun(title, day(when.date())) for title, when in zip(titles, begun, strict=True)]
    moments = [_begun(title, moment(when)) for title, when in zip(titles, begun, strict=True)]
    told = zip(zip(titles, days, moments, strict=True), kept, strict=True)
    return [
        (title if titles.count(title) == 1 else by_day if days.count(by_day) == 1 else by_moment, *each)
        for (title, by_day, by_moment), each in told
    ]


def _begun(title: str, when: str) -> str:
    return gettext("%(title)s, начато %(when)s", title=title, when=when)


def _next(journey: Journey, forms: dict[str, QuestionForm], meant: dict[str, Any]) -> Question | None:
    return next((each for each in _asked(journey.sections(meant)) if each.slug not in forms), None)


def _asked(sections: tuple[Section, ...]) -> Iterator[Question]:
    return (question for section in sections for question in section.questions)


def _in_order(sections: tuple[Section, ...], forms: dict[str, QuestionForm]) -> dict[str, QuestionForm]:
    return {question.slug: forms[question.slug] for question in _asked(sections)}
