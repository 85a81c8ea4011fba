"""The pages of an application, the same for every kind: a feature attaches them to its blueprint, under its access.

List of drafts, task list, question by question, check of the answers, the document and its files, delete.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.applications import drafts, reading
from webapp.applications.drafts import Draft
from webapp.applications.errors import AnsweredElsewhere, TooMany
from webapp.applications.kinds import Kind
from webapp.applications.reading import Reading
from webapp.core import clock, kept_forms, logging
from webapp.core.access import Proof, actor, for_person
from webapp.core.database import db, let_go, record
from webapp.core.errors import NotFound
from webapp.core.forms import Form
from webapp.core.locale import source_language
from webapp.documents import answers as documents
from webapp.documents.braille import USUAL_WIDTH
from webapp.questions.asked import Control
from webapp.questions.forms import QuestionForm, form_of

Page = str | tuple[str, int] | Response
View = Callable[..., Page]
BOTH = ["GET", "POST"]
CONFLICT = 409


def attach(blueprint: Blueprint, kind: Kind, around: Callable[[View], View], address: str) -> None:
    """Give a feature's blueprint the pages of its kind. `around` stands below the access: a consent that is needed.

    `address` is where they begin: what comes before «/applications».
    """
    pages = Pages(blueprint.name, kind)
    looks, asks = for_person(kind.function), for_person(kind.function, Proof.TOKEN, keeps=True)
    acts = for_person(kind.function, Proof.TOKEN)

    def rule(below: str, name: str, view: View, declare: Callable[[View], View], methods: list[str]) -> None:
        @wraps(view)
        def answer(*args: Any, **kwargs: Any) -> Page:
            return view(*args, **kwargs)

        blueprint.add_url_rule(f"{address}/applications{below}", name, declare(around(answer)), methods=methods)

    rule("", "applications", pages.drafts, looks, ["GET"])
    rule("/begin", "begin", pages.begin, acts, ["POST"])
    rule("/<name>", "tasks", pages.tasks, looks, ["GET"])
    rule("/<name>/ask/<slug>", "question", pages.question, asks, BOTH)
    rule("/<name>/check", "check", pages.check, looks, ["GET"])
    rule("/<name>/document", "document", pages.document, looks, ["GET"])
    rule("/<name>/document/<form>", "file", pages.file, looks, ["GET"])
    rule("/<name>/forget", "forget", pages.forget, acts, BOTH)


@dataclass(frozen=True, slots=True)
class Pages:
    """The views of one kind; `feature` is the name of the blueprint that they stand in."""

    feature: str
    kind: Kind

    def drafts(self) -> Page:
        """What is being written, and where to begin."""
        self.kind.refresh(actor())
        journey = self.kind.open(actor())
        kept = [(draft, reading.read(journey, draft.answers)) for draft in drafts.unfinished(actor(), self.kind.slug)]
        return render_template(
            "applications/drafts.html", feature=self.feature, kind=self.kind, kept=kept, stopped=journey.hindrance({})
        )

    def begin(self) -> Page:
        """Begin with what the page that was come from has asked already; what is not offered there is asked anew."""
        journey = self.kind.open(actor())
        asked = reading.understood(journey, request.form.to_dict(flat=False))
        begun = reading.read(journey, asked)
        if journey.hindrance(begun.meant):
            return self._to("applications")
        try:
            name = drafts.begin(db.session, actor(), self.kind.slug, asked)
        except TooMany:
            let_go()
            return render_template("applications/too_many.html", feature=self.feature, most=drafts.MOST), CONFLICT
        logging.event("application_begun", kind=self.kind.slug)
        following = begun.after("")
        return self._to("question", name=name, slug=following.slug) if following else self._to("tasks", name=name)

    def tasks(self, name: str) -> Page:
        """The parts of the application and how far each is."""
        draft, read = self._find(name)
        return self._shown("applications/tasks.html", draft, read)

    def question(self, name: str, slug: str) -> Page:
        """Ask one question. What was typed is kept whether it was understood or not."""
        draft, read = self._find(name)
        before = read.form(slug)
        if before is None:
            raise NotFound("question")
        form = form_of(before.question, before.around)
        if not form.is_submitted():
            return self._asked(draft, read, form if kept_forms.has_returned() else before)
        is_understood = form.validate()
        try:
            self._keep(draft, read, form, is_understood)
        except AnsweredElsewhere:
            return self._answered_elsewhere(name, slug, form)
        if not is_understood:
            draft, read = self._find(name)  # what was refused is kept now: the page must know it as seen
            return self._asked(draft, read, form), 422
        return self._onward(name, slug)

    def check(self, name: str) -> Page:
        """All answers, each with its way to change it; from here to the document."""
        draft, read = self._find(name)
        if not read.is_whole or read.journey.hindrance(read.meant):
            return self._to("tasks", name=name)
        return self._shown("applications/check.html", draft, read)

    def document(self, name: str) -> Page:
        """The document as it will be signed, its files, and how it is handed in."""
        draft, read = self._find(name)
        if not read.is_whole or read.journey.hindrance(read.meant):
            return self._to("tasks", name=name)
        document = read.journey.document(read.meant, clock.today())
        ways = documents.ways(documents.forms_of(document))
        lacking = [documents.WORDS[form] for form in documents.lacking(document)]
        return self._shown("applications/document.html", draft, read, document=document, ways=ways, lacking=lacking)

    def file(self, name: str, form: str) -> Page:
        """The document as a file of one form; of Braille in the width that was chosen."""
        _, read = self._find(name)
        if not read.is_whole or read.journey.hindrance(read.meant):
            return self._to("tasks", name=name)
        width = request.args.get("cells", default=USUAL_WIDTH, type=int)
        with source_language():
            return documents.answer(read.journey.document(read.meant, clock.today()), form, width)

    def forget(self, name: str) -> Page:
        """Delete a draft, after one question."""
        if Form().is_submitted():
            drafts.forget(db.session, actor(), name)
            return self._to("applications", forgotten=1)
        draft, read = self._find(name)
        return self._shown("applications/forget.html", draft, read)

    def _find(self, name: str) -> tuple[Draft, Reading]:
        draft = drafts.find(actor(), name)
        if draft.kind != self.kind.slug:
            raise NotFound("application")
        return draft, reading.read(self.kind.open(actor()), draft.answers)

    def _keep(self, draft: Draft, read: Reading, form: QuestionForm, is_understood: bool) -> None:
        """A refused answer is kept, too, in a transaction of its own. Raises AnsweredElsewhere, and 413 of too much."""
        sent, seen = form.answered(request.form.to_dict(flat=False)), request.form.get("seen", "")
        fields = read.fields(form.question.slug)
        if is_understood:
            drafts.save(db.session, actor(), draft.name, sent, fields=fields, seen=seen)
            return
        let_go()
        with record() as database:
            drafts.save(database, actor(), draft.name, sent, fields=fields, seen=seen)

    def _onward(self, name: str, slug: str) -> Response:
        """To the next question that waits; where none does, to the check."""
        _, read = self._find(name)
        following = read.after(slug)
        return self._to("question", name=name, slug=following.slug) if following else self._to("check", name=name)

    def _asked(self, draft: Draft, read: Reading, form: QuestionForm, is_changed: bool = False) -> str:
        question = form.question
        before = read.before(question.slug)
        back = self._address("question", name=draft.name, slug=before.slug) if before else ""
        chosen = (asked for asked in question.asked if asked.sort.control in {Control.ONE, Control.SEVERAL})
        choices = {asked.name: read.journey.choices(asked, read.meant) for asked in chosen}
        told = {"back_address": back or self._address("tasks", name=draft.name), "is_changed": is_changed}
        seen = drafts.mark(draft.answers, read.fields(question.slug))
        return self._shown(
            "applications/question.html", draft, read, form=form, question=question, choices=choices, seen=seen, **told
        )

    def _answered_elsewhere(self, name: str, slug: str, form: QuestionForm) -> Page:
        """Both answers: what is kept is said, what was typed stands in the fields, and a press keeps it."""
        draft, read = self._find(name)
        if slug not in read.forms:
            return self._to("tasks", name=name)
        return make_response(self._asked(draft, read, form, is_changed=True), CONFLICT)

    def _shown(self, template: str, draft: Draft, read: Reading, **told: Any) -> str:
        title = read.journey.title(read.meant)
        return render_template(template, feature=self.feature, draft=draft, read=read, title=title, **told)

    def _to(self, endpoint: str, **values: Any) -> Response:
        return redirect(self._address(endpoint, **values), 303)

    def _address(self, endpoint: str, **values: Any) -> str:
        return url_for(f"{self.feature}.{endpoint}", **values)
